import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { renameUserTasks, repinInstance } from '../../database/held-work.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { RunsOn } from './outgoing-commands.ts';

/**
 * After an instance was migrated: its row says what it now runs on, and its open user tasks have the step, the name and the
 * form of the new model, by which forms, limits and rights are found.
 *
 * @param onto what it was taken over to
 * @param migrated the instance after the step, with all its scopes, and the release it is now of
 */
export async function followMigration(
  tx: Transaction,
  tenant: string,
  onto: RunsOn,
  { instance, release }: { readonly instance: ProcessInstance; readonly release: CompiledRelease },
): Promise<void> {
  await repinInstance(tx, tenant, instance.id, onto);
  const nodes = release.processes.get(onto.process)?.executable.nodes;
  const open = Object.values(instance.scopes)
    .flatMap(({ elements }) => elements)
    .filter(({ userTask }) => userTask !== undefined)
    .map(({ id, element }) => {
      const node = nodes?.get(element);
      return { id, element, name: node?.name || element, form: (node?.type === 'userTask' && node.form) || null };
    });
  if (open.length > 0) await renameUserTasks(tx, tenant, instance.id, open);
}
