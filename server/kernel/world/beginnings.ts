import type { Catch } from '../bpmn/executable-event.ts';
import type { ExecutableProcess, FlowNode } from '../bpmn/executable-process.ts';

/** An event by which a process begins (BPMN 2.0.2, 10.5.2, 13.2). */
export interface Beginning {
  readonly process: ExecutableProcess;
  /** The start event, receive task or event-based gateway the instance begins at. */
  readonly node: string;
  /** Of an event-based gateway: the event behind it. */
  readonly event?: string;
  readonly catches: readonly Catch[];
  /** Parallel multiple: it begins when all of them have come (BPMN 2.0.2, 10.5.2.3). */
  readonly all: boolean;
}

/** The events by which new instances of processes begin, in the order they are drawn. */
export function beginningsOf(processes: readonly ExecutableProcess[]): readonly Beginning[] {
  return processes.flatMap((process) =>
    [...process.nodes.values()].filter(({ parent }) => parent === process.id).flatMap((node) => at(process, node)),
  );
}

function at(process: ExecutableProcess, node: FlowNode): readonly Beginning[] {
  if (node.type === 'startEvent' || (node.type === 'receiveTask' && node.instantiate))
    return [{ process, node: node.id, ...heardAt(node) }];
  if (node.type !== 'eventBasedGateway' || node.instantiate === 'no') return [];
  return node.outgoing.flatMap((flow) => {
    const behind = process.nodes.get(process.flows.get(flow)?.target ?? '');
    return behind ? [{ process, node: node.id, event: behind.id, ...heardAt(behind) }] : [];
  });
}

function heardAt(node: FlowNode): Pick<Beginning, 'catches' | 'all'> {
  if (node.type === 'receiveTask') return { catches: [{ kind: 'message', message: node.message }], all: false };
  if (!('catches' in node)) return { catches: [], all: false };
  return { catches: node.catches, all: node.all && node.catches.length > 1 };
}
