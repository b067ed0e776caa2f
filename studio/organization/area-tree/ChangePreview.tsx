import type { ReactElement } from 'react';
import { readStanding } from '../../../server/http/contract/area-changes.ts';
import { type AreaChange, areaNow, endedBy, successionsOn } from '../../../server/kernel/organization/area-changes.ts';
import type { AnswerOf } from '../../../server/http/contract/operation.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useText } from '../../translations/texts.ts';
import { momentWords } from '../../ui/time-words.ts';
import { useNow } from '../../ui/use-now.ts';
import type { Areas } from './edit-areas.ts';

interface ChangePreviewProps {
  /** The areas as they would be written. */
  readonly next: Areas;
  readonly change: AreaChange;
}

/** What is open in the areas that end and who holds posts there, and where each piece and each person goes. */
export function ChangePreview({ next, change }: ChangePreviewProps): ReactElement | null {
  const { text } = useText();
  const ended = endedBy(change);
  const [first = '', ...others] = ended;
  const { data, error } = useAnswer(
    readStanding,
    { params: { area: first }, query: others.length === 0 ? {} : { with: others.join(',') } },
    { when: ended.length > 0 },
  );
  return (
    <section className="gl-area-preview" aria-label={text('area-change.preview')}>
      <h3>{text('area-change.preview')}</h3>
      {change.kind === 'move' && change.from.length > 1 && (
        <p>{text('area-change.preview.below', { count: change.from.length - 1 })}</p>
      )}
      {data === undefined ? (
        // An area that is new in the draft is not there yet: nothing can be alive in it.
        <p className="quiet">
          {error === null ? text('area-change.preview.reading') : text('area-change.preview.no-cases')}
        </p>
      ) : (
        <Consequences data={data} next={next} change={change} />
      )}
      {data !== undefined && <AsOf at={data.asOf} />}
    </section>
  );
}

type Standing = AnswerOf<typeof readStanding>;

/** What is there now, piece by piece: where each goes. */
function Consequences({ data, next, change }: ChangePreviewProps & { readonly data: Standing }): ReactElement {
  const { text, pack } = useText();
  const successions = successionsOn([change], change.on);
  const goal = (code: string): string => {
    const to = areaNow(successions, code);
    return pack(next.areas.find((area) => area.code === to)?.name ?? to);
  };
  // Where several areas end, the same post is in each of them.
  const several = endedBy(change).length > 1;
  const postOf = (area: { readonly name: string }, title: string): string =>
    several ? `${pack(area.name)} ${pack(title)}` : pack(title);
  const { rule, holders } = successions.get(endedBy(change)[0] ?? '') ?? { rule: 'follow', holders: 'end' };
  return (
    <ul className="gl-consequences">
      <li>
        {data.openCases === 0
          ? text('area-change.preview.no-cases')
          : text('area-change.preview.cases', { count: data.openCases, late: data.lateCases })}
      </li>
      {data.posts
        .filter(({ openUserTasks }) => openUserTasks > 0)
        .map(({ area, post, postTitle, openUserTasks: count }) => (
          <li key={`${post} ${area.code}`}>
            {rule === 'stay'
              ? text('area-change.preview.tasks-stay', { post: postOf(area, postTitle), count })
              : text('area-change.preview.tasks', { post: postOf(area, postTitle), count, to: goal(area.code) })}
          </li>
        ))}
      {data.posts.flatMap(({ area, post, postTitle, holders: people }) =>
        people.map(({ person }) => (
          <li key={`${post} ${area.code} ${person.id}`}>
            {text(holders === 'follow' ? 'area-change.preview.holder-goes' : 'area-change.preview.holder-ends', {
              person: person.name,
              post: postOf(area, postTitle),
              to: goal(area.code),
            })}
          </li>
        )),
      )}
      {data.posts.every(({ holders: people }) => people.length === 0) && (
        <li>{text('area-change.preview.no-holders')}</li>
      )}
    </ul>
  );
}

function AsOf({ at }: { readonly at: string }): ReactElement {
  const texts = useText();
  const now = useNow();
  return <p className="quiet">{texts.text('area-change.preview.as-of', { time: momentWords(at, now, texts) })}</p>;
}
