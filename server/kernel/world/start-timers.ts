import type { Catch } from '../bpmn/executable-event.ts';
import type { ArmedTimer } from '../bpmn/process-instance.ts';
import { dueAfter } from '../bpmn/timer-due.ts';
import { nextBeat } from '../bpmn/timer-text.ts';
import type { Instant } from '../json.ts';
import { beginningsOf, type Beginning } from '../bpmn/beginnings.ts';
import { beginBy } from './exchange.ts';
import { deliverAll, type Run } from './run.ts';

/** A time at which a process begins by itself: the timer of a start event (BPMN 2.0.2, 10.5.2). */
export interface StartTimer {
  readonly beginning: Beginning;
  readonly part: Catch;
  readonly timer: ArmedTimer;
}

/** Where a drawing leaves the time out, it never comes by itself. */
const never = '9999';

/**
 * Arms the timers of the start events of the files' processes. Their expressions see no variables, for there is no
 * instance yet; one that gives no time then never comes.
 */
export function armStartTimers(run: Run): void {
  run.startTimers = startTimers(run);
}

function startTimers({ processes, world }: Run): readonly StartTimer[] {
  return beginningsOf(processes).flatMap((beginning) =>
    beginning.catches.flatMap((part) => {
      const due = part.kind === 'timer' ? dueAfter(part.timer, { variables: {}, now: world.now }) : null;
      if (!due?.ok || !due.timer || due.timer.due.startsWith(never)) return [];
      return [{ beginning, part, timer: due.timer }];
    }),
  );
}

/** Whether the process that is started where no step says so begins by time alone. */
export function beginsByTime(run: Run): boolean {
  const [first] = run.processes;
  const byItself = beginningsOf(first ? [first] : []).some(({ catches }) => catches.length === 0);
  return !byItself && startTimers(run).some(({ beginning }) => beginning.process === first);
}

/**
 * Begins the instances whose time comes before an instant, in order of time; a cycle begins one with each beat.
 *
 * @param fire carries out what else is due until then
 */
export function beginByTime(run: Run, until: Instant, fire: (to: Instant) => void): void {
  for (let next = nextStart(run, until); next && run.world.endless === null; next = nextStart(run, until)) {
    const { beginning, part, timer } = next;
    if (timer.due > run.world.now) fire(timer.due);
    const due = nextBeat(timer, run.world.now);
    const again = due === null ? [] : [{ ...next, timer: { ...timer, due, generation: timer.generation + 1 } }];
    const begun = next;
    run.startTimers = [...run.startTimers.filter((other) => other !== begun), ...again];
    beginBy(run.exchange, beginning, (other) => other === part, {});
    deliverAll(run);
  }
}

function nextStart({ startTimers: armed }: Run, until: Instant): StartTimer | undefined {
  return armed
    .filter(({ timer }) => timer.due <= until)
    .toSorted((one, other) => (one.timer.due < other.timer.due ? -1 : 1))[0];
}
