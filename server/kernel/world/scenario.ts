import type { JsonObject } from '../json.ts';
import type { PostAssignment } from '../organization/organization.ts';
import type { DemoPerson } from '../release/demo.ts';
import type { AreaStep } from './scenario-area-steps.ts';
import type { ClockStep } from './scenario-clock-steps.ts';

/**
 * `tests/*.scenario.json`: given / when / then in the pack's own words under a virtual clock. People are named, posts,
 * areas, steps, fields and choices are written as they stand on the screen (their ids are understood too).
 */
export interface Scenario {
  readonly title: string;
  readonly steps: readonly ScenarioStep[];
}

export type ScenarioStep =
  | GivenStep
  | ReportStep
  | StartStep
  | CompleteStep
  | SendUpStep
  | ClockStep
  | AreaStep
  | WaitStep
  | UntilStep
  | ThenStep;

/** Where things begin. The first step must say the time and the people; a later one may only change who holds what. */
export interface GivenStep {
  readonly given: {
    /** Local date and time, `2026-09-10 09:00`. */
    readonly at?: string;
    /** `demo`: the people of `demo/people.json`; or people of this scenario alone. */
    readonly people?: 'demo' | readonly DemoPerson[];
    /** Positions nobody holds from now on. */
    readonly vacant?: readonly { readonly post: string; readonly area: string }[];
    /** Only of a later one: who holds a position from now on, or from a day on. */
    readonly holds?: readonly AppointedHolder[];
  };
}

/** Somebody on a post. Days are local dates: the first that is held, the first that is not held any more. */
interface AppointedHolder {
  readonly who: string;
  readonly post: string;
  readonly area: string;
  readonly kind?: PostAssignment['kind'];
  readonly from?: string;
  readonly to?: string;
}

/** Somebody reports a case. `reports` is the name it has in this scenario. */
export interface ReportStep {
  readonly who: string;
  readonly reports: string;
  /** Area; absent: the first grid the person works for. */
  readonly in?: string;
  readonly with: JsonObject;
  /** The code of the problem with which it must be refused. */
  readonly refused?: string;
}

/** A process that no case, meeting or minutes starts begins by itself. `named` is what it is called in this scenario. */
export interface StartStep {
  /** Name or id of the process. */
  readonly starts: string;
  readonly named: string;
  /** The variables it begins with, as the process reads them. */
  readonly with?: JsonObject;
}

/** Somebody completes a user task. `of`: a case, a meeting or an action item; absent: the case named last. */
export interface CompleteStep {
  readonly who: string;
  readonly completes: string;
  readonly of?: string;
  readonly with: JsonObject;
  readonly refused?: string;
}

/** Somebody hands a user task one level up without waiting until it is late (报上级). */
export interface SendUpStep {
  readonly who: string;
  readonly sendsUp: string;
  readonly of?: string;
  readonly because: string;
  readonly refused?: string;
}

/** Time passes: `3 个工作日`, `4 个工作时`, `2 天`, `30 分钟`. */
interface WaitStep {
  readonly wait: string;
}

/** Time passes until a local date and time. */
interface UntilStep {
  readonly until: string;
}

/** What must be so now. Everything that is written must hold; what is not written is not looked at. */
interface ThenStep {
  readonly then: ScenarioExpectation;
}

/** A step that expects something. Made here, because an object with a `then` must never be awaited, and a step is not. */
export function thenStep(expectation: ScenarioExpectation): ThenStep {
  return named('then', expectation);
}

function named<Name extends string, Value>(name: Name, value: Value): { readonly [key in Name]: Value } {
  return { [name]: value } as { readonly [key in Name]: Value };
}

export interface ScenarioExpectation {
  /** A case, a meeting or an action item; absent: the case named last. */
  readonly of?: string;
  readonly status?: '办理中' | '已办结';
  readonly number?: string;
  /** Title of the stage it is in. */
  readonly stage?: string;
  /** Name of the user task that is open. */
  readonly step?: string;
  /** Who has it: a person's name; `无人办理` when nobody holds the position it lies at. */
  readonly holder?: string;
  /** At which post and area it lies. */
  readonly post?: string;
  readonly area?: string;
  readonly light?: '正常' | '临期' | '超期' | '挂起' | 'green' | 'yellow' | 'red' | 'paused';
  /** When its most urgent limit is due: a local date and time. */
  readonly due?: string;
  /** Stages that passed by themselves. */
  readonly passed?: readonly string[];
  /** People who have been told, in any order; others may have been told too. */
  readonly told?: readonly string[];
  /** People who have not been told. */
  readonly notTold?: readonly string[];
  /** Pieces of the story's sentences, in this order. */
  readonly story?: readonly string[];
  /** Open user tasks by person: exactly these. */
  readonly work?: { readonly [person: string]: readonly string[] };
}
