import type { ProcessEvent } from '../bpmn/events.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import type { Instant } from '../json.ts';

/** One line of what `gridloom run --json` prints: an element was entered, left or cancelled, or a flow was taken. */
export interface TraceLine {
  readonly at: Instant;
  readonly action: 'enter' | 'exit' | 'take' | 'cancel';
  readonly element: string;
  readonly instance: string;
  readonly scope: string;
}

/**
 * The trace lines of one event; most events are bookkeeping and have none. Each arrival at a join counts as entering it,
 * its firing does not count again.
 */
export function traceOf(
  process: ExecutableProcess,
  instance: string,
  at: Instant,
  event: ProcessEvent,
): readonly TraceLine[] {
  const line = (action: TraceLine['action'], element: string, scope: number): readonly TraceLine[] => [
    { at, action, element, instance, scope: scope === 0 ? process.id : String(scope) },
  ];
  switch (event.type) {
    case 'element-entered':
      return gathers(process, event.element) || event.compensates?.element === event.element
        ? []
        : line('enter', event.element, event.scope);
    case 'token-arrived':
      return line('enter', process.flows.get(event.flow)?.target ?? event.flow, event.scope);
    case 'element-left':
      return line('exit', event.element, event.scope);
    case 'element-cancelled':
      return line('cancel', event.element, event.scope);
    case 'sequence-flow-taken':
      return line('take', event.flow, event.scope);
    default:
      return [];
  }
}

/** Nodes at which tokens gather are entered with each arrival; that they fire is not entering. */
function gathers(process: ExecutableProcess, element: string): boolean {
  const node = process.nodes.get(element);
  if (!node) return false;
  if ('startQuantity' in node) return node.startQuantity > 1;
  const joins = node.type === 'parallelGateway' || node.type === 'inclusiveGateway' || node.type === 'complexGateway';
  return joins && node.incoming.length > 1;
}
