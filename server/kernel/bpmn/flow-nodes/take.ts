import type { SequenceFlow } from '../executable-process.ts';
import type { Execution } from '../execution.ts';

/** Puts a token on a sequence flow. */
export function take(execution: Execution, flow: SequenceFlow, scope: number): void {
  const passes = flow.passes ? { passes: flow.passes.stages, because: flow.passes.because } : {};
  execution.emit({ type: 'sequence-flow-taken', flow: flow.id, scope, ...passes });
  execution.schedule({ do: 'enter', element: flow.target, scope, flow: flow.id });
}
