import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { listBulkRepairs, readBulkRepair, stopBulkRepair } from '../../server/http/contract/bulk-repairs.ts';
import { listInstances } from '../../server/http/contract/instances.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useStaleWhen } from '../api/use-stale-when.ts';
import { useCommand } from '../api/use-command.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Pager } from '../ui/desktop/Pager.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { type Fact, FactRow } from '../ui/Facts.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Table } from '../ui/Table.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useToast } from '../ui/Toast.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { BulkProgress } from './BulkProgress.tsx';
import { repairWords } from './repair-words.ts';
import { useBulkItemColumns } from './use-bulk-item-columns.tsx';
import './operations.css';

export type BulkFile = AnswerOf<typeof readBulkRepair>;

const PAGE = 100;

/** A repair of many instances: how far it has come, the button that stops it, and what came of each. */
export function BulkPage({ id }: { readonly id: string }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [offset, setOffset] = useState(0);
  const answer = useAnswer(
    readBulkRepair,
    { params: { bulk: id }, query: { offset, limit: PAGE } },
    { every: (file) => (file?.state === 'running' ? 1 : 60), keepBefore: true },
  );
  const { data } = answer;
  useStaleWhen(listInstances, data?.counts.waiting);
  const columns = useBulkItemColumns();
  return (
    <div className="gl-page">
      <div className="gl-page-row">
        <Link href="/operations">{text('nav.operations')}</Link>
        <span className="quiet">/</span>
        <Link href="/operations/bulk">{text('bulk.list')}</Link>
      </div>
      <PageHead title={data === undefined ? text('bulk') : `${text('bulk')} · ${repairWords(data.do, texts)}`}>
        {data?.may.stop === true && <StopButton id={id} />}
      </PageHead>
      {data === undefined ? (
        <Card>
          <Waiting {...waitingFor(answer)} lines={8} />
        </Card>
      ) : (
        <>
          <Card>
            <BulkProgress file={data} />
            <FactRow facts={factsOf(data, texts)} />
          </Card>
          <Card title={text('bulk.items')} count={text('bulk.items.count', { count: data.total })} bare>
            <Table
              label={text('bulk.items')}
              columns={columns}
              rows={data.items}
              rowKey={({ instance }) => instance}
              placeholder={<EmptyState title={text('bulk.empty-items')} next={text('bulk.empty-items.next')} />}
            />
          </Card>
          <Pager offset={offset} shown={data.items.length} total={data.total} size={PAGE} onMove={setOffset} />
        </>
      )}
    </div>
  );
}

function factsOf(file: BulkFile, texts: ReturnType<typeof useText>): readonly Fact[] {
  const { text } = texts;
  const { by, reason, createdAt, asOf, endedAt, stoppedBy } = file;
  return [
    { title: text('reason'), text: reason },
    { title: text('bulk.by'), text: by?.name ?? text('bulk.terminal') },
    { title: text('bulk.when'), text: momentWords(createdAt, asOf, texts) },
    ...(endedAt === null
      ? []
      : [
          {
            title: text('instance.ended-at'),
            text: momentWords(endedAt, asOf, texts),
            more: stoppedBy === null ? undefined : text('bulk.stopped-by', { name: stoppedBy.name }),
          },
        ]),
  ];
}

function StopButton({ id }: { readonly id: string }): ReactElement {
  const { text } = useText();
  const say = useToast();
  const command = useCommand(stopBulkRepair, [readBulkRepair, listBulkRepairs]);
  const stop = async (): Promise<void> => {
    if ((await command.run({ params: { bulk: id } })) !== null) say(text('bulk.stop.done'));
  };
  return (
    <>
      {command.problem === null ? (
        <span className="quiet">{text('bulk.stop.says')}</span>
      ) : (
        <ErrorNote problem={command.problem} />
      )}
      <Button kind="danger" busy={command.busy} onPress={() => void stop()}>
        {text('bulk.stop')}
      </Button>
    </>
  );
}
