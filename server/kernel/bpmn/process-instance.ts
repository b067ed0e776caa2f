import type { OwnCalendars } from '../calendar/own-calendars.ts';
import type { RunningClock } from '../calendar/clock.ts';
import type { ClockStage } from '../calendar/time-limit.ts';
import type { Instant, Json, JsonObject } from '../json.ts';

/**
 * A running (or ended) process instance: the whole truth about where it is. Only `apply` changes it. It is stored one
 * row per scope, the root scope inside the instance's own row, so an ordinary waiting instance is one row and a step
 * costs the same however much else is alive. What is empty or does not apply is absent, so that it costs nothing.
 */
export interface ProcessInstance {
  /** Version of this shape; stored rows of older formats are upgraded when read. */
  readonly format: 1;
  /** UUIDv7, made outside the kernel. */
  readonly id: string;
  readonly process: string;
  readonly status: 'running' | 'completed' | 'cancelled';
  /** The next integer id; every id inside the instance comes from here, so a trace is the same every time. */
  readonly nextId: number;
  /** Loaded scopes by id; 0 is the process itself. A scope that was not loaded is asked for through `Needs`. */
  readonly scopes: { readonly [scope: number]: Scope };
  /** Work left over by a step that used up its budget; a `continue` command goes on with it. */
  readonly agenda: readonly Work[];
  /** A call activity waits for it: errors and escalations that nobody catches go there. */
  readonly called?: true;
  /** It is one iteration of a loop whose iterations live in instances of their own (see `flow-nodes/spread-loop.ts`). */
  readonly iteration?: Iteration;
  /** Since when nothing but cancelling and resuming gets in. */
  readonly suspendedAt?: Instant;
  /** Calendars it, or some of its clocks, count by instead of those of its release. */
  readonly calendars?: OwnCalendars;
}

/** The process, a sub-process that is alive, the body of a loop, or what a compensation runs in. */
export interface Scope {
  /** 0, or the id of the element instance it is the inside of. */
  readonly id: number;
  /** Id of the process or of the element it is the inside of. */
  readonly element: string;
  readonly parent: number | null;
  readonly variables: JsonObject;
  /** Element instances that are alive in this scope, oldest first. */
  readonly elements: readonly ElementInstance[];
  /** Tokens that wait at a join, or for more of their kind: number by sequence flow id. */
  readonly arrivals: { readonly [flow: string]: number };
  /** Sees and sets nothing outside: the body of a multi-instance activity, with the variables as they were. */
  readonly closed?: true;
  /** Sets nothing outside: the inside of an iteration. */
  readonly sealed?: true;
  /** One of its own events has ended what went on in it; no other may happen. */
  readonly interrupted?: true;
  /** What its event sub-processes wait for, by start event. */
  readonly timers?: { readonly [key: string]: ArmedTimer };
  readonly subscriptions?: { readonly [key: string]: Subscription };
  /** Keys that a parallel multiple start event has had, what came with them, and how often all came, by start event. */
  readonly heard?: readonly string[];
  readonly came?: { readonly [event: string]: JsonObject };
  readonly rounds?: { readonly [event: string]: number };
  /** Completed activities that can be compensated, in the order of their completion. */
  readonly compensable?: readonly Compensable[];
  /** Complex gateways that wait for their reset, with the flows they had in their first phase. */
  readonly resetting?: { readonly [gateway: string]: readonly string[] };
  /** Of an ad-hoc sub-process: activities that were completed in it. */
  readonly done?: readonly string[];
  /** Of a sequential ad-hoc sub-process: activities that wait their turn. */
  readonly queue?: readonly string[];
  /** The condition of an ad-hoc sub-process has come true: no other activity begins in it. */
  readonly finishing?: true;
}

/** One flow node being executed. */
export interface ElementInstance {
  readonly id: number;
  readonly element: string;
  readonly scope: number;
  readonly state: 'entering' | 'waiting' | 'completing';
  /** Local variables made by input mappings. */
  readonly variables: JsonObject;
  /**
   * Armed timers by key: its own (`timer`), its boundary events (their element id), the lights of its clocks
   * (`light:yellow`, `light:red`, `light:red:sign-for`; no element id has a colon).
   */
  readonly timers: { readonly [key: string]: ArmedTimer };
  /** What it waits for besides timers, by key as for `timers`. */
  readonly subscriptions?: { readonly [key: string]: Subscription };
  /** Keys that a parallel multiple event has had, what came with them, and how often all came, by event; its own by kind. */
  readonly heard?: readonly string[];
  readonly came?: { readonly [event: string]: JsonObject };
  readonly rounds?: { readonly [event: string]: number };
  /** Bumped each time a job is (re)created; a completion with another number is stale. */
  readonly job?: number;
  readonly userTask?: UserTaskState;
  readonly incident?: Incident;
  /** Of an activity that loops: how far it has come. Its iterations live in its scope. */
  readonly loop?: LoopState;
  /** Number of an iteration, from 1 (`loopCounter`). */
  readonly iteration?: number;
  /** Of a completed sub-process or loop: what was completed inside and can be compensated. */
  readonly inner?: readonly Compensable[];
  /** It compensates what has this record. */
  readonly compensates?: Compensable;
  /** Of a thrown compensation: records that are still to be compensated, the next one last. */
  readonly compensating?: readonly Compensable[];
}

