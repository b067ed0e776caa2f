import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { listBeginnings } from '../../server/http/contract/beginnings.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useText } from '../translations/texts.ts';
import type { Column } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { momentWords } from '../ui/time-words.ts';
import { addressOf } from './instance-filters.ts';

type Beginnings = AnswerOf<typeof listBeginnings>;
type Start = Beginnings['starts'][number];
type Gathered = Beginnings['gathered'][number];

const startTones = { armed: 'ok', unarmed: 'quiet', failing: 'late', over: 'quiet', unreadable: 'warn' } as const;

/** The columns of processes that begin at a time. */
export function useStartColumns(now: string): readonly Column<Start>[] {
  const texts = useText();
  const { text, either } = texts;
  return [
    {
      id: 'state',
      title: text('column.state'),
      width: 112,
      cell: ({ state }) => <Tag tone={startTones[state]}>{text(`beginnings.state.${state}`)}</Tag>,
    },
    ...useProcessColumns<Start>(),
    {
      id: 'rule',
      title: text('beginnings.rule'),
      width: 170,
      cell: ({ rule }) => either(rule),
      whole: ({ rule }) => either(rule),
    },
    {
      id: 'next',
      title: text('beginnings.next'),
      width: 190,
      cell: ({ next }) => (next === null ? <span className="quiet">—</span> : momentWords(next, now, texts)),
    },
    {
      id: 'note',
      title: text('beginnings.note'),
      wraps: true,
      cell: ({ state, together, attempts, lastError }): ReactNode => {
        const said = [
          ...(state === 'armed' ? [] : [text(`beginnings.state.${state}.says`, { attempts })]),
          ...(together ? [text('beginnings.together')] : []),
        ];
        return (
          <>
            {said.join(' ')} {lastError !== null && <span className="quiet">{lastError}</span>}
          </>
        );
      },
    },
  ];
}

/** The columns of processes that wait until several messages and signals have come. */
export function useGatheredColumns(now: string): readonly Column<Gathered>[] {
  const texts = useText();
  const { text, either } = texts;
  const listed = (words: Gathered['come']): ReactNode =>
    words.length === 0 ? <span className="quiet">—</span> : words.map(either).join(text('beginnings.between'));
  return [
    {
      id: 'state',
      title: text('column.state'),
      width: 112,
      cell: ({ state, since }) => {
        if (state === 'gone') return <Tag tone="warn">{text('beginnings.state.gone')}</Tag>;
        return (
          <Tag tone={since === null ? 'quiet' : 'accent'}>
            {text(`beginnings.${since === null ? 'silent' : 'waiting'}`)}
          </Tag>
        );
      },
    },
    ...useProcessColumns<Gathered>(),
    { id: 'come', title: text('beginnings.come'), wraps: true, cell: ({ come }) => listed(come) },
    {
      id: 'missing',
      title: text('beginnings.missing'),
      wraps: true,
      cell: ({ missing, state }) => (state === 'gone' ? text('beginnings.state.gone.says') : listed(missing)),
    },
    {
      id: 'since',
      title: text('beginnings.since'),
      width: 190,
      cell: ({ since }) => (since === null ? <span className="quiet">—</span> : momentWords(since, now, texts)),
    },
  ];
}

/** Which process, of which version, in which area: the same in both lists. */
function useProcessColumns<
  Row extends Pick<Start, 'process' | 'event' | 'version' | 'area'>,
>(): readonly Column<Row>[] {
  const { text, pack } = useText();
  return [
    {
      id: 'process',
      title: text('beginnings.process'),
      width: 260,
      cell: ({ process, event }) => (
        <>
          <Link href={addressOf({ view: 'open', process: process.id })}>{pack(process.title)}</Link>{' '}
          <span className="quiet">{pack(event.title)}</span>
        </>
      ),
      whole: ({ process, event }) => `${pack(process.title)} · ${pack(event.title)}`,
    },
    { id: 'version', title: text('beginnings.version'), width: 84, cell: ({ version }) => version.version },
    {
      id: 'area',
      title: text('column.area'),
      width: 130,
      cell: ({ area }) => pack(area.name),
      whole: ({ area }) => pack(area.name),
    },
  ];
}
