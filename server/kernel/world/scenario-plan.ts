import type { ShownLight } from '../bpmn/user-task-clocks.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { TimeUnit } from '../calendar/time-limit.ts';
import type { Instant, JsonObject } from '../json.ts';
import type { AreaChange } from '../organization/area-changes.ts';
import type { Area, PostAssignment } from '../organization/organization.ts';
import type { Position } from '../bpmn/process-instance.ts';
import type { ClockAct } from './clock-acts.ts';

/**
 * A scenario whose words have been looked up: persons, areas, steps, fields and choices are ids, times are instants.
 * This is what is run; `checkScenario` makes it.
 */
export interface ScenarioPlan {
  readonly title: string;
  readonly steps: readonly PlannedStep[];
}

export type PlannedStep = { readonly index: number } & PlannedAct;

/** What a step does; `index` is the number of its line in the scenario. */
export type PlannedAct =
  | {
      readonly do: 'begin';
      readonly at: Instant;
      readonly people: readonly PlannedPerson[];
      readonly assignments: readonly PostAssignment[];
    }
  | { readonly do: 'staff'; readonly vacant: readonly Position[]; readonly holds: readonly Appointment[] }
  | { readonly do: 'change-areas'; readonly areas: readonly Area[]; readonly areaChanges: readonly AreaChange[] }
  | PlannedChoice
  | PlannedReport
  | PlannedStart
  | PlannedCompletion
  | PlannedSendUp
  | PlannedClockAct
  | { readonly do: 'change-calendar'; readonly calendar: Calendar }
  | { readonly do: 'rebase'; readonly because: string }
  | { readonly do: 'wait'; readonly amount: number; readonly unit: TimeUnit; readonly calendar: string }
  | { readonly do: 'wait-until'; readonly at: Instant }
  | PlannedExpectation;

/** Somebody on a post; without a first day from now on. */
export interface Appointment extends Omit<PostAssignment, 'from'> {
  readonly from: string | null;
}

/** Somebody chooses to which part of a split area a case goes. */
interface PlannedChoice {
  readonly do: 'choose';
  readonly person: string;
  readonly of: Subject;
  readonly area: string;
  readonly refused?: string;
}

/** `id` is the account. */
interface PlannedPerson {
  readonly id: string;
  readonly name: string;
}

/** What a step is about. A case is known by its name in the scenario, an action item by its title. */
export type Subject =
  | { readonly kind: 'case'; readonly name: string }
  | { readonly kind: 'meeting'; readonly meeting: string }
  | { readonly kind: 'action-item'; readonly title: string }
  | { readonly kind: 'process'; readonly name: string; readonly process: string };

interface PlannedReport {
  readonly do: 'report';
  readonly person: string;
  readonly name: string;
  readonly caseType: string;
  readonly area: string;
  readonly data: JsonObject;
  readonly refused?: string;
}

interface PlannedStart {
  readonly do: 'start';
  readonly name: string;
  readonly process: string;
  readonly variables: JsonObject;
}

export interface PlannedCompletion {
  readonly do: 'complete';
  readonly person: string;
  readonly of: Subject;
  readonly process: string;
  readonly element: string;
  readonly data: JsonObject;
  readonly refused?: string;
}

export interface PlannedSendUp {
  readonly do: 'send-up';
  readonly person: string;
  readonly of: Subject;
  readonly process: string;
  readonly element: string;
  readonly because: string;
  readonly refused?: string;
}

/** Somebody does something to a clock of a user task. */
export interface PlannedClockAct {
  readonly do: 'clock';
  readonly person: string;
  readonly of: Subject;
  readonly process: string;
  readonly element: string;
  readonly act: ClockAct;
  readonly refused?: string;
}

export interface PlannedExpectation {
  readonly do: 'expect';
  readonly of: Subject;
  readonly status?: 'open' | 'closed';
  readonly number?: string;
  /** Stage id. */
  readonly stage?: string;
  /** Element id of the open user task. */
  readonly element?: string;
  /** Person id; empty: nobody holds the position. */
  readonly holder?: string;
  readonly post?: string;
  readonly area?: string;
  readonly light?: ShownLight;
  readonly due?: Instant;
  readonly passed?: readonly string[];
  readonly told?: readonly string[];
  readonly notTold?: readonly string[];
  readonly story?: readonly string[];
  /** Person id → element ids of their open user tasks, sorted. */
  readonly work?: { readonly [person: string]: readonly string[] };
}
