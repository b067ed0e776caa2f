import type { InstanceDraft, Writable } from './instance-draft.ts';
import type { Compensable, ElementInstance, Scope, Work } from './process-instance.ts';

type Named = (id: string) => string;

/** Everything keeps its place under the name it has in the other model: what is alive, what waits, what can be undone. */
export function applyMigration(
  draft: InstanceDraft,
  process: string,
  names: { readonly [from: string]: string },
): void {
  const named: Named = (id) => names[id] ?? id;
  draft.own.process = process;
  const { iteration } = draft.now;
  if (iteration) draft.own.iteration = { ...iteration, element: named(iteration.element) };
  draft.own.agenda = draft.now.agenda.map((work) => renamedWork(work, named));
  for (const { id } of Object.values(draft.now.scopes)) {
    const scope = draft.scope(id);
    scope.element = id === 0 ? process : named(scope.element);
    renameScope(scope, named);
    for (const { id: of } of Array.from(scope.elements)) renameElement(draft.element(id, of), named);
  }
}

function renameScope(scope: Writable<Scope>, named: Named): void {
  scope.arrivals = Object.fromEntries(Object.entries(scope.arrivals).map(([flow, count]) => [named(flow), count]));
  if (scope.timers) scope.timers = renamed(scope.timers, named);
  if (scope.subscriptions) scope.subscriptions = renamed(scope.subscriptions, named);
  if (scope.heard) scope.heard = scope.heard.map((key) => renamedKey(key, named));
  if (scope.came) scope.came = renamed(scope.came, named);
  if (scope.rounds) scope.rounds = renamed(scope.rounds, named);
  if (scope.compensable) scope.compensable = scope.compensable.map((record) => renamedRecord(record, named));
  if (scope.done) scope.done = scope.done.map(named);
  if (scope.queue) scope.queue = scope.queue.map(named);
  if (scope.resetting)
    scope.resetting = Object.fromEntries(
      Object.entries(scope.resetting).map(([gateway, flows]) => [named(gateway), flows.map(named)]),
    );
}

function renameElement(element: Writable<ElementInstance>, named: Named): void {
  element.element = named(element.element);
  element.timers = renamed(element.timers, named);
  if (element.subscriptions) element.subscriptions = renamed(element.subscriptions, named);
  if (element.heard) element.heard = element.heard.map((key) => renamedKey(key, named));
  if (element.came) element.came = renamed(element.came, named);
  if (element.rounds) element.rounds = renamed(element.rounds, named);
  if (element.inner) element.inner = element.inner.map((record) => renamedRecord(record, named));
  if (element.compensates) element.compensates = renamedRecord(element.compensates, named);
  if (element.compensating) element.compensating = element.compensating.map((record) => renamedRecord(record, named));
}

function renamedRecord(record: Compensable, named: Named): Compensable {
  return {
    ...record,
    element: named(record.element),
    ...(record.inner ? { inner: record.inner.map((inner) => renamedRecord(inner, named)) } : {}),
  };
}

function renamedWork(work: Work, named: Named): Work {
  if (work.do !== 'enter') return work;
  return { ...work, element: named(work.element), flow: work.flow === null ? null : named(work.flow) };
}

function renamed<Value>(keyed: { readonly [key: string]: Value }, named: Named): { readonly [key: string]: Value } {
  return Object.fromEntries(Object.entries(keyed).map(([key, value]) => [renamedKey(key, named), value]));
}

/** A key begins with the id of its event, if it has one (`catch-keys.ts`). */
export function renamedKey(key: string, named: Named): string {
  return key.replace(/^[^:]+/, named);
}
