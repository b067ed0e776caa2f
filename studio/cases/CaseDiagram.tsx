import { type ReactElement, useEffect, useRef, useState } from 'react';
import { problemOf, type ProblemRecord } from '../api/problem-error.ts';
import { useAnswer } from '../api/use-answer.ts';
import { readCaseDiagram } from '../../server/http/contract/cases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useText } from '../translations/texts.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { StageLine } from '../ui/StageLine.tsx';
import type { CaseFile } from './CasePage.tsx';
import { DiagramTools } from './DiagramTools.tsx';
import { drawDiagram, type DrawnDiagram } from './draw-diagram.ts';

type Diagram = AnswerOf<typeof readCaseDiagram>;

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
      {data !== undefined && <Drawing diagram={data} />}
      {data === undefined && error === null && <SkeletonLines count={6} />}
      {data === undefined && error !== null && (
        <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
      )}
    </>
  );
}

function Drawing({ diagram }: { readonly diagram: Diagram }): ReactElement {
  const { text, pack } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnDiagram | null>(null);
  const [problem, setProblem] = useState<ProblemRecord | null>(null);
  const [large, setLarge] = useState(false);
  const asDrawn = JSON.stringify(diagram);
  useEffect(() => {
    if (frame.current === null) return;
    const drawing = drawDiagram(frame.current, JSON.parse(asDrawn) as Diagram, {
      label: text('diagram.label'),
      here: text('diagram.here'),
      stuck: text('case.stuck'),
      pack,
    });
    drawing.ready.then(
      () => setDrawn(drawing),
      (thrown: unknown) => setProblem(problemOf(thrown)),
    );
    return () => {
      setDrawn(null);
      drawing.remove();
    };
  }, [asDrawn, text, pack]);
  useEffect(() => drawn?.show(large ? 'whole' : 'token'), [drawn, large]);
  if (problem !== null) return <ErrorState problem={problem} />;
  return (
    <div className={large ? 'gl-diagram gl-diagram-large' : 'gl-diagram'}>
      <div ref={frame} className="gl-diagram-frame" />
      <DiagramTools drawn={drawn} large={large} onLarge={setLarge} />
    </div>
  );
}
