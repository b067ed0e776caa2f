import type { Json, JsonObject } from '../json.ts';
import { isClockCommand, type ClockCommand } from './clock-commands.ts';
import type { Iteration, Position } from './process-instance.ts';

/** Who asked for a command: a person, or a part of the system. References only, never a name. */
export type Actor =
  | { readonly person: string }
  | { readonly system: 'timer' | 'job' | 'ladder' | 'schedule' | 'operator' };

/**
 * What can be asked of a process instance. One command touches one instance. A command for an element instance names its
 * scope too, so that only that scope's row has to be read.
 */
export type Command =
  | {
      readonly type: 'create-instance';
      readonly variables: JsonObject;
      readonly by: Actor;
      /** Start event, receive task or event-based gateway it begins at; absent: where the process begins by itself. */
      readonly startEvent?: string;
      /** Of an event-based gateway it begins at: the event that came. */
      readonly event?: string;
      /** A call activity waits for it. */
      readonly called?: true;
      /** It is one iteration of a loop; `variables` are those around the loop as they were when it began. */
      readonly iteration?: Iteration;
    }
  | {
      readonly type: 'complete-user-task';
      readonly task: number;
      readonly scope: number;
      readonly variables: JsonObject;
      readonly by: Actor;
    }
  | {
      readonly type: 'reassign-user-task';
      readonly task: number;
      readonly scope: number;
      readonly to: Position;
      /** Where it was when that was decided; somewhere else by now, it stays. Absent: wherever it is. */
      readonly from?: Position;
      readonly because: ReassignReason;
      readonly by: Actor;
    }
  | {
      readonly type: 'complete-plain-task';
      readonly element: number;
      readonly scope: number;
      readonly variables: JsonObject;
    }
  | {
      readonly type: 'complete-job';
      readonly element: number;
      readonly scope: number;
      readonly job: number;
      readonly variables: JsonObject;
    }
  | {
      readonly type: 'fail-job';
      readonly element: number;
      readonly scope: number;
      readonly job: number;
      readonly code: string;
      readonly zh: string;
      readonly en: string;
      /** What a machine said of it, for operators only; without personal data. */
      readonly detail?: string;
    }
  | {
      readonly type: 'fire-timer';
      readonly element: number;
      readonly scope: number;
      readonly key: string;
      readonly generation: number;
    }
  | {
      readonly type: 'resolve-incident';
      readonly element: number;
      readonly scope: number;
      readonly variables?: JsonObject;
      /** Its work is not done: the token goes on as if it had been, without what it would have set. */
      readonly skip?: true;
      readonly because?: string;
      readonly by: Actor;
    }
  | {
      /** A message or a signal has come for a subscription, or somebody says that an event has happened. */
      readonly type: 'trigger-event';
      /** Id of the element instance that listens; the scope's own id for its event sub-processes. */
      readonly element: number;
      readonly scope: number;
      readonly key: string;
      readonly generation: number;
      readonly variables: JsonObject;
    }
  | {
      /** A handler ends its job with a BPMN error, which is modelled flow. */
      readonly type: 'throw-error';
      readonly element: number;
      readonly scope: number;
      readonly job: number | null;
      readonly code: string;
      readonly variables: JsonObject;
    }
  | { readonly type: 'end-call'; readonly element: number; readonly scope: number; readonly outcome: CallOutcome }
  | {
      /** Iterations that live in instances of their own have ended: any number of reports at once. */
      readonly type: 'end-iterations';
      readonly element: number;
      readonly scope: number;
      readonly ended: readonly EndedIteration[];
    }
  | {
      /** Somebody picks an activity of an ad-hoc sub-process (BPMN 2.0.2, 13.3.5). */
      readonly type: 'activate';
      readonly scope: number;
      readonly element: string;
      readonly by: Actor;
    }
  | {
      readonly type: 'modify';
      readonly changes: readonly Modification[];
      readonly because?: string;
      readonly by: Actor;
    }
  | {
      readonly type: 'set-variables';
      readonly scope: number;
      readonly variables: JsonObject;
      readonly because?: string;
      readonly by: Actor;
    }
  | { readonly type: 'suspend'; readonly because: string; readonly by: Actor }
  | { readonly type: 'resume'; readonly clocks: 'run-on' | 'shift'; readonly because?: string; readonly by: Actor }
  | { readonly type: 'migrate'; readonly plan: MigrationPlan; readonly because?: string; readonly by: Actor }
  | ClockCommand
  | { readonly type: 'cancel-instance'; readonly because: string; readonly by: Actor }
  | { readonly type: 'continue' };

const known: { readonly [type in Exclude<Command['type'], ClockCommand['type']>]: true } = {
  'create-instance': true,
  'complete-user-task': true,
  'reassign-user-task': true,
  'complete-plain-task': true,
  'complete-job': true,
  'fail-job': true,
  'fire-timer': true,
  'resolve-incident': true,
  'trigger-event': true,
  'throw-error': true,
  'end-call': true,
  'end-iterations': true,
  activate: true,
  modify: true,
  'set-variables': true,
  suspend: true,
  resume: true,
  migrate: true,
  'cancel-instance': true,
  continue: true,
};

