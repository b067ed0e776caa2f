import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { Execution } from '../execution.ts';
import { listeningOf } from '../listening/listener.ts';
import type { ElementInstance, Scope } from '../process-instance.ts';
import { cancelElement, cancelScope, interruptScope } from './cancel.ts';
import { catcherOf, type Catcher } from './catcher.ts';
import { gather } from './gather.ts';
import { listenAgain } from './listen-again.ts';

/**
 * Throws an error (BPMN 2.0.2, 13.5.3, 10.5.1): the nearest boundary event or event sub-process around it that catches
 * its code, or else every error, ends what it is on. An error that nobody catches goes to the caller of the process;
 * where there is none it is an incident, for nothing in the model says how to go on.
 *
 * @param from where it comes from: an activity's own boundary is asked too
 */
export function throwError(
  execution: Execution,
  from: ElementInstance,
  code: string | null,
  variables: JsonObject,
): EvaluationFault | null {
  const catcher = catcherOf(execution, from, { kind: 'error', code });
  const { id, scope, element } = from;
  const caughtBy = catcher?.event.id ?? (leavesInstance(execution, code) ? 'caller' : null);
  if (caughtBy === null) return unhandled(execution, from, code);
  execution.emit({ type: 'error-thrown', id, scope, element, code, caughtBy, variables });
  if (catcher) caught(execution, catcher, variables);
  else {
    cancelScope(execution, 0, { system: 'operator' });
    execution.emit({ type: 'instance-cancelled', because: 'error', by: { system: 'operator' } });
  }
  return null;
}

/** A caller hears every error; of an iteration the loop hears those that are caught around it. */
function leavesInstance({ instance }: Execution, code: string | null): boolean {
  const { iteration, called } = instance;
  return iteration ? iteration.caught.some((one) => one === null || one === code) : called === true;
}

/**
 * Throws an escalation: the nearest that catches it does, and may or may not end what it is on; nobody need catch it
 * (BPMN 2.0.2, 10.5.1). It may leave a called process for its caller.
 */
export function throwEscalation(
  execution: Execution,
  from: ElementInstance,
  code: string | null,
  variables: JsonObject,
): void {
  const catcher = catcherOf(execution, from, { kind: 'escalation', code });
  const { id, scope, element } = from;
  const caughtBy = catcher?.event.id ?? (execution.instance.called === true ? 'caller' : null);
  execution.emit({ type: 'escalation-thrown', id, scope, element, code, caughtBy, variables });
  if (catcher) caught(execution, catcher, variables);
}

function caught(execution: Execution, { event, key, listener, host }: Catcher, came: JsonObject): void {
  const variables = gather(execution, listener, event, event.id, { key, variables: came });
  if (!variables) return;
  const by = { system: 'operator' } as const;
  const { scope } = listener;
  if (!event.interrupting) listenAgain(execution, listener, event, key, listeningOf(execution, listener));
  else if (host) cancelElement(execution, execution.now(host), by);
  else interruptScope(execution, scope, by);
  const entered = host ? { element: event.id } : { element: event.parent, start: event.id };
  execution.schedule({ do: 'enter', ...entered, scope, flow: null, variables });
}

function unhandled(
  execution: Execution,
  { element, id, scope }: ElementInstance,
  code: string | null,
): EvaluationFault {
  execution.emit({ type: 'error-thrown', id, scope, element, code, caughtBy: null });
  const said = code ?? '';
  return {
    code: 'error-unhandled',
    zh: `出现错误「${said}」，流程里没有写这时怎么办。请在外面加一个处理它的边界事件，或中止这件事。`,
    en: `The error "${said}" was thrown and nothing in the process catches it. Add an event that does, or cancel.`,
  };
}

/** Codes of errors that are caught around an element, on its boundary or further out; `null` where all of them are. */
export function caughtAround(execution: Execution, from: ElementInstance): readonly (string | null)[] {
  const codes = new Set<string | null>(execution.instance.iteration?.caught);
  if (execution.instance.called && !execution.instance.iteration) codes.add(null);
  for (let element: ElementInstance | null = from; element !== null;) {
    const { nodes, scopes, boundaryEvents } = execution.process;
    const scope: Scope = execution.scope(element.scope);
    const starts = (execution.definition(scope)?.eventSubProcesses ?? []).flatMap((id) => scopes.get(id)?.starts ?? []);
    const catching = [
      ...(element.iteration === undefined ? (boundaryEvents.get(element.element) ?? []) : []),
      ...(scope.interrupted ? [] : starts.map((id) => nodes.get(id))),
    ];
    for (const node of catching)
      if (node && 'catches' in node) for (const part of node.catches) if (part.kind === 'error') codes.add(part.code);
    element = execution.host(scope);
  }
  return [...codes];
}
