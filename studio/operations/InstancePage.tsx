import { lazy, type ReactElement, Suspense } from 'react';
import { readInstance } from '../../server/http/contract/instances.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { problemOf } from '../api/problem-error.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { IterationsCard } from '../ui/IterationsCard.tsx';
import { RecordColumns } from '../ui/RecordPage.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { HistoryCard } from './HistoryCard.tsx';
import { IncidentsCard } from './IncidentsCard.tsx';
import { InstanceIterations } from './InstanceIterations.tsx';
import { InstanceHead } from './InstanceHead.tsx';
import { VariablesCard } from './VariablesCard.tsx';
import { WaitingCard } from './WaitingCard.tsx';
import './operations.css';

export type InstanceFile = AnswerOf<typeof readInstance>;

const ProcessDrawing = lazy(async () => ({
  default: (await import('../ui/process-drawing/ProcessDrawing.tsx')).ProcessDrawing,
}));

/** In how many seconds there may be something new: soon while a job is due, as after a retry. */
function newsIn(file: InstanceFile | undefined): number {
  const isMoving = file?.jobs.some(({ runAt }) => runAt <= file.asOf) ?? false;
  return isMoving ? 2 : 10;
}

/** One process instance whole: where it is, why it is stuck, what it holds, everything that has happened to it. */
export function InstancePage({ id }: { readonly id: string }): ReactElement {
  const { text } = useText();
  const { data, error, refetch, isFetching } = useAnswer(readInstance, { params: { instance: id } }, { every: newsIn });
  useDocumentTitle(data?.subject?.title ?? text('nav.operations'));
  if (data !== undefined) return <InstanceShown file={data} />;
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

function InstanceShown({ file }: { readonly file: InstanceFile }): ReactElement {
  const { text } = useText();
  return (
    <>
      <InstanceHead file={file} />
      <RecordColumns
        wide="left"
        left={
          <>
            {file.incidents.length > 0 && <IncidentsCard file={file} />}
            <Card title={text('instance.where')}>
              <Suspense fallback={<SkeletonLines count={7} />}>
                <ProcessDrawing xml={file.diagram.xml} state={file.diagram} problemOf={problemOf} />
              </Suspense>
            </Card>
            {file.status === 'running' && <WaitingCard file={file} />}
            <VariablesCard file={file} />
          </>
        }
        right={
          <>
            <HistoryCard file={file} />
            {file.iterations > 0 && (
              <IterationsCard count={file.iterations}>
                <InstanceIterations id={file.id} />
              </IterationsCard>
            )}
          </>
        }
      />
    </>
  );
}
