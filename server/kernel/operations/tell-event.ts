import type { ProcessEvent } from '../bpmn/events.ts';
import { Speaker, type EventNames, type Telling } from './speaker.ts';
import { clockTelling } from './tell-clock-event.ts';
import { flowTelling } from './tell-flow-event.ts';
import { heardTelling } from './tell-heard-event.ts';
import { instanceTelling } from './tell-instance-event.ts';
import { thrownTelling } from './tell-thrown-event.ts';
import { togetherTelling } from './tell-together.ts';
import { workTelling } from './tell-work-event.ts';

/** A sentence in both languages, and how much it matters: `detail` is bookkeeping between two waits. */
export interface EventSentence {
  readonly zh: string;
  readonly en: string;
  readonly weight: 'main' | 'detail';
}

export type { EventNames } from './speaker.ts';

/** Events an operator reads first; all others are bookkeeping. */
const main: ReadonlySet<ProcessEvent['type']> = new Set([
  'instance-created',
  'instance-completed',
  'instance-cancelled',
  'instance-suspended',
  'instance-resumed',
  'instance-modified',
  'instance-migrated',
  'user-task-created',
  'user-task-reassigned',
  'posts-told',
  'approval-decided',
  'user-task-completed',
  'user-task-cancelled',
  'clock-shifted',
  'clock-paused',
  'clock-resumed',
  'clock-review-moved',
  'clock-extended',
  'clock-rebased',
  'clock-stopped',
  'calendars-adopted',
  'light-changed',
  'ladder-started',
  'job-created',
  'job-completed',
  'job-cancelled',
  'timer-fired',
  'event-triggered',
  'error-thrown',
  'escalation-thrown',
  'message-thrown',
  'signal-thrown',
  'process-called',
  'call-ended',
  'incident-raised',
  'incident-resolved',
  'element-cancelled',
]);

/**
 * What an event of an instance's history is, as an operator reads it: every event has its sentence. Values are not told:
 * variables and inputs of decisions stand in the instance, not in its story.
 *
 * @param elements ids of element instances to the BPMN ids they are of, as the story so far has told them
 */
export function tellEvent(
  event: ProcessEvent,
  names: EventNames,
  elements: ReadonlyMap<number, string>,
): EventSentence {
  const say = new Speaker(names, elements);
  // The table is keyed by the very type the event carries, which the compiler cannot follow through a union.
  const tell = telling[event.type] as (event: ProcessEvent, say: Speaker) => readonly [string, string];
  const [zh, en] = tell(event, say);
  const byHand = event.type === 'variables-set' && event.by !== undefined;
  const isAside = event.type === 'incident-resolved' && event.withdrawn === true;
  return { zh, en, weight: byHand || (main.has(event.type) && !isAside) ? 'main' : 'detail' };
}

const telling: Telling = {
  ...instanceTelling,
  ...flowTelling,
  ...heardTelling,
  ...thrownTelling,
  ...workTelling,
  ...clockTelling,
  ...togetherTelling,
};
