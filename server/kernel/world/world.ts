import type { Calendar } from '../calendar/calendar.ts';
import type { Position } from '../bpmn/process-instance.ts';
import type { CaseProgress } from '../cases/case-progress.ts';
import type { PastSubmission, PastTelling } from '../cases/story.ts';
import type { ValidatorFor } from '../forms/accept-submission.ts';
import type { FormProblem } from '../forms/validate-submission.ts';
import type { Instant, JsonObject } from '../json.ts';
import { organizationOf, type Organization } from '../organization/holders.ts';
import type { PostAssignment } from '../organization/organization.ts';
import type { CompiledRelease } from '../release/compiled-release.ts';
import { emptyWorld, type WorldState } from './world-state.ts';

/** Where things begin in a world. */
export interface WorldBeginning {
  readonly release: CompiledRelease;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly assignments: readonly PostAssignment[];
  readonly now: Instant;
  readonly validatorFor: ValidatorFor;
}

/**
 * A street in memory: many instances with their cases, meetings, user tasks, timers and notices under a virtual clock,
 * moved by the same kernel, the same jobs and the same forms as the server. `gridloom test`, the sandbox and the tests
 * of the server drive it.
 */
export interface World {
  /** Its areas and their changes are those that are published now. */
  release: CompiledRelease;
  readonly state: WorldState;
  readonly names: ReadonlyMap<string, string>;
  readonly validatorFor: ValidatorFor;
  organization: Organization;
  /** As they are published now; an instance keeps those it began with until it is re-based. */
  calendars: ReadonlyMap<string, Calendar>;
  readonly cases: Map<string, WorldCase>;
  /** The part of a split area that was chosen for a case, by the id of the case. */
  readonly chosenParts: Map<string, string>;
  readonly meetings: Map<string, WorldMeeting>;
  readonly actionItems: Map<string, WorldActionItem>;
  readonly counters: Map<string, number>;
  /** Instant up to which the meeting series were looked at. */
  meetingsCheckedUntil: Instant;
  nextId: number;
}

export interface WorldCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly place: string;
  readonly area: string;
  readonly category: string;
  readonly caseType: string;
  readonly instance: string;
  readonly wantsAnswer: boolean;
  readonly progress: CaseProgress;
  readonly answeredAt: Instant | null;
  readonly facts: JsonObject;
  readonly submissions: readonly PastSubmission[];
  readonly tellings: readonly PastTelling[];
}

interface WorldMeeting {
  readonly id: string;
  readonly series: string;
  readonly title: string;
  readonly place: string;
  readonly area: string;
  readonly at: Instant;
  readonly instance: string;
  readonly tellings: readonly PastTelling[];
}

interface WorldActionItem {
  readonly id: string;
  readonly meeting: string;
  readonly title: string;
  readonly position: Position;
  readonly instance: string;
}

/** What came of something a person did. A refusal has changed nothing. */
export type Done<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly problems: readonly FormProblem[] };

/** A street in which nothing has happened yet. */
export function createWorld(beginning: WorldBeginning): World {
  const { release, people, assignments, now, validatorFor } = beginning;
  return {
    release,
    validatorFor,
    state: emptyWorld(now),
    names: new Map(people.map((person) => [person.id, person.name])),
    organization: organizationOf({
      areas: release.areas,
      posts: release.posts,
      assignments,
      changes: release.areaChanges,
    }),
    calendars: release.calendars,
    cases: new Map(),
    chosenParts: new Map(),
    meetings: new Map(),
    actionItems: new Map(),
    counters: new Map(),
    meetingsCheckedUntil: now,
    nextId: 1,
  };
}

/** Ids of a world are UUIDs made by counting, so that a run is the same every time. */
export function newId(world: World): string {
  const id = `00000000-0000-7000-8000-${String(world.nextId).padStart(12, '0')}`;
  world.nextId += 1;
  return id;
}

/** A refusal with nothing wrong in a form. */
export function refused(code: string): {
  readonly ok: false;
  readonly code: string;
  readonly problems: readonly FormProblem[];
} {
  return { ok: false, code, problems: [] };
}
