import type { Instant } from '../../kernel/json.ts';
import { dueMeetings } from '../../kernel/meetings/meeting-dates.ts';
import { meetingVariables } from '../../kernel/meetings/open-meeting.ts';
import type { MeetingFile } from '../../kernel/release/definitions.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { claimOccurrence, lockScheduleState, saveScheduleState } from '../../database/meetings.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Actor } from '../../kernel/bpmn/commands.ts';
import type { Context } from '../context.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { uuidv7 } from '../uuid.ts';
import { seriesInForce } from './series-in-force.ts';

const scheduleName = 'meetings';

/**
 * Starts the meetings whose notice is due since the last look. Whoever wakes and however often: the database decides.
 * The first look ever only notes the time, so that a new installation does not call last month's meetings.
 *
 * @returns how many were started
 */
export function startDueMeetings(context: Context): Promise<number> {
  return context.database.transaction(async (tx) => {
    const after = await lockScheduleState(tx, context.tenant, scheduleName);
    const live = await context.releases.inForce(tx);
    let started = 0;
    for (const { meeting, release } of after === null ? [] : seriesInForce(live)) {
      const calendar = release.calendars.get(meeting.calendar);
      for (const date of calendar ? dueMeetings(meeting, calendar, after ?? tx.now, tx.now) : []) {
        const begun = await startMeeting(context, tx, release, meeting, {
          at: date.at,
          key: date.scheduled,
          adHoc: false,
          by: { system: 'schedule' },
        });
        started += begun === null ? 0 : 1;
      }
    }
    await saveScheduleState(tx, context.tenant, scheduleName, tx.now);
    return started;
  });
}

/** One occurrence to start. */
export interface OccurrenceToStart {
  readonly at: Instant;
  /** Scheduled date, or an id for one that was called in addition: unique within its series. */
  readonly key: string;
  readonly adHoc: boolean;
  readonly by: Actor;
}

/**
 * Starts a meeting's process, unless its occurrence was started before.
 *
 * @returns the meeting's id, or null when it had been started
 */
export async function startMeeting(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  meeting: MeetingFile,
  occurrence: OccurrenceToStart,
): Promise<string | null> {
  const id = uuidv7();
  const instance = uuidv7();
  const { title, area, place, process } = meeting;
  const claimed = await claimOccurrence(tx, context.tenant, {
    id,
    instance,
    series: meeting.id,
    occurrenceKey: occurrence.key,
    title,
    area,
    place,
    at: occurrence.at,
    adHoc: occurrence.adHoc,
    manifestHash: release.hash,
  });
  if (!claimed) return null;
  const variables = meetingVariables(context.releases.organizationFrame(release), meeting, id, occurrence.at);
  await advanceInstance(
    context,
    tx,
    instance,
    { type: 'create-instance', variables, by: occurrence.by },
    {
      process,
      manifestHash: release.hash,
      subjectKind: 'meeting',
      subjectId: id,
      hostInstance: null,
      hostTask: null,
      hostScope: null,
      area,
    },
  );
  return id;
}
