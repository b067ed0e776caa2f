import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { Catch } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance, Scope } from '../process-instance.ts';
import { cancelElement, cancelScope, interruptScope } from './cancel.ts';

/** Who catches an error or an escalation. */
type Catcher =
  | { readonly at: 'boundary'; readonly host: ElementInstance; readonly event: string; readonly interrupting: boolean }
  | {
      readonly at: 'event-sub-process';
      readonly scope: number;
      readonly event: string;
      readonly subProcess: string;
      readonly interrupting: boolean;
    };

type Thrown = { readonly kind: 'error' | 'escalation'; readonly code: string | null };

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
  const caughtBy = catcher?.event ?? (leavesInstance(execution, code) ? 'caller' : null);
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
  const caughtBy = catcher?.event ?? (execution.instance.called === true ? 'caller' : null);
  execution.emit({ type: 'escalation-thrown', id, scope, element, code, caughtBy, variables });
  if (catcher) caught(execution, catcher, variables);
}

function caught(execution: Execution, catcher: Catcher, variables: JsonObject): void {
  const by = { system: 'operator' } as const;
  if (catcher.at === 'boundary') {
    const { host, event, interrupting } = catcher;
    if (interrupting) cancelElement(execution, execution.now(host), by);
    return execution.schedule({ do: 'enter', element: event, scope: host.scope, flow: null, variables });
  }
  const { scope, event, subProcess, interrupting } = catcher;
  if (interrupting) interruptScope(execution, scope, by);
  execution.schedule({ do: 'enter', element: subProcess, scope, flow: null, start: event, variables });
}

function catcherOf(execution: Execution, from: ElementInstance, thrown: Thrown): Catcher | null {
  for (let element: ElementInstance | null = from; element !== null;) {
    const onBoundary = boundaryCatcher(execution, element, thrown);
    if (onBoundary) return onBoundary;
    const inScope = scopeCatcher(execution, element.scope, thrown, element.element);
    if (inScope) return inScope;
    element = execution.host(execution.scope(element.scope));
  }
  return null;
}

function boundaryCatcher(execution: Execution, host: ElementInstance, thrown: Thrown): Catcher | null {
  if (host.iteration !== undefined) return null;
  const events = execution.process.boundaryEvents.get(host.element) ?? [];
  const event = best(events, ({ catches }) => catches, thrown);
  return event && { at: 'boundary', host, event: event.id, interrupting: event.interrupting };
}

/** An event sub-process in the scope; what comes out of one is not caught by itself, or it would go on for ever. */
function scopeCatcher(execution: Execution, id: number, thrown: Thrown, from: string): Catcher | null {
  const scope = execution.scope(id);
  if (scope.interrupted) return null;
  const { scopes, nodes } = execution.process;
  const others = (execution.definition(scope)?.eventSubProcesses ?? []).filter((subProcess) => subProcess !== from);
  const starts = others.flatMap((subProcess) =>
    (scopes.get(subProcess)?.starts ?? []).flatMap((start) => {
      const node = nodes.get(start);
      return node?.type === 'startEvent' ? [{ subProcess, node }] : [];
    }),
  );
  const found = best(starts, ({ node }) => node.catches, thrown);
  return (
    found && {
      at: 'event-sub-process',
      scope: id,
      event: found.node.id,
      subProcess: found.subProcess,
      interrupting: found.node.interrupting,
    }
  );
}

/** One that names the code before one that catches all. */
function best<Candidate>(
  candidates: readonly Candidate[],
  catches: (candidate: Candidate) => readonly Catch[],
  { kind, code }: Thrown,
): Candidate | null {
  const withCode = (wanted: string | null) => (candidate: Candidate) =>
    catches(candidate).some((part) => part.kind === kind && part.code === wanted);
  return (code === null ? undefined : candidates.find(withCode(code))) ?? candidates.find(withCode(null)) ?? null;
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
