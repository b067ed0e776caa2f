import type { Instant } from '../json.ts';
import { localDate } from '../local-time.ts';
import { meetingDates, type MeetingDate } from '../meetings/meeting-dates.ts';
import { meetingVariables } from '../meetings/open-meeting.ts';
import type { MeetingFile } from '../release/definitions.ts';
import { fireTimersUntil } from './fire-timers.ts';
import { runJob } from './run-job.ts';
import { send } from './send.ts';
import { newId, type World } from './world.ts';

/** Runs jobs and delivers commands between instances until nothing is left to do at this instant. */
export function settle(world: World): void {
  for (;;) {
    const next = world.state.inbox.shift();
    const target = next && world.state.instances.get(next.instance);
    if (next && target) send(world, next.instance, target, next.command);
    if (next) continue;
    const job = [...world.state.jobs.values()][0];
    if (!job) return;
    runJob(world, job);
  }
}

/** Moves the clock: timers fire, meetings are called, jobs run, in order of time. */
export function advanceTo(world: World, until: Instant): void {
  settle(world);
  for (let due = nextMeeting(world, until); due; due = nextMeeting(world, until)) {
    moveClock(world, due.date.noticeAt);
    callMeeting(world, due.meeting, due.date.at);
    world.meetingsCheckedUntil = due.date.noticeAt;
  }
  moveClock(world, until);
  world.meetingsCheckedUntil = until;
}

function moveClock(world: World, until: Instant): void {
  fireTimersUntil(world.state, until, (timer, instance) => {
    const { element, scope, key, generation } = timer;
    send(world, timer.instance, instance, { type: 'fire-timer', element, scope, key, generation });
    settle(world);
  });
}

/** In a world time never stands still, so each notice is met at its own instant. */
function nextMeeting(
  world: World,
  until: Instant,
): { readonly meeting: MeetingFile; readonly date: MeetingDate } | undefined {
  const { meetingsCheckedUntil: after } = world;
  const coming = [...world.release.meetings.values()].flatMap((meeting) => {
    const calendar = world.release.calendars.get(meeting.calendar);
    return calendar ? meetingDates(meeting, calendar, localDate(after), 3).map((date) => ({ meeting, date })) : [];
  });
  return coming
    .filter(({ date }) => date.noticeAt > after && date.noticeAt <= until)
    .toSorted((one, other) => (one.date.noticeAt < other.date.noticeAt ? -1 : 1))[0];
}

/** Calls a meeting: its process starts and tells the participants. */
export function callMeeting(world: World, meeting: MeetingFile, at: Instant): void {
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
