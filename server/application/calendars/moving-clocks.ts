import { rebaseClock } from '../../kernel/calendar/move-clock.ts';
import { calendarsOfClock, keptKeys, type OwnCalendars } from '../../kernel/calendar/own-calendars.ts';
import { clocksOf } from '../../kernel/bpmn/user-task-clocks.ts';
import type { RunningClock } from '../../kernel/calendar/clock.ts';
import type { Instant } from '../../kernel/json.ts';
import { timedInstances, type TimedInstance } from '../../database/open-clocks.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import { groupFinder, lookedThrough, type BehindGroup, type BehindScope } from './instances-behind.ts';

type Light = 'green' | 'yellow' | 'red' | 'paused';

/** An open limit that would be due at another time if its calendar's change were taken over. */
export interface MovingClock {
  readonly instance: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly userTask: number;
  readonly step: string;
  /** Where whoever has it works. */
  readonly area: string;
  readonly limit: string;
  readonly before: Due;
  readonly after: Due;
}

interface Due {
  readonly dueAt: Instant;
  readonly light: Light;
}

/** Instances read at once: what bounds the memory. */
const page = 500;

/**
 * The open limits that would move, by the same arithmetic as when they are moved; nothing is written.
 *
 * @param groups running instances that count by calendars which were changed
 */
export async function movingClocks(
  context: Context,
  tx: Transaction,
  scope: BehindScope,
  groups: readonly BehindGroup[],
): Promise<readonly MovingClock[]> {
  const groupOf = groupFinder(groups);
  const looked = lookedThrough(scope, groups);
  const moving: MovingClock[] = [];
  if (groups.length === 0) return moving;
  for (let after: string | null = null; ;) {
    const rows: readonly TimedInstance[] = await timedInstances(tx, context.tenant, looked, after, page);
    for (const row of rows) {
      const group = groupOf({ ...row, kept: keptKeys(row.keptCalendars) });
      if (group) moving.push(...movesIn(row, group, tx.now));
    }
    const last = rows.at(-1);
    if (!last || rows.length < page) return moving;
    after = last.id;
  }
}

function movesIn(row: TimedInstance, group: BehindGroup, now: Instant): readonly MovingClock[] {
  const { scopes } = loadInstance(row.state, row.scopes);
  const elements = Object.values(scopes).flatMap((scope) => scope.elements);
  return row.userTasks.flatMap(({ id, name, area }) => {
    const userTask = elements.find((element) => element.id === id)?.userTask;
    return (userTask ? clocksOf(userTask) : []).flatMap((clock): readonly MovingClock[] => {
      const moved = movedClock(clock, row.keptCalendars ?? undefined, group, now);
      if (!moved) return [];
      const limit = group.pinned.limits.get(clock.limit)?.title ?? clock.limit;
      const { id: instance, number, title } = row;
      const [before, after] = [dueOf(clock, now), dueOf(moved, now)];
      return [{ instance, number, title, userTask: id, step: name, area, limit, before, after }];
    });
  });
}

/** The clock as it would be; null when nothing of it moves. */
function movedClock(
  clock: RunningClock,
  own: OwnCalendars | undefined,
  { pinned, changed }: BehindGroup,
  now: Instant,
): RunningClock | null {
  const limit = pinned.limits.get(clock.limit);
  if (limit?.calendar === undefined || !changed.has(limit.calendar)) return null;
  const moved = rebaseClock(clock, limit, calendarsOfClock(pinned.calendars, own, clock), changed, now);
  return moved === null || moved.dueAt === clock.dueAt ? null : moved;
}

function dueOf({ dueAt, yellowAt, runningSince }: RunningClock, now: Instant): Due {
  if (runningSince === null) return { dueAt, light: 'paused' };
  return { dueAt, light: now >= dueAt ? 'red' : now >= yellowAt ? 'yellow' : 'green' };
}
