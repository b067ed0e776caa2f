import type { Scope } from '../../kernel/bpmn/process-instance.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { readScopes, type InstanceView } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import { loadInstance } from '../process-instances/stored-state.ts';

/** What an element instance sees, and what of it is its own. */
export interface ElementVariables {
  /** Its own over those of the scopes around it, as far as they may be seen. */
  readonly visible: JsonObject;
  /** What its input mappings made. */
  readonly local: JsonObject;
  /** BPMN id of the element; empty when it is no more. */
  readonly element: string;
}

/** Reads the variables of an element instance: only the scopes on the way up are read. */
export async function variablesOf(
  tx: Transaction,
  tenant: string,
  instance: InstanceView,
  at: { readonly element: number; readonly scope: number },
): Promise<ElementVariables> {
  const { scopes } = loadInstance(instance.state, []);
  const chain: Scope[] = [];
  for (let id: number | null = at.scope; id !== null;) {
    const scope: Scope | undefined = scopes[id] ?? (await readScopes(tx, tenant, instance.id, [id]))[0];
    if (!scope) break;
    chain.unshift(scope);
    id = scope.closed ? null : scope.parent;
  }
  const own = chain.at(-1)?.elements.find(({ id }) => id === at.element);
  const local = own?.variables ?? {};
  const visible = Object.assign({}, ...chain.map(({ variables }) => variables), local) as JsonObject;
  return { visible, local, element: own?.element ?? '' };
}
