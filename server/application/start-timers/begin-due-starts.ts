import { nextBeat } from '../../kernel/bpmn/timer-text.ts';
import type { Instant } from '../../kernel/json.ts';
import { claimStart, dueStarts, nextStartAt, noteStartFailure, type DueStart } from '../../database/start-timers.ts';
import type { Context } from '../context.ts';
import { beginWhenComplete } from '../messages/begin-when-complete.ts';
import { errorWords } from '../observing/error-words.ts';
import { armStartTimers } from './arm-start-timers.ts';
import { isSameStart, startsInForce } from './starts-in-force.ts';

const most = 50;

/**
 * Begins the processes whose time has come: each beat once, whoever looks and on however many nodes. After an outage a
 * cycle begins once and keeps its rhythm.
 *
 * @returns how many were begun
 */
export async function beginDueStarts(context: Context): Promise<number> {
  await armStartTimers(context);
  const due = await context.database.read((tx) => dueStarts(tx, context.tenant, most));
  let begun = 0;
  for (const timer of due) begun += (await beginAlone(context, timer)) ? 1 : 0;
  return begun;
}

/** When it is worth looking again: the next time that is armed. */
export function nextStart(context: Context): Promise<{ readonly at: Instant | null; readonly now: Instant }> {
  return context.database.read(async (tx) => ({ at: await nextStartAt(tx, context.tenant), now: tx.now }));
}

/** One that fails stops no other, and is tried again later. */
async function beginAlone(context: Context, timer: DueStart): Promise<boolean> {
  try {
    return await begin(context, timer);
  } catch (error) {
    const { area, process } = timer;
    context.log.error({ area, process, error: errorWords(error) }, 'a process could not begin by its time');
    await context.database.transaction((tx) => noteStartFailure(tx, context.tenant, timer, errorWords(error)));
    return false;
  }
}

function begin(context: Context, timer: DueStart): Promise<boolean> {
  return context.database.transaction(async (tx) => {
    const live = await context.releases.inForce(tx);
    const start = startsInForce(live).find(
      (found) => isSameStart(found, timer) && found.definition === timer.definition,
    );
    // Another release has come into force since it was read: the next look arms what that one says.
    if (!start) return false;
    const { due, generation, cycle } = timer;
    const next = nextBeat({ due, generation, ...(cycle === null ? {} : { cycle }) }, tx.now);
    if (!(await claimStart(tx, context.tenant, timer, next))) return false;
    await beginWhenComplete(context, tx, start.beginning, (part) => part === start.of, {
      manifestHash: start.release.hash,
      area: start.area,
      variables: {},
      conversation: null,
      by: { system: 'timer' },
    });
    tx.afterCommit(context.wake);
    return true;
  });
}
