import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { StoryLineOfDots } from '../ui/StoryList.tsx';
import type { Entry } from './use-entry-form.ts';

/** What was changed when, by whom, and why; the newest first. */
export function Revisions({
  revisions,
  now,
}: {
  readonly revisions: Entry['revisions'];
  readonly now: string;
}): ReactElement {
  const { text, pack } = useText();
  const story = revisions
    .toSorted((a, b) => a.revision - b.revision)
    .map(({ revision, at, by, reason, changes }) => {
      const said = { who: by?.name ?? text('somebody'), reason: pack(reason) };
      const sentence = revision === 1 ? text('revision.first', { who: said.who }) : text('revision', said);
      return {
        at,
        kind: 'revision',
        zh: sentence,
        en: sentence,
        person: by,
        photos: [],
        lines: changes.map(({ title, from, to }) => ({
          title,
          text:
            revision === 1
              ? to
              : text('revision.change', {
                  from: from === '' ? text('revision.empty') : from,
                  to: to === '' ? text('revision.empty') : to,
                }),
        })),
      };
    });
  if (story.length === 0) return <p className="quiet">{text('revision.none')}</p>;
  return <StoryLineOfDots story={story} now={now} />;
}
