import type { ProcessInstance, Scope } from '../../kernel/bpmn/process-instance.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { currentFormat, instanceUpgrades, type StoredParts } from './instance-upgrades.ts';

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

/** Whether an instance was written in an older form: then all its scopes are read, upgraded and written anew. */
export function isOlder(state: JsonObject): boolean {
  return state['format'] !== currentFormat;
}

/** The same instance with no scope known as it is stored, so that every scope is written. */
export function asUnwritten(instance: ProcessInstance): ProcessInstance {
  const scopes = Object.entries(instance.scopes).map(([id, scope]) => [id, { ...scope }] as const);
  return { ...instance, scopes: Object.fromEntries(scopes) };
}

/**
 * Puts an instance together from its rows, in the form of today.
 *
 * @param upgrades from each older format to the next
 * @throws Error when the row is of a format this program does not know: it was written by a newer one
 */
export function loadInstance(
  state: JsonObject,
  scopes: readonly Scope[],
  upgrades: typeof instanceUpgrades = instanceUpgrades,
): ProcessInstance {
  const stored = upgraded({ own: state, scopes: scopes as unknown as readonly JsonObject[] }, upgrades);
  // What is stored is the kernel's state as JSON, upgraded to the form of today.
  const { root, ...own } = stored.own as unknown as Omit<ProcessInstance, 'scopes'> & { readonly root: Scope | null };
  const others = stored.scopes as unknown as readonly Scope[];
  const all = root ? [root, ...others] : others;
  return { ...own, scopes: Object.fromEntries(all.map((scope) => [scope.id, scope])) };
}

function upgraded(stored: StoredParts, upgrades: typeof instanceUpgrades): StoredParts {
  let parts = stored;
  while (parts.own['format'] !== currentFormat) {
    const { format, id } = parts.own;
    const upgrade = upgrades.get(Number(format));
    if (!upgrade) throw new Error(`instance ${JSON.stringify(id)} has the unknown format ${JSON.stringify(format)}`);
    parts = upgrade(parts);
  }
  return parts;
}
