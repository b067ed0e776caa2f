import type { Json, JsonObject } from '../json.ts';
import type { Position } from './process-instance.ts';

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
      readonly startEvent?: string;
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
      readonly by: Actor;
    }
  | { readonly type: 'cancel-instance'; readonly because: string; readonly by: Actor }
  | { readonly type: 'continue' };

/** Why a user task moved to another position: the ladder after its limit ran out, a person who cannot solve it, a vacancy. */
export type ReassignReason = 'overdue' | 'cannot-solve' | 'vacant';

/** What a step asks the caller to read in the same transaction before it is run again. */
export interface Needs {
  readonly scopes: readonly number[];
  readonly lookups: readonly Lookup[];
}

/** A fact about the world outside the instance. `position`: who gets work for this post, after fallback upwards. */
export type Lookup = { readonly kind: 'position'; readonly post: string; readonly area: string };

/** The answer to a look-up; it is recorded in the event that used it. */
export type Answer =
  | { readonly kind: 'position'; readonly position: Position; readonly vacant: readonly Position[] }
  | { readonly kind: 'unknown'; readonly zh: string; readonly en: string };

/** The key under which the caller gives the answer back. */
export function lookupKey(lookup: Lookup): string {
  return `${lookup.kind}:${lookup.post}@${lookup.area}`;
}

/** A request that does not fit the state: nothing changes, the asker is told. */
export interface Rejection {
  readonly code:
    | 'instance-unknown'
    | 'instance-ended'
    | 'unknown-element'
    | 'user-task-stale'
    | 'job-stale'
    | 'timer-stale'
    | 'no-incident'
    | 'agenda-pending'
    | 'instance-exists';
  readonly details?: { readonly [key: string]: Json };
}
