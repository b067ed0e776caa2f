import type { Command } from './commands.ts';
import type { Catch } from './executable-event.ts';
import type { ExecutableProcess, FlowNode } from './executable-process.ts';

/** What may begin a process from outside. */
export type Occurrence = { readonly kind: 'message' | 'signal'; readonly name: string };

/** Where a process begins by something: what a `create-instance` command says. */
export type Beginning = Pick<Extract<Command, { readonly type: 'create-instance' }>, 'startEvent' | 'event'>;

/**
 * Where a process begins by a message or a signal (BPMN 2.0.2, 13.1): at start events, at receive tasks that instantiate,
 * and at event-based gateways that do, by the event behind them. A start event that needs several things begins by none
 * of them alone.
 */
export function beginningsBy(process: ExecutableProcess, occurrence: Occurrence): readonly Beginning[] {
  return [...process.nodes.values()]
    .filter((node) => node.parent === process.id)
    .flatMap((node): readonly Beginning[] => {
      if (node.type === 'startEvent')
        return !(node.all && node.catches.length > 1) && happens(node, occurrence) ? [{ startEvent: node.id }] : [];
      if (node.type === 'receiveTask')
        return node.instantiate && happens(node, occurrence) ? [{ startEvent: node.id }] : [];
      if (node.type !== 'eventBasedGateway' || node.instantiate === 'no') return [];
      return node.outgoing
        .map((flow) => process.nodes.get(process.flows.get(flow)?.target ?? ''))
        .filter((target) => target !== undefined && happens(target, occurrence))
        .map((target) => ({ startEvent: node.id, event: target?.id ?? '' }));
    });
}

/** Whether anything in a process begins or waits by this. */
export function speaksOf(process: ExecutableProcess, occurrence: Occurrence): boolean {
  return [...process.nodes.values()].some((node) => happens(node, occurrence));
}

/** Whether a node is what happens when this comes. */
function happens(node: FlowNode, occurrence: Occurrence): boolean {
  if (node.type === 'receiveTask') return occurrence.kind === 'message' && node.message.name === occurrence.name;
  return 'catches' in node && node.catches.some((part) => isBy(part, occurrence));
}

function isBy(part: Catch, { kind, name }: Occurrence): boolean {
  if (part.kind === 'message') return kind === 'message' && part.message.name === name;
  return part.kind === 'signal' && kind === 'signal' && part.signal === name;
}
