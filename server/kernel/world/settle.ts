import type { Instant } from '../json.ts';
import { isExternalJobType } from '../jobs/external-job-type.ts';
import { datesToCall, type MeetingDate } from '../meetings/meeting-dates.ts';
import { meetingVariables } from '../meetings/open-meeting.ts';
import type { MeetingFile } from '../release/definitions.ts';
import { areaChangesBetween, changeAreas } from './change-areas.ts';
import { deliverInbox } from './deliver-inbox.ts';
import { fireTimersUntil } from './fire-timers.ts';
import { endsBetween, sendOn } from './send-on.ts';
import { runJob } from './run-job.ts';
import { handOver } from './exchange.ts';
import { exchangeOf, send } from './send.ts';
import { newId, type World } from './world.ts';
import type { JobEntry } from './world-state.ts';

/** Jobs run at one instant, after which it is a loop without end. */
const mostJobs = 10_000;

/**
 * Runs jobs and delivers commands between instances until nothing is left to do at this instant. Jobs for systems outside
 * wait: none of them is here.
 */
export function settle(world: World): void {
  const { state } = world;
  for (let jobs = 0; state.endless === null; jobs += 1) {
    deliverInbox(state, {
      deliver: ({ instance, command }, target) => void send(world, instance, target, command),
      handOver: (message) => handOver(exchangeOf(world), message),
    });
    const job = nextJob(world);
    if (!job) return;
    if (jobs >= mostJobs) state.endless = job.instance;
    else runJob(world, job);
  }
}

function nextJob({ state }: World): JobEntry | null {
  for (const job of state.jobs.values()) if (!isExternalJobType(job.jobType)) return job;
  return null;
}

/** Moves the clock: timers fire, meetings are called, jobs run, in order of time. */
export function advanceTo(world: World, until: Instant): void {
  settle(world);
  for (const { meeting, date } of meetingsToCall(world, until)) {
    moveClock(world, date.noticeAt);
    callMeeting(world, meeting, date.at);
  }
  moveClock(world, until);
  world.meetingsCheckedUntil = until;
}

/** At midnights on the way areas change, and work of a post whose last holder's time (a cover's, for one) ends goes on. */
function moveClock(world: World, until: Instant): void {
  const { now } = world.state;
  const changes = new Set(areaChangesBetween(world, now, until));
  const midnights = new Set([...changes, ...endsBetween(world, now, until)]);
  for (const midnight of [...midnights].toSorted()) {
    fireUntil(world, midnight);
    if (changes.has(midnight)) changeAreas(world);
    settle(world);
    sendOn(world, () => true, { system: 'schedule' });
    settle(world);
  }
  fireUntil(world, until);
}

function fireUntil(world: World, until: Instant): void {
  fireTimersUntil(world.state, until, (timer, instance) => {
    const { element, scope, key, generation } = timer;
    send(world, timer.instance, instance, { type: 'fire-timer', element, scope, key, generation });
    settle(world);
  });
}

interface MeetingToCall {
  readonly meeting: MeetingFile;
  readonly date: MeetingDate;
}

/** In a world time never stands still, so each notice is met at its own instant. */
function meetingsToCall(world: World, until: Instant): readonly MeetingToCall[] {
  const coming = [...world.release.meetings.values()].flatMap((meeting) => {
    const calendar = world.release.calendars.get(meeting.calendar);
    const dates = calendar ? datesToCall(meeting, calendar, world.meetingsCheckedUntil, until) : [];
    return dates.map((date) => ({ meeting, date }));
  });
  return coming.toSorted((one, other) => (one.date.noticeAt < other.date.noticeAt ? -1 : 1));
}

/** Calls a meeting: its process starts and tells the participants. */
function callMeeting(world: World, meeting: MeetingFile, at: Instant): void {
  const process = world.release.processes.get(meeting.process)?.executable;
  if (!process) return;
  const id = newId(world);
  const instance = newId(world);
  world.meetings.set(id, {
    id,
    series: meeting.id,
    title: meeting.title,
    place: meeting.place,
    area: meeting.area,
    at,
    instance,
    tellings: [],
  });
  const variables = meetingVariables(world.organization, meeting, id, at);
  send(
    world,
    instance,
    { process, subject: { kind: 'meeting', id }, host: null },
    { type: 'create-instance', variables, by: { system: 'schedule' } },
  );
  settle(world);
}
