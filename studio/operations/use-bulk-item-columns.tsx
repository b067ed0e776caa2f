import { Link } from 'wouter';
import { useText } from '../translations/texts.ts';
import type { Column } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { clockWords } from '../ui/time-words.ts';
import type { BulkFile } from './BulkPage.tsx';

type Item = BulkFile['items'][number];

const tones = { done: 'ok', refused: 'warn', failed: 'late', stopped: 'quiet', waiting: 'quiet' } as const;

/** The columns of what came of each instance. */
export function useBulkItemColumns(): readonly Column<Item>[] {
  const { text, either } = useText();
  return [
    {
      id: 'result',
      title: text('bulk.result'),
      width: 104,
      cell: ({ state }) => <Tag tone={tones[state]}>{text(`bulk.${state}`)}</Tag>,
    },
    {
      id: 'item',
      title: text('bulk.item'),
      width: 420,
      cell: ({ instance, number, title }) => (
        <Link href={`/operations/instances/${instance}`}>
          {number !== null && <span className="quiet">{number} </span>}
          {title ?? instance}
        </Link>
      ),
      whole: ({ instance, title }) => title ?? instance,
    },
    {
      id: 'why',
      title: text('bulk.why'),
      wraps: true,
      cell: ({ problem, state }) =>
        problem === null ? (
          <span className="quiet">{state === 'stopped' ? text('bulk.stopped.why') : '—'}</span>
        ) : (
          either(problem)
        ),
    },
    {
      id: 'ended',
      title: text('instance.ended-at'),
      width: 104,
      align: 'right',
      cell: ({ state, endedAt }) => (
        <span className="quiet">{endedAt === null || state === 'stopped' ? '—' : clockWords(endedAt)}</span>
      ),
    },
  ];
}
