import { effectiveForm } from '../../kernel/forms/effective-form.ts';
import { withoutPersonal } from '../../kernel/forms/personal-values.ts';
import { pruneSubmission } from '../../kernel/forms/prune-submission.ts';
import type { Json } from '../../kernel/json.ts';
import { readEveryScope, readInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import { Refusal } from '../refusal.ts';
import { readOwnUserTask, type UserTaskAddress } from '../user-tasks/complete-user-task.ts';
import { localVariables } from '../user-tasks/local-variables.ts';
import { foresee } from './foresee.ts';
import { previewView, type PreviewView } from './preview-view.ts';

/**
 * Who would get it next if a user task were submitted as its form stands now, filled in or not; nothing is stored.
 *
 * @throws Refusal `user-task-unknown`, `user-task-stale`
 */
export async function previewCompletion(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  data: Json,
): Promise<PreviewView> {
  const row = await readOwnUserTask(context, tx, actor, address);
  const held = await readInstance(tx, context.tenant, row.instance);
  if (!held) throw new Refusal('user-task-unknown');
  const release = await context.releases.byHash(tx, held.manifestHash);
  const form = row.form === null ? undefined : release.forms.get(row.form);
  const instance = loadInstance(held.state, await readEveryScope(tx, context.tenant, row.instance));
  const stored = localVariables(instance, row);
  const filled = form ? withoutPersonal(form, pruneSubmission(effectiveForm(form, row.element), data, stored)) : {};
  const command = {
    type: 'complete-user-task',
    task: row.id,
    scope: row.scope,
    variables: filled,
    by: { person: actor.person },
  } as const;
  return previewView(context, tx, await foresee(context, tx, instance, command, held));
}
