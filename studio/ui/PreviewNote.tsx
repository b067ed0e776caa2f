import type { Static } from 'typebox';
import type { ReactElement } from 'react';
import type { Preview } from '../../server/http/contract/previews.ts';
import { useText } from '../translations/texts.ts';
import { previewWords } from './preview-words.ts';
import { useNow } from './use-now.ts';
import './preview-note.css';

/** The line above the button that says who will get it; nothing while nobody can say. */
export function PreviewNote({
  preview,
}: {
  readonly preview: Static<typeof Preview> | undefined;
}): ReactElement | null {
  const texts = useText();
  const now = useNow();
  const words = previewWords(preview, now, texts);
  return words === null ? null : (
    <p className="gl-preview-note" role="status">
      {words}
    </p>
  );
}
