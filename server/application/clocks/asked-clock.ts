import type { ClockStage } from '../../kernel/calendar/time-limit.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { LockedInstance } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { holds, mayDo } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { askedByName } from '../user-tasks/asked-by-name.ts';
import { findUserTask, type UserTaskAddress } from '../user-tasks/complete-user-task.ts';
import { clockTerms, ofStage, type ClockTerms } from './clock-terms.ts';

/** A clock that somebody asks something of: its user task with the instance locked, and what its limit allows. */
export interface AskedClock {
  readonly row: UserTaskRow;
  readonly instance: LockedInstance;
  readonly release: CompiledRelease;
  readonly terms: ClockTerms;
  /** Whoever asks has the work; else they are somebody above, and the use case says whether they decide. */
  readonly mine: boolean;
}

/**
 * Finds the clock that is meant and locks its instance, so that nothing moves it meanwhile.
 *
 * @param stage absent: the clock of handling, or the only one
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `clock-unknown`
 */
export async function askedClock(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
  stage: ClockStage | undefined,
): Promise<AskedClock> {
  const { instance, row } = await findUserTask(context, tx, address);
  if (!row || !instance) throw new Refusal('user-task-unknown');
  const release = await context.releases.byHash(tx, instance.manifestHash);
  const all = await clockTerms(context, tx, release, row);
  const named = await askedByName(context, tx, [row]);
  const mine = mayDo(actor, row, named(row));
  const decides = all.some(({ extension, pause }) =>
    [extension?.decides, pause?.decides].some((position) => position && holds(actor, position)),
  );
  if (!mine && !decides) throw new Refusal('user-task-unknown');
  if (row.state !== 'open') throw new Refusal('user-task-stale');
  const terms = ofStage(all, stage);
  if (!terms) throw new Refusal('clock-unknown');
  return { row, instance, release, terms, mine };
}
