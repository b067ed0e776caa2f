import type { Command } from '../../kernel/bpmn/commands.ts';
import type { LockedInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { advanceLocked } from '../process-instances/advance-instance.ts';
import { Refusal } from '../refusal.ts';

/** The commands that move a clock of a user task. */
type ClockCommand = Extract<
  Command,
  {
    type:
      | 'pause-clock'
      | 'resume-clock'
      | 'move-clock-review'
      | 'extend-clock'
      | 'sign-for-user-task'
      | 'record-first-response';
  }
>;

/** One of them without what the user task and the person add. */
export type ClockMove = ClockCommand extends infer One
  ? One extends ClockCommand
    ? Omit<One, 'task' | 'scope' | 'by'>
    : never
  : never;

/** A user task whose instance is locked. */
interface LockedUserTask {
  readonly row: UserTaskRow;
  readonly instance: LockedInstance;
}

/**
 * Moves a clock of a user task, in the transaction of whoever may, and leaves a line in the audit.
 *
 * @throws Refusal `instance-suspended`, or the code of the clock's own refusal, and `user-task-stale` for any other
 */
export async function moveClock(
  context: Context,
  tx: Transaction,
  { row, instance }: LockedUserTask,
  move: ClockMove,
  actor: Actor,
): Promise<void> {
  const command = { ...move, task: row.id, scope: row.scope, by: { person: actor.person } } as ClockCommand;
  const advanced = await advanceLocked(context, tx, { id: row.instance, locked: instance, beginning: null }, command);
  if (advanced.kind === 'refused') throw new Refusal(refusals.get(advanced.code) ?? 'user-task-stale');
  await recordAudit(tx, context.tenant, {
    action: move.type,
    person: actor.person,
    subject: { kind: 'user-task', id: `${row.instance}.${row.id}` },
  });
}

/** What the kernel's rejections are called at the doors; any other says that the work is no longer there. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['instance-suspended', 'instance-suspended'],
  ['clock-unknown', 'clock-unknown'],
  ['clock-stopped', 'clock-stale'],
  ['clock-paused', 'paused-already'],
  ['clock-not-paused', 'not-paused'],
  ['clock-overdue', 'clock-overdue'],
  ['extension-not-allowed', 'extension-not-allowed'],
  ['pause-not-allowed', 'pause-not-allowed'],
  ['calendar-missing', 'clock-without-calendar'],
]);
