import { lazy, type ReactElement, type ReactNode, Suspense } from 'react';
import { problemOf } from '../api/problem-error.ts';
import { useAnswer } from '../api/use-answer.ts';
import { readCase } from '../../server/http/contract/cases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { IterationsCard } from '../ui/IterationsCard.tsx';
import { RecordColumns } from '../ui/RecordPage.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { besideReport, StoryByDay } from '../ui/StoryList.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useNow } from '../ui/use-now.ts';
import { CaseHead } from './CaseHead.tsx';
import { CaseInformed } from './CaseInformed.tsx';
import { CaseIterations } from './CaseIterations.tsx';
import { CaseLadder } from './CaseLadder.tsx';
import { CaseOffers } from './CaseOffers.tsx';
import { CaseRequests } from './CaseRequests.tsx';
import { CaseReport } from './CaseReport.tsx';
import { CaseUserTasks } from './CaseUserTasks.tsx';
import './case-page.css';

export type CaseFile = AnswerOf<typeof readCase>;

const CaseDiagram = lazy(async () => ({ default: (await import('./CaseDiagram.tsx')).CaseDiagram }));

/** A case: who has it and until when, what happened, where it stands, and what happens if nobody acts. */
export function CasePage({ id }: { readonly id: string }): ReactElement {
  const { data, error, refetch, isFetching } = useAnswer(readCase, { params: { case: id } }, { every: 30 });
  useDocumentTitle(data?.number ?? '');
  if (data !== undefined) return <CaseShown file={data} />;
  return (
    <div className="gl-page">
      <Card>
        {error === null ? (
          <SkeletonLines count={12} />
        ) : (
          <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
        )}
      </Card>
    </div>
  );
}

interface Shown {
  readonly file: CaseFile;
  readonly now: string;
}

function CaseShown({ file }: Pick<Shown, 'file'>): ReactElement {
  const now = useNow();
  return (
    <>
      <CaseHead file={file} now={now} />
      <RecordColumns
        wide="right"
        left={<WhatHappened file={file} now={now} />}
        right={<WhereItStands file={file} now={now} />}
      />
    </>
  );
}

/** What was reported, and the story since. */
function WhatHappened({ file, now }: Shown): ReactElement {
  const { text } = useText();
  return (
    <>
      <CaseReport file={file} />
      <Card title={text('case.story')} count={text('count.entries', { count: file.story.length })}>
        {file.story.length === 0 ? (
          <EmptyState title={text('case.story.none')} next={text('case.story.none.next')} />
        ) : (
          <StoryByDay story={besideReport(file.story)} now={now} />
        )}
      </Card>
      {file.iterations > 0 && (
        <IterationsCard count={file.iterations}>
          <CaseIterations id={file.id} />
        </IterationsCard>
      )}
    </>
  );
}

/** The drawing, who has what and was told, what was asked of its clocks, and what happens if nobody acts. */
function WhereItStands({ file, now }: Shown): ReactElement {
  const { text, pack } = useText();
  return (
    <>
      <Card
        title={text('case.where')}
        aside={`${pack(file.process.name)} ${text('version', { version: file.process.packVersion })}`}
      >
        <Suspense fallback={<SkeletonLines count={7} />}>
          <CaseDiagram id={file.id} stages={file.stages} />
        </Suspense>
      </Card>
      <CaseOffers file={file} around={inCard} />
      <CaseUserTasks file={file} now={now} />
      <CaseInformed file={file} now={now} around={inCard} />
      {file.requests.length > 0 && (
        <Card title={text('case.requests')} count={text('requests.count', { count: file.requests.length })}>
          <CaseRequests requests={file.requests} />
        </Card>
      )}
      {file.ladder !== null && (
        <CaseLadder ladder={file.ladder} closed={file.status !== 'open'} mayActNow={file.may.sendUp} now={now} />
      )}
    </>
  );
}

function inCard(title: string, count: string, list: ReactNode): ReactElement {
  return (
    <Card title={title} count={count}>
      {list}
    </Card>
  );
}
