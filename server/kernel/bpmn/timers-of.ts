import type { TimerDefinition } from './executable-event.ts';
import type { FlowNode } from './executable-process.ts';

/** The timers a node listens to. */
export function timersOf(node: FlowNode): readonly TimerDefinition[] {
  return 'catches' in node ? node.catches.flatMap((part) => (part.kind === 'timer' ? [part.timer] : [])) : [];
}
