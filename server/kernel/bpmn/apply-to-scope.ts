import type { ProcessEvent } from './events.ts';
import type { InstanceDraft, Writable } from './instance-draft.ts';
import type { Scope } from './process-instance.ts';

type ScopeEvent = Extract<
  ProcessEvent,
  {
    readonly type:
      | 'scope-opened'
      | 'scope-closed'
      | 'scope-interrupted'
      | 'token-arrived'
      | 'tokens-joined'
      | 'gateway-phase'
      | 'compensable-recorded'
      | 'compensation-begun'
      | 'activity-done'
      | 'activity-queued'
      | 'activity-turn'
      | 'ad-hoc-finishing';
  }
>;

/** Writes what an event changes of a scope as a whole: that it is there, its waiting tokens, what was completed in it. */
export function applyToScope(draft: InstanceDraft, event: ScopeEvent): void {
  if (event.type === 'scope-closed') return draft.removeScope(event.scope);
  if (event.type === 'scope-opened') {
    const { id, parent, element, variables, closed, sealed, compensable } = event;
    return draft.addScope({
      id,
      element,
      parent,
      variables,
      elements: [],
      arrivals: {},
      ...(closed ? { closed } : {}),
      ...(sealed ? { sealed } : {}),
      ...(compensable ? { compensable } : {}),
    });
  }
  const scope = draft.scope(event.scope);
  switch (event.type) {
    case 'scope-interrupted':
      scope.interrupted = true;
      return forgetTokens(scope);
    case 'ad-hoc-finishing':
      scope.finishing = true;
      return forgetTokens(scope);
    case 'token-arrived':
      scope.arrivals = { ...scope.arrivals, [event.flow]: (scope.arrivals[event.flow] ?? 0) + 1 };
      return;
    case 'tokens-joined':
      scope.arrivals = withoutOneEach(scope.arrivals, event.flows);
      return;
    case 'gateway-phase': {
      const { [event.element]: _, ...others } = scope.resetting ?? {};
      scope.resetting = event.resetting === null ? others : { ...others, [event.element]: event.resetting };
      return;
    }
    case 'compensable-recorded':
      scope.compensable = [...(scope.compensable ?? []), event.record];
      return;
    case 'compensation-begun':
      scope.compensable = (scope.compensable ?? []).filter(({ id }) => !event.ids.includes(id));
      return;
    case 'activity-done':
      scope.done = [...(scope.done ?? []), event.element];
      return;
    case 'activity-queued':
      scope.queue = [...(scope.queue ?? []), event.element];
      return;
    case 'activity-turn': {
      const left = (scope.queue ?? []).slice(1);
      if (left.length > 0) scope.queue = left;
      else Reflect.deleteProperty(scope, 'queue');
      return;
    }
  }
}

/** Tokens that wait in a scope for others, or for their turn, end there. */
function forgetTokens(scope: Writable<Scope>): void {
  scope.arrivals = {};
  Reflect.deleteProperty(scope, 'resetting');
  Reflect.deleteProperty(scope, 'queue');
}

function withoutOneEach(arrivals: Scope['arrivals'], flows: readonly string[]): Scope['arrivals'] {
  const left: Record<string, number> = { ...arrivals };
  for (const flow of flows) {
    const count = (left[flow] ?? 0) - 1;
    if (count < 0) throw new Error(`a token on flow ${flow} was joined that never arrived`);
    if (count === 0) Reflect.deleteProperty(left, flow);
    else left[flow] = count;
  }
  return left;
}
