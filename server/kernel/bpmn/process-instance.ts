import type { RunningClock } from '../calendar/clock.ts';
import type { Instant, JsonObject } from '../json.ts';

/**
 * A running (or ended) process instance: the whole truth about where it is. Only `apply` changes it. It is stored one
 * row per scope, the root scope inside the instance's own row, so an ordinary waiting instance is one row and a step
 * costs the same however much else is alive.
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
}

/** A scope: the process, or (later) a sub-process that is alive. */
export interface Scope {
  readonly id: number;
  /** Id of the process or sub-process element. */
  readonly element: string;
  readonly parent: number | null;
  readonly variables: JsonObject;
  /** Element instances that are alive in this scope, oldest first. */
  readonly elements: readonly ElementInstance[];
  /** Tokens that wait at a join: number by sequence flow id. */
  readonly arrivals: { readonly [flow: string]: number };
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
   * Armed timers by key: its own (`timer`), its boundary events (their element id), the lights of its clock
   * (`light:yellow`, `light:red`; no element id has a colon).
   */
  readonly timers: { readonly [key: string]: ArmedTimer };
  /** Bumped each time a job is (re)created; a completion with another number is stale. */
  readonly job?: number;
  readonly userTask?: UserTaskState;
  readonly incident?: Incident;
}

/** An armed timer; the timer row with the same generation is only its index. */
export interface ArmedTimer {
  readonly due: Instant;
  /** Counts the beats of a cycle from 1; a firing with another number is stale. */
  readonly generation: number;
  /** Text of a cycle (`R3/PT4H`) as it was when it was armed: it keeps the rhythm it began with. */
  readonly cycle?: string;
}

/** A position: a post at an area. Who holds it is looked up when somebody looks, never stored here. */
export interface Position {
  readonly post: string;
  readonly area: string;
}

/** Where a user task goes whose model names no post: nobody's. `validate` refuses it; models of other tools still run. */
export const unassigned: Position = { post: '', area: '' };

interface UserTaskState {
  /** The position the model asked for and the one that got it after fallback. */
  readonly asked: Position;
  readonly position: Position;
  readonly clock?: RunningClock;
}

/** The instance is stuck here until an operator acts. */
export interface Incident {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly at: 'entering' | 'completing' | 'job';
}

/** One piece of pending work inside a step. */
export type Work =
  | { readonly do: 'enter'; readonly element: string; readonly scope: number; readonly flow: string | null }
  | { readonly do: 'leave'; readonly element: number; readonly scope: number };
