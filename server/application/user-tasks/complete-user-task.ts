import type { Json, JsonObject } from '../../kernel/json.ts';
import { recordAnswer } from '../../database/cases.ts';
import { lockInstance, type LockedInstance } from '../../database/process-instances.ts';
import { readUserTaskRow, type UserTaskRow } from '../../database/user-tasks.ts';
import type { Transaction } from '../../database/transaction.ts';
import { newCaseProgress, caseProgress } from '../../kernel/cases/case-progress.ts';
import type { Context } from '../context.ts';
import { acceptForm } from '../forms/accept-form.ts';
import { expectHolders } from '../organization/holders-for-step.ts';
import type { Actor } from '../policy/actor.ts';
import { mayDo } from '../policy/policy.ts';
import { advanceLocked } from '../process-instances/advance-instance.ts';
import { Refusal } from '../refusal.ts';
import { askedByName } from './asked-by-name.ts';
import { readLocalVariables } from './local-variables.ts';
import { staleOrHeld } from './stale-or-held.ts';
import { storeSubmission } from '../submissions/store-submission.ts';
import { stageTitle } from '../cases/stage-title.ts';

/** A user task as addresses name it: the instance and the element instance. */
export interface UserTaskAddress {
  readonly instance: string;
  readonly id: number;
}

/** What whoever completed a user task is told: where the matter is now. */
export interface CompletedUserTask {
  readonly stage: string | null;
  readonly holder: { readonly post: string; readonly area: string } | null;
  readonly closed: boolean;
}

/** A user task with its instance, locked. */
export interface FoundUserTask {
  readonly instance: LockedInstance | null;
  readonly row: UserTaskRow | null;
}

/**
 * Locks the instance of a user task and reads both, in one round trip. Whoever turns out to have no part in it has held
 * the lock for an instant.
 */
export async function findUserTask(
  context: Context,
  tx: Transaction,
  address: UserTaskAddress,
): Promise<FoundUserTask> {
  const found = Promise.all([
    lockInstance(tx, context.tenant, address.instance),
    readUserTaskRow(tx, context.tenant, address.instance, address.id),
  ]);
  expectHolders(context, tx, address.instance);
  const [instance, row] = await found;
  return { instance, row };
}

/**
 * Completes a user task with its form. One request, whole: find it, check that it is this person's, check the form,
 * move the process on, keep what was filled in.
 *
 * @throws Refusal `user-task-unknown` (also for one of another area: nothing is told about it), `user-task-stale` when
 *   it was completed, cancelled or moved meanwhile, `submission-invalid`
 */
export async function completeUserTask(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  data: Json,
  found?: FoundUserTask,
): Promise<CompletedUserTask> {
  const { instance, row: seen } = found ?? (await findUserTask(context, tx, address));
  const row = await ownUserTask(context, tx, actor, seen);
  if (!instance) throw new Refusal('user-task-unknown');
  const release = await context.releases.byHash(tx, instance.manifestHash);
  const form = row.form === null ? undefined : release.forms.get(row.form);
  const stored = await readLocalVariables(tx, context.tenant, instance.state, row);
  const filled = form ? acceptForm(form, row.element, data, stored) : { data: {}, plain: {} };
  const command = {
    type: 'complete-user-task',
    task: row.id,
    scope: row.scope,
    variables: filled.plain,
    by: { person: actor.person },
  } as const;
  const advanced = await advanceLocked(context, tx, { id: row.instance, locked: instance, beginning: null }, command);
  if (advanced.kind === 'refused') throw staleOrHeld(advanced.code);
  const { subjectKind, subjectId } = row;
  if (form && subjectKind && subjectId) {
    await storeSubmission(context, tx, {
      subjectKind,
      subjectId,
      instance: row.instance,
      userTask: row.id,
      form,
      release,
      data: filled.data,
      person: actor.person,
    });
    if (subjectKind === 'case') await noteAnswer(context, tx, subjectId, filled.plain);
  }
  const process = release.processes.get(instance.process)?.executable;
  const progress = process
    ? caseProgress(newCaseProgress, process, advanced.instance, advanced.events)
    : newCaseProgress;
  return {
    stage: stageTitle(release, instance.process, progress.stage),
    holder: progress.holder,
    closed: progress.status === 'closed',
  };
}

/**
 * The open user task, if it is on a position this person holds.
 *
 * @throws Refusal `user-task-unknown`, `user-task-stale`
 */
export async function readOwnUserTask(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
): Promise<UserTaskRow> {
  return ownUserTask(context, tx, actor, await readUserTaskRow(tx, context.tenant, address.instance, address.id));
}

async function ownUserTask(
  context: Context,
  tx: Transaction,
  actor: Actor,
  row: UserTaskRow | null,
): Promise<UserTaskRow> {
  if (!row) throw new Refusal('user-task-unknown');
  const named = await askedByName(context, tx, [row]);
  const mine = mayDo(actor, row, named(row));
  if (row.state !== 'open' && (mine || row.completedBy === actor.person)) throw new Refusal('user-task-stale');
  if (!mine) throw new Refusal('user-task-unknown');
  return row;
}

/** 信息反馈 says whether, when and how the person who reported was answered; not reached is no answer. */
async function noteAnswer(context: Context, tx: Transaction, subject: string, data: JsonObject): Promise<void> {
  const { how, answeredAt } = data;
  if (typeof how !== 'string' || typeof answeredAt !== 'string' || how === 'not-reached') return;
  await recordAnswer(tx, context.tenant, subject, new Date(answeredAt).toISOString(), how);
}
