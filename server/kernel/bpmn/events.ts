import type { Calendar } from '../calendar/calendar.ts';
import type { Instant, Json, JsonObject } from '../json.ts';
import type { CalendarsAdopted, ClockEvent } from './clock-events.ts';
import type { Actor, CallOutcome, EndedIteration, ReassignReason } from './commands.ts';
import type { ApprovalOutcome, VoterAnswer } from './approval.ts';
import type { Duty } from './executable-activity.ts';
import type { Compensable, Incident, Iteration, LoopState, Position, Subscription, Work } from './process-instance.ts';

/**
 * What has happened to an instance, in order. Events are history: they are shown, counted and checked, never replayed
 * to run. They hold references and routing values only; what a person typed lives in its submission.
 */
export type ProcessEvent =
  | {
      readonly type: 'instance-created';
      readonly process: string;
      readonly variables: JsonObject;
      readonly by: Actor;
      readonly called?: true;
      readonly iteration?: Iteration;
    }
  /** `variables`: what the process ended with, told to a caller; `iterated`: what an iteration tells its loop. */
  | { readonly type: 'instance-completed'; readonly variables?: JsonObject; readonly iterated?: EndedIteration }
  /** `told`: the caller learns of it from here; it does not when the caller itself ended it, or an error did. */
  | { readonly type: 'instance-cancelled'; readonly because: string; readonly by: Actor; readonly told?: true }
  | {
      readonly type: 'element-entered';
      readonly id: number;
      readonly element: string;
      readonly scope: number;
      readonly flow: string | null;
      readonly iteration?: number;
      readonly compensates?: Compensable;
    }
  | { readonly type: 'element-waiting'; readonly id: number; readonly scope: number }
  | { readonly type: 'element-completing'; readonly id: number; readonly scope: number }
  | { readonly type: 'element-left'; readonly id: number; readonly element: string; readonly scope: number }
  | { readonly type: 'element-cancelled'; readonly id: number; readonly element: string; readonly scope: number }
  | {
      readonly type: 'sequence-flow-taken';
      readonly flow: string;
      readonly scope: number;
      readonly passes?: readonly string[];
      readonly because?: string;
    }
  | { readonly type: 'token-arrived'; readonly flow: string; readonly scope: number }
  | {
      readonly type: 'tokens-joined';
      readonly element: string;
      readonly flows: readonly string[];
      readonly scope: number;
    }
  /** The inside of an element has begun: a sub-process, the body of a loop, a compensation. */
  | {
      readonly type: 'scope-opened';
      readonly id: number;
      readonly parent: number;
      readonly element: string;
      readonly variables: JsonObject;
      readonly closed?: true;
      readonly sealed?: true;
      readonly compensable?: readonly Compensable[];
    }
  | { readonly type: 'scope-closed'; readonly scope: number }
  /** What went on in a scope was ended by one of its own events: nothing else in it listens any more. */
  | { readonly type: 'scope-interrupted'; readonly scope: number }
  | {
      readonly type: 'gateway-phase';
      readonly element: string;
      readonly scope: number;
      /** The flows that came in the first phase; null: it waits for its start again. */
      readonly resetting: readonly string[] | null;
    }
  | {
      readonly type: 'subscription-opened';
      readonly id: number;
      readonly scope: number;
      readonly key: string;
      readonly subscription: Subscription;
    }
  | { readonly type: 'subscription-closed'; readonly id: number; readonly scope: number; readonly key: string }
  | { readonly type: 'event-triggered'; readonly id: number; readonly scope: number; readonly key: string }
  /** One of the events of a parallel multiple event has come; it waits for the others, if any are missing. */
  | {
      readonly type: 'event-heard';
      readonly id: number;
      readonly scope: number;
      readonly key: string;
      /** What came with it, for when the others have come too. */
      readonly variables?: JsonObject;
    }
  /** All events of a parallel multiple event that does not interrupt have come: it waits for all of them anew. */
  | {
      readonly type: 'events-gathered';
      readonly id: number;
      readonly scope: number;
      /** Id of the event. */
      readonly key: string;
      /** How often they have all come. */
      readonly round: number;
    }
  | {
      readonly type: 'condition-changed';
      readonly id: number;
      readonly scope: number;
      readonly key: string;
      readonly holds: boolean;
    }
  | { readonly type: 'loop-changed'; readonly id: number; readonly scope: number; readonly loop: LoopState }
  /** Iterations of a loop have begun in instances of their own. */
  | {
      readonly type: 'iterations-begun';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly first: number;
      readonly count: number;
      readonly items?: readonly Json[];
      readonly variables: JsonObject;
      readonly caught: Iteration['caught'];
      readonly asked: Iteration['asked'];
    }
  /** `ended` have told what they gave; `cancelled` were taken away. */
  | {
      readonly type: 'iterations-ended';
      readonly id: number;
      readonly scope: number;
      readonly ended: readonly { readonly number: number; readonly output?: Json }[];
      readonly cancelled: number;
    }
  /** An inside has ended; what was completed in it is kept, to be compensated with its element. */
  | {
      readonly type: 'inside-kept';
      readonly id: number;
      readonly scope: number;
      readonly inner: readonly Compensable[];
    }
  /** Somebody has begun an activity of an ad-hoc sub-process. */
  | { readonly type: 'activity-picked'; readonly scope: number; readonly element: string; readonly by: Actor }
  | { readonly type: 'activity-done'; readonly scope: number; readonly element: string }
  /** Of a sequential ad-hoc sub-process: an activity waits its turn; the first that waits has its turn. */
  | { readonly type: 'activity-queued'; readonly scope: number; readonly element: string }
  | { readonly type: 'activity-turn'; readonly scope: number }
  /** The condition of an ad-hoc sub-process has come true: no other activity begins in it. */
  | { readonly type: 'ad-hoc-finishing'; readonly scope: number }
  | { readonly type: 'compensable-recorded'; readonly scope: number; readonly record: Compensable }
  | { readonly type: 'compensation-begun'; readonly scope: number; readonly ids: readonly number[] }
  | {
      readonly type: 'compensating-changed';
      readonly id: number;
      readonly scope: number;
      readonly compensating: readonly Compensable[];
    }
  | {
      readonly type: 'error-thrown';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly code: string | null;
      /** Boundary or start event that catches it, `caller`, or null: nobody does. */
      readonly caughtBy: string | null;
      readonly variables?: JsonObject;
    }
  | {
      readonly type: 'escalation-thrown';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly code: string | null;
      readonly caughtBy: string | null;
      readonly variables?: JsonObject;
    }
  | {
      readonly type: 'signal-thrown';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly name: string;
      readonly variables: JsonObject;
    }
  | {
      readonly type: 'message-thrown';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly name: string;
      readonly correlation: string | null;
      readonly variables: JsonObject;
      /** Elements or pools that message flows lead it to; none: whoever waits for it. */
      readonly to: readonly string[];
    }
  | {
      readonly type: 'process-called';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly process: string;
      readonly variables: JsonObject;
    }
  | { readonly type: 'call-ended'; readonly id: number; readonly scope: number; readonly outcome: CallOutcome['kind'] }
  | { readonly type: 'call-cancelled'; readonly id: number; readonly scope: number }
  | { readonly type: 'instance-suspended'; readonly because: string; readonly at: Instant; readonly by: Actor }
  | {
      readonly type: 'instance-resumed';
      readonly clocks: 'run-on' | 'shift';
      readonly because?: string;
      readonly by: Actor;
    }
  | { readonly type: 'instance-modified'; readonly because?: string; readonly by: Actor }
  | {
      readonly type: 'instance-migrated';
      readonly process: string;
      readonly elements: { readonly [from: string]: string };
      /** Calendars that clocks under way go on counting by; all others of its own are gone. Absent: it keeps what it has. */
      readonly kept?: readonly Calendar[];
      readonly because?: string;
      readonly by: Actor;
    }
  /** `by`: somebody set them by hand, `because` of something. */
  | {
      readonly type: 'variables-set';
      readonly scope: number;
      readonly element?: number;
      readonly values: JsonObject;
      readonly because?: string;
      readonly by?: Actor;
    }
  | {
      readonly type: 'decision-evaluated';
      readonly id: number;
      readonly scope: number;
      readonly decision: string;
      readonly inputs: JsonObject;
      readonly output: Json;
      readonly rules: readonly string[];
    }
  | {
      readonly type: 'timer-armed';
      readonly id: number;
      readonly scope: number;
      readonly key: string;
      readonly due: Instant;
      readonly generation: number;
      readonly cycle?: string;
    }
  | { readonly type: 'timer-disarmed'; readonly id: number; readonly scope: number; readonly key: string }
  | { readonly type: 'timer-fired'; readonly id: number; readonly scope: number; readonly key: string }
  | {
      readonly type: 'job-created';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly job: number;
      readonly jobType: string;
      readonly retries: number;
      readonly headers: JsonObject;
    }
  | { readonly type: 'job-completed'; readonly id: number; readonly scope: number }
  | { readonly type: 'job-cancelled'; readonly id: number; readonly scope: number }
  | {
      readonly type: 'user-task-created';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly asked: Position;
      readonly position: Position;
      readonly vacant: readonly Position[];
      /** The holder who is asked by name. */
      readonly person?: string;
    }
  /** Positions are told that a user task has begun, and need do nothing. */
  | {
      readonly type: 'posts-told';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly positions: readonly Position[];
    }
  /** From here on these positions owe these things. */
  | {
      readonly type: 'duties-given';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly duties: { readonly [duty in Duty]?: Position };
    }
  /** One of those who decide together has answered. */
  | { readonly type: 'answer-given'; readonly id: number; readonly scope: number; readonly answer: VoterAnswer }
  /** Those who decide together have decided. */
  | {
      readonly type: 'approval-decided';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly outcome: ApprovalOutcome;
    }
  | {
      readonly type: 'user-task-reassigned';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly from: Position;
      readonly position: Position;
      readonly because: ReassignReason;
      readonly by: Actor;
    }
  | {
      readonly type: 'user-task-completed';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly by: Actor;
    }
  | { readonly type: 'user-task-cancelled'; readonly id: number; readonly scope: number; readonly element: string }
  | ClockEvent
  | CalendarsAdopted
  | {
      readonly type: 'ladder-started';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly ladder: string;
      /** When what it climbs for was due; absent: the clock of the handling says so. */
      readonly dueAt?: Instant;
    }
  | {
      readonly type: 'incident-raised';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly incident: Incident;
    }
  | {
      readonly type: 'incident-resolved';
      readonly id: number;
      readonly scope: number;
      readonly skipped?: true;
      /** Nobody resolved it: its element was taken away. */
      readonly withdrawn?: true;
      readonly because?: string;
      readonly by: Actor;
    }
  | { readonly type: 'slice-ended'; readonly agenda: readonly Work[] }
  | { readonly type: 'slice-continued' };

/** An event of some types. */
export type EventOf<Type extends ProcessEvent['type']> = Extract<ProcessEvent, { readonly type: Type }>;
