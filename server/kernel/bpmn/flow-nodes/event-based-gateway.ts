import type { Catch } from '../executable-event.ts';
import type { EventBasedGateway, FlowNode, SequenceFlow } from '../executable-process.ts';
import type { Behaviour, Execution } from '../execution.ts';
import { listen, stopListening } from '../listening/listen.ts';
import { eventOfKey } from '../listening/catch-keys.ts';
import type { leave } from './leave.ts';
import { wait } from './leave.ts';
import { happens } from './trigger.ts';

/**
 * BPMN 2.0.2, 13.4.4: the token waits for the first of the events behind the gateway, and goes on through that one. A
 * parallel one that begins a process waits for all of them, in any order.
 */
export const eventBasedGateway: Behaviour<EventBasedGateway> = {
  enter(execution, node, element, { start, variables }) {
    const following = eventsBehind(execution, node);
    const open = following.filter(({ event }) => event !== start);
    if (start !== undefined) goThrough(execution, node, element.scope, start, variables ?? {});
    if (start !== undefined && node.instantiate !== 'parallel') return endHere(execution, element);
    const fault = listen(execution, element, open);
    return fault ?? (open.length === 0 ? endHere(execution, element) : wait(execution, element));
  },
  trigger(execution, node, element, key, variables) {
    const event = eventOfKey(key);
    const behind = eventsBehind(execution, node).find((candidate) => candidate.event === event);
    const came = behind ? happens(execution, element, behind, event, { key, variables }) : null;
    if (!came) return null;
    goThrough(execution, node, element.scope, event, came);
    const left = execution.now(element);
    const more = Object.keys(left.timers).length + Object.keys(left.subscriptions ?? {}).length > 0;
    if (node.instantiate === 'parallel' && more) return null;
    stopListening(execution, left);
    return endHere(execution, execution.now(element));
  },
};

interface Behind {
  readonly event: string;
  readonly catches: readonly Catch[];
  readonly all: boolean;
}

function eventsBehind({ process }: Execution, node: EventBasedGateway): readonly Behind[] {
  return node.outgoing.flatMap((id) => {
    const target = process.nodes.get(process.flows.get(id)?.target ?? '');
    return target ? catchesOf(target) : [];
  });
}

function catchesOf(node: FlowNode): readonly Behind[] {
  if (node.type === 'intermediateCatchEvent') return [{ event: node.id, catches: node.catches, all: node.all }];
  if (node.type !== 'receiveTask') return [];
  return [{ event: node.id, catches: [{ kind: 'message', message: node.message }], all: false }];
}

/** The token takes the flow to the event, which has happened already. */
function goThrough(
  execution: Execution,
  node: EventBasedGateway,
  scope: number,
  event: string,
  variables: Readonly<Record<string, never>> | object,
): void {
  const flow = node.outgoing
    .map((id) => execution.process.flows.get(id))
    .find((candidate): candidate is SequenceFlow => candidate?.target === event);
  if (!flow) return;
  execution.emit({ type: 'sequence-flow-taken', flow: flow.id, scope });
  execution.schedule({ do: 'enter', element: event, scope, flow: flow.id, variables: { ...variables } });
}

/** The gateway has no token left: it went on through the event. */
function endHere(execution: Execution, element: Parameters<typeof leave>[1]): null {
  const at = { id: element.id, scope: element.scope };
  execution.emit({ type: 'element-completing', ...at });
  execution.emit({ type: 'element-left', ...at, element: element.element });
  return null;
}
