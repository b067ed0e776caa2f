import type { ProcessInstance, Scope } from '../../kernel/bpmn/process-instance.ts';
import type { JsonObject } from '../../kernel/json.ts';

/** What is written of an instance: its own row with the root scope, and the rows of the other scopes that changed. */
export interface StoredState {
  readonly state: JsonObject;
  readonly scopesSet: readonly { readonly scope: number; readonly state: Scope }[];
  readonly scopesGone: readonly { readonly scope: number }[];
}

/**
 * Splits an instance into rows: the root scope lives in the instance's row, so an ordinary waiting instance is one row.
 *
 * @param before the instance as it was loaded; scopes with the same identity were not touched
 * @param after the instance after the step
 */
export function storedState(before: ProcessInstance, after: ProcessInstance): StoredState {
  const { scopes, ...own } = after;
  const others = Object.values(scopes).filter((scope) => scope.id !== 0);
  return {
    // The kernel's state is JSON by construction; its interfaces just do not say so.
    state: { ...own, root: scopes[0] ?? null } as unknown as JsonObject,
    scopesSet: others
      .filter((scope) => before.scopes[scope.id] !== scope)
      .map((scope) => ({ scope: scope.id, state: scope })),
    scopesGone: Object.keys(before.scopes)
      .map(Number)
      .filter((id) => id !== 0 && !(id in scopes))
      .map((scope) => ({ scope })),
  };
}

/**
 * Puts an instance together from its rows.
 *
 * @throws Error when the row is of a format this program does not know: it was written by a newer one
 */
export function loadInstance(state: JsonObject, scopes: readonly Scope[]): ProcessInstance {
  const { root, ...own } = state as unknown as Omit<ProcessInstance, 'scopes'> & { readonly root: Scope | null };
  if (own.format !== 1) throw new Error(`instance ${own.id} has the unknown format ${String(own.format)}`);
  const all = root ? [root, ...scopes] : scopes;
  return { ...own, scopes: Object.fromEntries(all.map((scope) => [scope.id, scope])) };
}
