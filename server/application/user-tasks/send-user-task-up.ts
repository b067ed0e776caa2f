import type { Position } from '../../kernel/bpmn/process-instance.ts';
import { sendUpForm } from '../../kernel/cases/story.ts';
import { positionAbove } from '../../kernel/ladders/position-above.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { readInstance } from '../../database/process-instances.ts';
import { insertSubmission } from '../../database/submissions.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';
import { wholeOrganization } from '../organization/organization-in.ts';
import type { Actor } from '../policy/actor.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { Refusal } from '../refusal.ts';
import { staleOrHeld } from './stale-or-held.ts';
import { uuidv7 } from '../uuid.ts';
import { readOwnUserTask, type UserTaskAddress } from './complete-user-task.ts';

/**
 * 报上级: hands a user task to the next level without waiting until it is late. The reason is kept with the case.
 *
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `nobody-above`
 */
export async function sendUserTaskUp(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  reason: string,
): Promise<Position> {
  const row = await readOwnUserTask(context, tx, actor, address);
  const to = await whoIsAbove(context, tx, row);
  if (!to) throw new Refusal('nobody-above');
  const command = {
    type: 'reassign-user-task',
    task: row.id,
    scope: row.scope,
    to,
    because: 'cannot-solve',
    by: { person: actor.person },
  } as const;
  const advanced = await advanceInstance(context, tx, row.instance, command);
  if (advanced.kind === 'refused') throw staleOrHeld(advanced.code);
  if (row.subjectKind && row.subjectId) {
    insertSubmission(
      tx,
      context.tenant,
      {
        id: uuidv7(),
        subjectKind: row.subjectKind,
        subjectId: row.subjectId,
        instance: row.instance,
        userTask: row.id,
        form: sendUpForm,
        formHash: '',
        data: { reason },
        person: actor.person,
      },
      advanced.now,
    );
  }
  return to;
}

/** Who would get a user task if it were handed up now; null at the top. */
export async function whoIsAbove(context: Context, tx: Transaction, row: UserTaskRow): Promise<Position | null> {
  const instance = await readInstance(tx, context.tenant, row.instance);
  if (!instance) return null;
  const release: CompiledRelease = await context.releases.byHash(tx, instance.manifestHash);
  const node = release.processes.get(instance.process)?.executable.nodes.get(row.element);
  const ladder = node?.type === 'userTask' && node.ladder !== undefined ? release.ladders.get(node.ladder) : undefined;
  const organization = await wholeOrganization(context, tx, release);
  return positionAbove(organization, ladder, { post: row.post, area: row.area }, localDate(tx.now));
}
