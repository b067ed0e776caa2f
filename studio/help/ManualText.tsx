import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import type { ManualPage } from './manual-page.ts';
import './manual-text.css';

interface ManualTextProps {
  readonly page: ManualPage;
  /** False on a phone, where a picture of a desk could not be read. */
  readonly pictures?: boolean;
}

/** What a page of the manual says: a sentence per step, and pictures of the screens. */
export function ManualText({ page, pictures = true }: ManualTextProps): ReactElement {
  const { either } = useText();
  return (
    <article className="gl-manual">
      <p>{either(page.about)}</p>
      {page.sections.map(({ heading, steps, picture }) => (
        <section key={heading.zh}>
          <h3>{either(heading)}</h3>
          <ol>
            {steps.map((step) => (
              <li key={step.zh}>{either(step)}</li>
            ))}
          </ol>
          {pictures && picture !== undefined && (
            <figure>
              <img
                src={`/manual/${picture.file}.png`}
                alt={either(picture.of)}
                width={1366}
                height={768}
                loading="lazy"
              />
              <figcaption className="quiet">{either(picture.of)}</figcaption>
            </figure>
          )}
        </section>
      ))}
    </article>
  );
}