/** How far a loop has come. */
export interface LoopState {
  /** Iterations that are to be; null while a standard loop goes on. */
  readonly total: number | null;
  readonly next: number;
  readonly completed: number;
  readonly terminated: number;
  /** Items of the collection; absent when only a number was given. */
  readonly items?: readonly Json[];
  /** Iterations live in instances of their own and report when they have ended. */
  readonly spread?: true;
  /** What iterations gave, by place. */
  readonly results?: readonly Json[];
}

/** What an instance that is one iteration has to know of the loop it belongs to. */
export interface Iteration {
  /** The activity that is done several times. */
  readonly element: string;
  /** From 1 (`loopCounter`). */
  readonly number: number;
  readonly item?: Json;
  /** Error codes that are caught outside of it, `null` for all of them; any other is an incident where it was thrown. */
  readonly caught: readonly (string | null)[];
  /** Variables of the iteration that the loop's conditions ask for when it has ended. */
  readonly asked: readonly string[];
}

/** An armed timer; the timer row with the same generation is only its index. */
export interface ArmedTimer {
  readonly due: Instant;
  /** Counts the beats of a cycle from 1; a firing with another number is stale. */
  readonly generation: number;
  /** Text of a cycle (`R3/PT4H`) as it was when it was armed: it keeps the rhythm it began with. */
  readonly cycle?: string;
}

/** An element or scope that listens; the subscription row with the same generation is only its index. */
export interface Subscription {
  readonly kind: 'message' | 'signal' | 'conditional' | 'none';
  /** Of a message or signal; empty for the others. */
  readonly name: string;
  /** Value a message must carry; null: any message of the name. */
  readonly correlation?: string | null;
  readonly generation: number;
  /** Of a condition: whether it holds already, so that it must fail before it can happen again. */
  readonly holds?: boolean;
}

/** A completed activity that can be undone: what it was, and the variables as they were when it was completed. */
export interface Compensable {
  /** Id it had as an element instance. */
  readonly id: number;
  readonly element: string;
  readonly variables: JsonObject;
  /** Of a sub-process: what was completed inside. */
  readonly inner?: readonly Compensable[];
  /** What is inside has been compensated; its own handler is left. */
  readonly insideDone?: true;
}

/** A position: a post at an area. Who holds it is looked up when somebody looks, never stored here. */
export interface Position {
  readonly post: string;
  readonly area: string;
}

/** Where a user task goes whose model names no post: nobody's. `validate` refuses it; models of other tools still run. */
export const unassigned: Position = { post: '', area: '' };

export interface UserTaskState {
  /** The position the model asked for and the one that got it after fallback. */
  readonly asked: Position;
  readonly position: Position;
  /** The holder who is asked by name. */
  readonly person?: string;
  /** The clock of its handling. */
  readonly clock?: RunningClock;
  /** Its other clocks, by what they measure. */
  readonly clocks?: { readonly [stage in ClockStage]?: RunningClock };
}

/** The instance is stuck here until an operator acts. */
export interface Incident {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** What a machine said of it, for operators only; without personal data. */
  readonly detail?: string;
  readonly at: 'entering' | 'completing' | 'job';
}

/** One piece of pending work inside a step. */
export type Work =
  | {
      readonly do: 'enter';
      readonly element: string;
      readonly scope: number;
      readonly flow: string | null;
      readonly iteration?: number;
      readonly compensates?: Compensable;
      /** Variables that came with the event it begins by. */
      readonly variables?: JsonObject;
      /** Of an event sub-process or a process: the start event it begins at. */
      readonly start?: string;
    }
  /** The next iterations of a loop begin, in instances of their own. */
  | { readonly do: 'spread'; readonly element: number; readonly scope: number }
  /** `throw`: an event that was entered does what it does, after whatever was on its way before it. */
  | { readonly do: 'throw' | 'leave'; readonly element: number; readonly scope: number }
  /** Something has happened in a scope before the step was cut: its joins are still to be looked at. */
  | { readonly do: 'look'; readonly scope: number };
