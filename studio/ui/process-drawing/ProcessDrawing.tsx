import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { ErrorState } from '../ErrorState.tsx';
import type { ShownProblem } from '../shown-problem.ts';
import { DrawingTools } from './DrawingTools.tsx';
import { drawProcess, type DrawnProcess } from './draw-process.ts';
import type { DrawnState } from './drawn-state.ts';

interface ProcessDrawingProps {
  readonly xml: string;
  readonly state: DrawnState;
  /** How a drawing that cannot be shown is told. */
  readonly problemOf: (thrown: unknown) => ShownProblem;
  /** As high as what holds it, instead of the height of a card. */
  readonly filling?: boolean;
}

/** A process with what is done, its live tokens, and what may come. It is drawn once and follows its state. */
export function ProcessDrawing({ xml, state, problemOf, filling = false }: ProcessDrawingProps): ReactElement {
  const { text, pack } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnProcess | null>(null);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [large, setLarge] = useState(false);
  const stands = JSON.stringify(state);
  const tokens = state.tokens.map(({ element }) => element).join(' ');
  useEffect(() => {
    if (frame.current === null) return;
    const drawing = drawProcess(frame.current, xml, {
      label: text('diagram.label'),
      here: text('diagram.here'),
      stuck: text('diagram.stuck'),
      lights: { yellow: `▲ ${text('light.word.yellow')}`, red: `■ ${text('light.word.red')}` },
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
  }, [xml, text, pack, problemOf]);
  useEffect(() => drawn?.mark(JSON.parse(stands) as DrawnState), [drawn, stands]);
  useEffect(() => drawn?.show(large ? 'whole' : 'token'), [drawn, large, tokens]);
  if (problem !== null) return <ErrorState problem={problem} />;
  return (
    <div className={`gl-diagram${large ? ' gl-diagram-large' : filling ? ' gl-diagram-filling' : ''}`}>
      <div ref={frame} className="gl-diagram-frame" />
      <DrawingTools drawn={drawn} large={large} onLarge={setLarge} />
    </div>
  );
}
