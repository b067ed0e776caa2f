import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { readScopes } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import { loadInstance } from '../process-instances/stored-state.ts';

/** What the process gave a user task to begin with: presets and what is only shown. */
export function localVariables(instance: ProcessInstance, row: Pick<UserTaskRow, 'id' | 'scope'>): JsonObject {
  const scope = instance.scopes[row.scope];
  return scope?.elements.find((element) => element.id === row.id)?.variables ?? {};
}

/** The same for an instance as its row holds it: a user task inside a sub-process or a loop lies in a row of its own. */
export async function readLocalVariables(
  tx: Transaction,
  tenant: string,
  state: JsonObject,
  row: Pick<UserTaskRow, 'id' | 'scope' | 'instance'>,
): Promise<JsonObject> {
  const scopes = row.scope === 0 ? [] : await readScopes(tx, tenant, row.instance, [row.scope]);
  return localVariables(loadInstance(state, scopes), row);
}
