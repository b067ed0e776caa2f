import type { ReactElement } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import { Tag } from '../ui/Tag.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';
import './joint-voters.css';

type Joint = NonNullable<UserTaskFile['joint']>;
type Voter = Joint['voters'][number];

const tones = { approve: 'ok', refuse: 'late', asked: 'accent', later: 'quiet' } as const;

/** How those stand who decide together: by which rule, how many have said what, and who is still asked. */
export function JointVoters({ joint }: { readonly joint: Joint }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  return (
    <>
      <p>{ruleWords(joint, texts)}</p>
      <p className="quiet">{standWords(joint, texts)}</p>
      <ol className="gl-voters">
        {joint.voters.map((voter, nth) => (
          <li key={nth} {...(voter.isThis ? { 'aria-current': 'step' } : {})}>
            <span>
              <b>{nameOf(voter, texts)}</b>{' '}
              <span className="quiet">
                {pack(voter.position.area.name)} {pack(voter.position.postTitle)}
              </span>
            </span>
            <Tag tone={tones[voter.state]}>{text(voter.isThis ? 'joint.this' : `joint.${voter.state}`)}</Tag>
          </li>
        ))}
      </ol>
    </>
  );
}

function ruleWords({ mode, needed, voters }: Joint, { text }: Texts): string {
  return text(`joint.${mode}`, { needed, count: voters.length });
}

function standWords({ voters }: Joint, { text }: Texts): string {
  const count = (state: Voter['state']): number => voters.filter((voter) => voter.state === state).length;
  const [approvals, refusals] = [count('approve'), count('refuse')];
  return text('joint.stand', { approvals, refusals, open: voters.length - approvals - refusals });
}

function nameOf({ person, position }: Voter, { text }: Texts): string {
  if (person !== null) return person.name;
  const names = position.holders.map(({ name }) => name);
  return names.length === 0 ? text('vacant') : names.join(text('list.comma'));
}