/** Whether this kernel knows a command: it is read from a row or a request, which a program of another day may have written. */
export function isKnown({ type }: { readonly type: string }): boolean {
  return Object.hasOwn(known, type) || isClockCommand(type);
}

/** How a called process ended, told to the call activity that waits for it. */
export type CallOutcome =
  | { readonly kind: 'completed'; readonly variables: JsonObject }
  | { readonly kind: 'error'; readonly code: string | null; readonly variables: JsonObject }
  /** It goes on; the escalation alone came out. */
  | { readonly kind: 'escalation'; readonly code: string | null; readonly variables: JsonObject }
  | { readonly kind: 'cancelled' }
  /** It never began: there is no process and no global task of that id. */
  | { readonly kind: 'unknown'; readonly process: string }
  | { readonly kind: 'iterated'; readonly iteration: EndedIteration };

/** What an iteration in an instance of its own tells its loop. */
export interface EndedIteration {
  readonly number: number;
  /** What it gave; absent where the loop collects nothing. */
  readonly output?: Json;
  /** Its variables, as far as the loop's conditions ask for them. */
  readonly seen: JsonObject;
}

/** One change of an operator's: a token is taken away, put somewhere, or an iteration more or less. */
export type Modification =
  | { readonly do: 'cancel'; readonly element: number; readonly scope: number }
  /** Scopes between `within` (default the process) and the element are opened anew. */
  | { readonly do: 'activate'; readonly element: string; readonly within?: number; readonly variables?: JsonObject }
  | { readonly do: 'add-iteration'; readonly element: number; readonly scope: number; readonly item?: Json }
  | { readonly do: 'remove-iteration'; readonly element: number; readonly scope: number };

/** Which element of another model takes the place of which; one that is not named keeps its id. */
export interface MigrationPlan {
  readonly elements: { readonly [from: string]: string };
}

/**
 * Why a user task moved to another position: the ladder after its limit ran out, a person who cannot solve it, a vacancy,
 * an administrator who gave it, an area that ended.
 */
export type ReassignReason = 'overdue' | 'cannot-solve' | 'vacant' | 'given' | 'area-changed';

/** What a step asks the caller to read in the same transaction before it is run again. */
export interface Needs {
  readonly scopes: readonly number[];
  readonly lookups: readonly Lookup[];
}

/** A fact about the world outside the instance. `position`: who gets work for this post, after fallback upwards. */
export type Lookup =
  | {
      readonly kind: 'position';
      readonly post: string;
      readonly area: string;
      /** Post that gets it while nobody holds the post, before the post's own fallback. */
      readonly fallback?: string;
    }
  | {
      /** Who is asked when several posts decide together; see `kernel/organization/resolve-voters.ts`. */
      readonly kind: 'voters';
      readonly posts: readonly string[];
      /** Each post is asked for at each of them. */
      readonly areas: readonly string[];
      readonly of: 'posts' | 'holders';
    };

/** The answer to a look-up; it is recorded in the event that used it. */
export type Answer =
  | { readonly kind: 'position'; readonly position: Position; readonly vacant: readonly Position[] }
  | { readonly kind: 'voters'; readonly voters: readonly Voter[] }
  | { readonly kind: 'unknown'; readonly zh: string; readonly en: string };

/** One who is asked: a position, or one of its holders by name. */
export interface Voter extends Position {
  readonly person: string | null;
}

/** The key under which the caller gives the answer back. */
export function lookupKey(lookup: Lookup): string {
  if (lookup.kind === 'voters') return `voters:${lookup.of}:${lookup.posts.join(' ')}@${lookup.areas.join(' ')}`;
  const { kind, post, area, fallback } = lookup;
  return `${kind}:${post}@${area}${fallback === undefined ? '' : ` or ${fallback}`}`;
}

/** A request that does not fit the state: nothing changes, the asker is told. */
export interface Rejection {
  readonly code:
    | 'instance-unknown'
    | 'instance-ended'
    | 'unknown-element'
    | 'user-task-stale'
    | 'answer-missing'
    | 'answered-already'
    | 'job-stale'
    | 'timer-stale'
    | 'no-incident'
    | 'cannot-skip'
    | 'agenda-pending'
    | 'instance-exists'
    | 'event-stale'
    | 'instance-suspended'
    | 'suspended-already'
    | 'not-suspended'
    | 'cannot-activate'
    | 'cannot-migrate'
    | 'command-unknown'
    | 'clock-unknown'
    | 'clock-paused'
    | 'clock-not-paused'
    | 'clock-stopped'
    | 'clock-overdue'
    | 'pause-not-allowed'
    | 'extension-not-allowed'
    | 'calendar-missing';
  readonly details?: { readonly [key: string]: Json };
}
