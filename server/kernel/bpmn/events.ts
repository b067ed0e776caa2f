import type { RunningClock } from '../calendar/clock.ts';
import type { Instant, Json, JsonObject } from '../json.ts';
import type { Actor, ReassignReason } from './commands.ts';
import type { Incident, Position, Work } from './process-instance.ts';

/**
 * What has happened to an instance, in order. Events are history: they are shown, counted and checked, never replayed
 * to run. They hold references and routing values only; what a person typed lives in its submission.
 */
export type ProcessEvent =
  | { readonly type: 'instance-created'; readonly process: string; readonly variables: JsonObject; readonly by: Actor }
  | { readonly type: 'instance-completed' }
  | { readonly type: 'instance-cancelled'; readonly because: string; readonly by: Actor }
  | {
      readonly type: 'element-entered';
      readonly id: number;
      readonly element: string;
      readonly scope: number;
      readonly flow: string | null;
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
  | { readonly type: 'variables-set'; readonly scope: number; readonly element?: number; readonly values: JsonObject }
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
  | { readonly type: 'clock-started'; readonly id: number; readonly scope: number; readonly clock: RunningClock }
  | {
      readonly type: 'light-changed';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly light: 'yellow' | 'red';
    }
  | {
      readonly type: 'ladder-started';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly ladder: string;
    }
  | {
      readonly type: 'incident-raised';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly incident: Incident;
    }
  | { readonly type: 'incident-resolved'; readonly id: number; readonly scope: number; readonly by: Actor }
  | { readonly type: 'slice-ended'; readonly agenda: readonly Work[] }
  | { readonly type: 'slice-continued' };
