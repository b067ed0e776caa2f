import type { JsonObject } from '../json.ts';

/** `demo/people.json`: invented people, so that a trial has somebody on (almost) every post. */
export interface DemoPeopleFile {
  readonly people: readonly DemoPerson[];
}

/** An invented person with the posts they hold; one person may hold several. */
export interface DemoPerson {
  /** Sign-in name; also the person's id inside scenarios. */
  readonly account: string;
  readonly name: string;
  /** Offered at sign-in in demo mode, with one line that says what to look at. */
  readonly featured?: boolean;
  readonly note?: string;
  readonly posts: readonly DemoPostHeld[];
}

/** A post at an area, held formally or as cover (顶岗). */
export interface DemoPostHeld {
  readonly post: string;
  readonly area: string;
  readonly kind?: 'formal' | 'cover';
  /** Local date; absent: long ago. */
  readonly from?: string;
  /** Local date, the first day no longer held; absent: for ever. */
  readonly to?: string;
  /** A trial's own end: so many days after the demo was loaded; scenarios do not look at it. */
  readonly endsInDays?: number;
  /** Held no longer: the person left so many days before the demo was loaded, and the vacancy counts from then. */
  readonly leftDaysAgo?: number;
}

/** `demo/cases.json`: what happened to invented cases, told relative to now, so that a trial never looks old. */
export interface DemoCasesFile {
  readonly cases: readonly DemoCase[];
}

/**
 * One invented case. Times are amounts with their unit (`12 个工作时`, `3 个工作日`), form data is written in the form's
 * own titles and choices, exactly as in a scenario.
 */
export interface DemoCase {
  /** How long ago it was reported. */
  readonly ago: string;
  readonly who: string;
  /** Area (name or code); absent: the first grid the person works for. */
  readonly in?: string;
  readonly with: JsonObject;
  readonly then: readonly DemoCaseStep[];
}

/** A user task that was completed, so long after what went before. */
interface DemoCaseStep {
  readonly after: string;
  readonly who: string;
  readonly completes: string;
  readonly with: JsonObject;
}
