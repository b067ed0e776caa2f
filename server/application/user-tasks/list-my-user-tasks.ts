import { meetingPositions } from '../../kernel/meetings/open-meeting.ts';
import { instantOfLocal, localDate } from '../../kernel/local-time.ts';
import type { MeetingRow } from '../../database/meetings.ts';
import { meetingsBetween } from '../../database/meetings.ts';
import type { Transaction } from '../../database/transaction.ts';
import { clockRequestsFor, pausesToReview, type ClockRequestRow } from '../../database/clock-requests.ts';
import { openUserTasksAt, readUserTaskRows, type UserTaskRow } from '../../database/user-tasks.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { clockRequestView } from '../clocks/clock-views.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import { byUrgency } from '../lights/by-urgency.ts';
import type { Actor } from '../policy/actor.ts';
import { mayDo } from '../policy/policy.ts';
import { askedByName } from './asked-by-name.ts';
import { readSubjects } from './read-subjects.ts';
import { userTaskLine } from './user-task-view.ts';

/**
 * 今日: the caller's open user tasks by urgency, what waits for their decision about a clock, and the meetings they take
 * part in today.
 */
export async function listMyUserTasks(context: Context, tx: Transaction, actor: Actor) {
  const live = await context.releases.inForce(tx);
  const { tenant } = context;
  const [there, meetings, requests, reviews] = await Promise.all([
    openUserTasksAt(tx, tenant, actor.held),
    todaysMeetings(context, tx),
    clockRequestsFor(tx, tenant, actor.held),
    pausesToReview(tx, tenant, actor.held, localDate(tx.now)),
  ]);
  const named = await askedByName(context, tx, there);
  const rows = there.filter((row) => mayDo(actor, row, named(row)));
  const asked = [...requests, ...reviews];
  const askedOf = asked.length === 0 ? [] : await readUserTaskRows(tx, tenant, asked.map(addressOf));
  const all = [...rows, ...askedOf];
  const [subjects, names] = await Promise.all([
    readSubjects(tx, tenant, all),
    nameBook(
      context,
      tx,
      null,
      [...all, ...asked].map(({ area }) => area),
      asked.flatMap(({ askedBy, decidedBy }) => (decidedBy === null ? [askedBy] : [askedBy, decidedBy])),
    ),
  ]);
  const releaseOf = (row: UserTaskRow): CompiledRelease => live.at(row.area).release;
  const line = (row: UserTaskRow) => userTaskLine(releaseOf(row), names, subjects, row, tx.now);
  const withUserTask = (request: ClockRequestRow) =>
    askedOf
      .filter((row) => row.instance === request.instance && row.id === request.userTask)
      .map((row) => ({ request: clockRequestView(names, actor, request), userTask: line(row) }));
  return {
    asOf: tx.now,
    userTasks: byUrgency(rows, tx.now).map(line),
    requests: requests.flatMap(withUserTask),
    reviews: reviews.flatMap(withUserTask),
    meetings: await myMeetings(context, tx, actor, meetings),
  };
}

function addressOf({ instance, userTask: id }: ClockRequestRow) {
  return { instance, id };
}

async function myMeetings(context: Context, tx: Transaction, actor: Actor, meetings: readonly MeetingRow[]) {
  const mine = [];
  for (const row of meetings) {
    const part = partIn(context, await context.releases.byHash(tx, row.manifestHash), actor, row);
    if (part !== null) mine.push({ id: row.id, title: row.title, at: row.at, place: row.place, part });
  }
  return mine;
}

function todaysMeetings(context: Context, tx: Transaction): Promise<readonly MeetingRow[]> {
  const today = localDate(tx.now);
  return meetingsBetween(tx, context.tenant, instantOfLocal(`${today} 00:00`), instantOfLocal(`${today} 24:00`));
}

/** What the caller does in a meeting; null when they take no part. */
function partIn(context: Context, release: CompiledRelease, actor: Actor, row: MeetingRow): string | null {
  const meeting = release.meetings.get(row.series);
  if (!meeting) return null;
  const frame = context.releases.organizationFrame(release);
  const parts = [
    ['主持', [meeting.convenor]],
    ['记录', [meeting.recorder]],
    ['参加', meeting.participants],
  ] as const;
  const mine = parts.find(([, lines]) =>
    lines.some((line) =>
      meetingPositions(frame, meeting, line).some((position) =>
        actor.held.some((held) => held.post === position.post && held.area === position.area),
      ),
    ),
  );
  return mine?.[0] ?? null;
}
