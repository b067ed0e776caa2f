import type { ReactElement } from 'react';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { foreseeEnd } from '../../server/http/contract/people.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { DateInput } from '../ui/DateInput.tsx';
import { Field } from '../ui/Field.tsx';
import { Folded } from '../ui/Folded.tsx';
import { Light } from '../ui/Light.tsx';
import { PersonPick } from './PersonPick.tsx';

/** What one position leaves behind when somebody goes. */
type LeftAt = AnswerOf<typeof foreseeEnd>['positions'][number];

/** To whom the work of a position goes, as far as it has been said. */
export interface HandOverDraft {
  readonly to?: HandOver['to'];
  readonly person?: string | undefined;
  readonly until?: string;
}

type HandOver =
  | { to: 'post' | 'fallback' }
  | { to: 'person'; person: string }
  | { to: 'cover'; person: string; until: string };

interface HandOverChoiceProps {
  readonly left: LeftAt;
  /** Who leaves. */
  readonly person: string;
  readonly value: HandOverDraft;
  readonly onChange: (value: HandOverDraft) => void;
}

/** Asks who gets the open user tasks of a position that somebody leaves, with the tasks in sight. */
export function HandOverChoice({ left, person, value, onChange }: HandOverChoiceProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const { position, openUserTasks, userTasks } = left;
  return (
    <section className="gl-note" aria-label={`${pack(position.postTitle)} · ${pack(position.area.name)}`}>
      <b>
        {pack(position.postTitle)} · {pack(position.area.name)}
      </b>
      <p>{text('hand-over.asks', { count: openUserTasks })}</p>
      <Folded title={text('hand-over.tasks', { count: openUserTasks })}>
        <ul className="gl-left-tasks">
          {userTasks.map(({ id, title, subject, light }) => (
            <li key={id}>
              {light !== null && <Light value={light} filled={false} />} {subject.number ?? ''} {pack(subject.title)}{' '}
              <span className="quiet">{pack(title)}</span>
            </li>
          ))}
        </ul>
        {userTasks.length < openUserTasks && (
          <p className="quiet">{text('hand-over.more', { count: openUserTasks - userTasks.length })}</p>
        )}
      </Folded>
      <ChoiceRow
        label={text('hand-over.to')}
        choices={choicesOf(left, texts)}
        value={value.to}
        onChange={(to) => onChange({ ...value, to: to as HandOver['to'] })}
      />
      {(value.to === 'person' || value.to === 'cover') && (
        <PersonPick
          label={text('assign.who')}
          value={value.person}
          onChange={(who) => onChange({ ...value, person: who })}
          except={person}
        />
      )}
      {value.to === 'cover' && (
        <Field label={text('assign.to')} note={text('cover.to.note')} required>
          {(control) => (
            <DateInput
              control={control}
              value={value.until ?? ''}
              onChange={(until) => onChange({ ...value, until })}
            />
          )}
        </Field>
      )}
    </section>
  );
}

/** Only what is possible: with others on the post the work stays there, without them it goes on. */
function choicesOf({ others, fallback }: LeftAt, { text, pack }: Texts): readonly { id: string; title: string }[] {
  const names = others.map(({ name }) => name).join(text('list.comma'));
  const next = fallback && `${pack(fallback.area.name)} · ${pack(fallback.postTitle)}`;
  return [
    ...(others.length > 0 ? [{ id: 'post', title: text('hand-over.post', { names }) }] : []),
    { id: 'person', title: text('hand-over.person') },
    ...(others.length === 0 ? [{ id: 'cover', title: text('hand-over.cover') }] : []),
    ...(others.length === 0 && next
      ? [
          {
            id: 'fallback',
            title: text(`hand-over.fallback${fallback?.holders.length === 0 ? '.vacant' : ''}`, { post: next }),
          },
        ]
      : []),
  ];
}

/** What was said, once it is whole; null while something is missing. */
export function handOverOf({ to, person, until = '' }: HandOverDraft): HandOver | null {
  if (to === 'post' || to === 'fallback') return { to };
  if (to === undefined || person === undefined) return null;
  if (to === 'person') return { to, person };
  return until === '' ? null : { to, person, until };
}
