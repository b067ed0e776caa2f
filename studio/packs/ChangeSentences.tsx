import type { ReactElement } from 'react';
import type { Static } from 'typebox';
import type { ChangeSentence } from '../../server/http/contract/drafts.ts';
import { useText } from '../translations/texts.ts';
import './change-lines.css';

/** What is different, a sentence each; what cannot be said in words stands behind 专业 as it is written. */
export function ChangeSentences({
  sentences,
}: {
  readonly sentences: readonly Static<typeof ChangeSentence>[];
}): ReactElement | null {
  const { text, either } = useText();
  if (sentences.length === 0) return null;
  return (
    <ul className="gl-change-sentences">
      {sentences.map((sentence) => (
        <li key={`${sentence.zh} ${sentence.expert?.after ?? ''}`}>
          {either(sentence)}
          {sentence.expert !== undefined && (
            <details>
              <summary>{text('changes.expert')}</summary>
              <dl>
                <dt>{text('changes.before')}</dt>
                <dd>{sentence.expert.before}</dd>
                <dt>{text('changes.after')}</dt>
                <dd>{sentence.expert.after}</dd>
              </dl>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
