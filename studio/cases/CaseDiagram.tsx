import type { ReactElement } from 'react';
import { problemOf } from '../api/problem-error.ts';
import { useAnswer } from '../api/use-answer.ts';
import { readCaseDiagram } from '../../server/http/contract/cases.ts';
import { useText } from '../translations/texts.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ProcessDrawing } from '../ui/process-drawing/ProcessDrawing.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { StageLine } from '../ui/StageLine.tsx';
import type { CaseFile } from './CasePage.tsx';

/** Where the case stands: its stages in a line, and its process with what is done, the live token, and what may come. */
export function CaseDiagram({
  id,
  stages,
}: {
  readonly id: string;
  readonly stages: CaseFile['stages'];
}): ReactElement {
  const { pack } = useText();
  const { data, error, refetch, isFetching } = useAnswer(readCaseDiagram, { params: { case: id } }, { every: 30 });
  return (
    <>
      <StageLine stages={stages.map((stage) => ({ ...stage, title: pack(stage.title) }))} />
      {data !== undefined && <ProcessDrawing xml={data.xml} state={data} problemOf={problemOf} />}
      {data === undefined && error === null && <SkeletonLines count={6} />}
      {data === undefined && error !== null && (
        <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      )}
    </>
  );
}
