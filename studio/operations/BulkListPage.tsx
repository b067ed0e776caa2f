import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { listBulkRepairs } from '../../server/http/contract/bulk-repairs.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { clockWords, columnTime } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { repairWords } from './repair-words.ts';

type BulkLine = AnswerOf<typeof listBulkRepairs>['repairs'][number];

/** Repairs of many instances, the latest first. */
export function BulkListPage(): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [, navigate] = useLocation();
  const answer = useAnswer(listBulkRepairs, {}, { every: 10 });
  const { data } = answer;
  return (
    <div className="gl-page">
      <div className="gl-page-row">
        <Link href="/operations">{text('nav.operations')}</Link>
      </div>
      <PageHead title={text('bulk.list')}>
        {data !== undefined && (
          <ListFacts
            total={text('bulk.count', { count: data.repairs.length })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: listedNames(data.area.name, texts) })}
          />
        )}
      </PageHead>
      <Table
        label={text('bulk.list')}
        columns={columnsOf(texts, data?.asOf ?? '')}
        rows={data?.repairs ?? []}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/operations/bulk/${id}`)}
        placeholder={
          data === undefined ? (
            <Waiting {...waitingFor(answer)} lines={8} />
          ) : (
            <EmptyState title={text('bulk.none')} next={text('bulk.none.next')}>
              <ButtonLink to="/operations">{text('nav.operations')}</ButtonLink>
            </EmptyState>
          )
        }
      />
    </div>
  );
}

const tones = { running: 'accent', done: 'ok', stopped: 'quiet' } as const;

function columnsOf(texts: Texts, now: string): readonly Column<BulkLine>[] {
  const { text } = texts;
  return [
    {
      id: 'state',
      title: text('column.state'),
      width: 104,
      cell: ({ state }) => <Tag tone={tones[state]}>{text(`bulk.state.${state}`)}</Tag>,
    },
    {
      id: 'what',
      title: text('bulk.what'),
      width: 132,
      cell: ({ id, do: what }) => <Link href={`/operations/bulk/${id}`}>{repairWords(what, texts)}</Link>,
    },
    { id: 'reason', title: text('reason'), cell: ({ reason }) => reason, whole: ({ reason }) => reason },
    {
      id: 'counts',
      title: text('bulk.result'),
      width: 300,
      cell: ({ counts, total }) =>
        [
          `${text('bulk.done')} ${counts.done} / ${total}`,
          ...(['refused', 'failed', 'stopped'] as const)
            .filter((state) => counts[state] > 0)
            .map((state) => `${text(`bulk.${state}`)} ${counts[state]}`),
        ].join(' · '),
    },
    { id: 'by', title: text('bulk.by'), width: 100, cell: ({ by }) => by?.name ?? text('bulk.terminal') },
    {
      id: 'when',
      title: text('bulk.when'),
      width: 116,
      align: 'right',
      cell: ({ createdAt }) => <span className="quiet">{columnTime(createdAt, now)}</span>,
    },
  ];
}
