import type { ReactElement } from 'react';
import { previewRebase } from '../../server/http/contract/calendars.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import type { Outcome } from './ChangesPage.tsx';
import './draft-bar.css';

/** What came of publishing, and where to go now. */
export function PublishOutcome({ came: { release } }: { readonly came: Outcome }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  const says =
    release === null
      ? text('outcome.given-back')
      : text(release.state === 'coming' ? 'outcome.coming' : 'outcome.published', {
          version: release.pack.version,
          when: momentWords(release.effectiveFrom, now, texts),
        });
  return (
    <>
      <section className="gl-draft-bar" role="status">
        <p>
          <i className="gl-shape gl-shape-ok" aria-hidden="true" />
          {says}
        </p>
        {release !== null && (
          <ButtonLink to="/definitions/releases" kind="primary">
            {text('publish.view.releases')}
          </ButtonLink>
        )}
        <ButtonLink to="/definitions">{text('nav.definitions')}</ButtonLink>
      </section>
      {release !== null && <WhatWouldMove area={release.area.code} />}
    </>
  );
}

/** After a calendar was changed: how much still counts by the old one, and where that is decided. */
function WhatWouldMove({ area }: { readonly area: string }): ReactElement | null {
  const { text } = useText();
  const { data } = useAnswer(previewRebase, { params: { area } });
  if (data === undefined || data.behind === 0) return null;
  return (
    <section className="gl-draft-bar">
      <p>
        <i className="gl-shape gl-shape-warn" aria-hidden="true" />
        {text('calendar-changes.after-publish', { count: data.behind, moving: data.moving })}
      </p>
      <ButtonLink to="/definitions/calendar-changes" kind="primary">
        {text('calendar-changes.look')}
      </ButtonLink>
    </section>
  );
}
