import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useText } from '../translations/texts.ts';
import { EmptyState } from './EmptyState.tsx';
import { StoryByDay, type StoryLine } from './StoryList.tsx';
import { Tag } from './Tag.tsx';
import './iteration-list.css';

/** An item of a wide loop, which goes on by itself and has a story of its own. */
export interface ShownIteration {
  readonly id: string;
  readonly number: number;
  readonly state: 'running' | 'stuck' | 'suspended' | 'completed' | 'cancelled';
  readonly story: readonly StoryLine[];
  /** Where it is shown whole. */
  readonly to?: string;
}

const tones = { running: 'accent', stuck: 'late', suspended: 'quiet', completed: 'ok', cancelled: 'quiet' } as const;

/** What happened in each of some items. */
export function IterationList({
  iterations,
  now,
}: {
  readonly iterations: readonly ShownIteration[];
  readonly now: string;
}): ReactElement {
  const { text } = useText();
  if (iterations.length === 0)
    return <EmptyState title={text('iterations.none')} next={text('iterations.none.next')} />;
  return (
    <ul className="gl-iterations">
      {iterations.map(({ id, number, state, story, to }) => (
        <li key={id}>
          <h3>
            {to === undefined ? (
              text('iterations.number', { number })
            ) : (
              <Link href={to}>{text('iterations.number', { number })}</Link>
            )}
            <Tag tone={tones[state]}>{text(`instance.state.${state}`)}</Tag>
          </h3>
          <StoryByDay story={story} now={now} />
        </li>
      ))}
    </ul>
  );
}
