import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { listBeginnings } from '../../server/http/contract/beginnings.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { listedNames } from '../ui/area-names.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Table } from '../ui/Table.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { useGatheredColumns, useStartColumns } from './use-beginning-columns.tsx';

/** 自动开始的流程: those that begin at a time, and those that wait until several messages have come. */
export function BeginningsPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const answer = useAnswer(listBeginnings, {}, { every: 30 });
  const { data } = answer;
  const startColumns = useStartColumns(data?.asOf ?? '');
  const gatheredColumns = useGatheredColumns(data?.asOf ?? '');
  const waiting = data === undefined ? <Waiting {...waitingFor(answer)} lines={4} /> : null;
  return (
    <div className="gl-page">
      <div className="gl-page-row">
        <Link href="/operations">{text('nav.operations')}</Link>
      </div>
      <PageHead title={text('beginnings')}>
        {data !== undefined && (
          <ListFacts
            total={text('beginnings.count', { count: data.starts.length + data.gathered.length })}
            rest={text('as-of.within', { time: clockWords(data.asOf), area: listedNames(data.area.name, texts) })}
          />
        )}
      </PageHead>
      <p className="quiet">{text('beginnings.says')}</p>
      <Card title={text('beginnings.starts')} count={data?.starts.length} bare>
        <Table
          label={text('beginnings.starts')}
          columns={startColumns}
          rows={data?.starts ?? []}
          rowKey={({ area, process, event, part }) => `${area.code} ${process.id} ${event.id} ${part}`}
          placeholder={waiting ?? <NoneYet person={person} title={text('beginnings.starts.none')} />}
        />
      </Card>
      <Card title={text('beginnings.gathered')} count={data?.gathered.length} bare>
        <Table
          label={text('beginnings.gathered')}
          columns={gatheredColumns}
          rows={data?.gathered ?? []}
          rowKey={({ area, process, event }) => `${area.code} ${process.id} ${event.id}`}
          placeholder={waiting ?? <NoneYet person={person} title={text('beginnings.gathered.none')} />}
        />
      </Card>
    </div>
  );
}

/** They come from drawings: whoever may change these is led there. */
function NoneYet({ person, title }: { readonly person: SignedInPerson; readonly title: string }): ReactElement {
  const { text } = useText();
  return (
    <EmptyState title={title} next={text('beginnings.none.next')}>
      {person.permissions.includes('definitions.view') && (
        <ButtonLink to="/definitions/process">{text('beginnings.to-processes')}</ButtonLink>
      )}
    </EmptyState>
  );
}
