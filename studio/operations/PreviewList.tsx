import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import type { Preview } from './use-preview.ts';

/** What would happen, as sentences; what forbids it, in their place. */
export function PreviewList({ preview }: { readonly preview: Preview | null }): ReactElement {
  const { text, either } = useText();
  const main = preview?.happens.filter(({ weight }) => weight === 'main') ?? [];
  return (
    <section className="gl-preview" aria-live="polite">
      <h3>{text('repair.preview')}</h3>
      {preview === null && <p className="quiet">{text('repair.preview.none')}</p>}
      {preview !== null && preview.refused !== null && (
        <p className="gl-late">
          <i className="gl-shape gl-shape-late" aria-hidden="true" /> {either(preview.refused)}
        </p>
      )}
      <ul>
        {main.map((sentence, place) => (
          <li key={`${place} ${sentence.zh}`}>{either(sentence)}</li>
        ))}
      </ul>
      {preview !== null && preview.refused === null && main.length === 0 && (
        <p className="quiet">{text('repair.preview.nothing')}</p>
      )}
    </section>
  );
}
