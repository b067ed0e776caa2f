import type { Calendar } from '../calendar/calendar.ts';
import type { TimeLimit } from '../calendar/time-limit.ts';
import type { FormDefinition } from '../forms/form-definition.ts';
import type { AreaType } from '../organization/area-types.ts';
import type { AreaChange } from '../organization/area-changes.ts';
import type { Area, Post, Role, Unit } from '../organization/organization.ts';

/** The kinds of definition a pack may hold; each has a JSON Schema in `definitions/schema` (BPMN and DMN are XML). */
export type DefinitionKind =
  | 'areas'
  | 'posts'
  | 'roles'
  | 'case-type'
  | 'process'
  | 'decision'
  | 'form'
  | 'limits'
  | 'calendar'
  | 'ladder'
  | 'meeting'
  | 'ledger'
  | 'notice'
  | 'translations';

/** `pack.json`. */
export interface PackFile {
  readonly id: string;
  readonly version: string;
  /** The shipped version that an area has changed; null: the pack was made by an area; absent: it is as it was shipped. */
  readonly takenFrom?: string | null;
  readonly title: string;
  readonly extends: string | null;
  /** Where each definition comes from: file of the pack → document and passage. */
  readonly sources: readonly PackSource[];
  /** Every value no source prints: `path` is `file#/json/pointer` (or `file#elementId` in XML); shown as 假定值. */
  readonly assumed: readonly AssumedValue[];
}

export interface PackSource {
  readonly definition: string;
  readonly document: string;
  readonly passage: string;
}

export interface AssumedValue {
  readonly path: string;
  readonly reason: string;
}

/** `areas.json`. */
export interface AreasFile {
  /** Regular expression (RE2 syntax) an area code of each type must match. */
  readonly codePatterns: { readonly [type: string]: string };
  readonly areas: readonly Area[];
  /** Departments and the like beside the tree. */
  readonly units?: readonly Unit[];
  /** Splits, merges, moves and renames, each from a day on. */
  readonly changes?: readonly AreaChange[];
}

/** `posts.json`. */
export interface PostsFile {
  readonly posts: readonly Post[];
}

/** `roles.json`. */
export interface RolesFile {
  readonly roles: readonly Role[];
}

/** `limits.json`. */
export interface LimitsFile {
  readonly limits: readonly TimeLimit[];
}

export interface CalendarFile extends Calendar {}

/** `case-types/*.json`: what a case is, how it is numbered, which process handles it. */
export interface CaseTypeFile {
  readonly id: string;
  readonly title: string;
  /** BPMN process id. */
  readonly process: string;
  /** Form with which a case is reported. */
  readonly reportForm: string;
  /** Decision that names handler post and level per category (问题分层处理); its input is `case.category`. */
  readonly routing: string;
  readonly numbering: Numbering;
  /** In order; process elements name them with `grid:stage`. */
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly categories: readonly Category[];
  readonly channels: readonly { readonly id: string; readonly title: string }[];
}

/** `{street}` `{yyyy}` `{yy}` `{mm}` `{counter:5}`; the counter restarts for each value of what `per` lists. */
export interface Numbering {
  readonly pattern: string;
  readonly street: string;
  readonly per: readonly ('street' | 'year' | 'month')[];
}

export interface Category {
  readonly id: string;
  readonly title: string;
  /** A photo of the result is required to close a case of this category on the spot. */
  readonly evidencePhoto?: boolean;
  readonly children?: readonly Category[];
}

/** `ladders/*.json` (逐级上报规则): what happens, rung by rung, when a limit has run out. */
export interface LadderFile {
  readonly id: string;
  readonly title: string;
  readonly rungs: readonly Rung[];
}

export interface Rung {
  readonly title: string;
  /** Time limit (id) that must pass after the previous rung (or after the limit ran out); absent: at once. */
  readonly after?: string;
  /** Post that gets the user task; absent: it stays where it is. */
  readonly to?: string;
  /** Posts that are told. */
  readonly told: readonly string[];
  /** Notice sent to the told posts. */
  readonly notice: string;
}

/** `meetings/*.json` (例会安排). */
export interface MeetingFile {
  readonly id: string;
  readonly title: string;
  /** Area the series belongs to; one occurrence per date. */
  readonly area: string;
  readonly rule: MeetingRule;
  readonly durationMinutes: number;
  readonly place: string;
  readonly calendar: string;
  /** What happens when the date is no working day. */
  readonly ifDayOff: 'next-working-day' | 'previous-working-day' | 'skip' | 'keep';
  /** Limit (id) before the meeting at which the process starts and participants are told. */
  readonly noticeDaysBefore: number;
  readonly process: string;
  readonly convenor: MeetingPost;
  readonly recorder: MeetingPost;
  readonly participants: readonly MeetingPost[];
}

/** A post at one area, or (`areas: "each"`) at every area of the post's type below the meeting's area. */
export interface MeetingPost {
  readonly post: string;
  readonly areas: 'own' | 'each';
}

export type MeetingRule =
  | { readonly every: 'week'; readonly weekday: number; readonly time: string }
  | { readonly every: 'month'; readonly day: number; readonly time: string }
  | { readonly every: 'month'; readonly nth: number; readonly weekday: number; readonly time: string };

/** `ledgers/*.json` (台账). */
export interface LedgerFile {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  /** Area type an entry belongs to. */
  readonly areaType: Exclude<AreaType, 'county' | 'unit'>;
  /** Fields shown in the list, in order. */
  readonly columns: readonly string[];
  readonly search: readonly string[];
  /** Fields that together identify an entry; a second entry with the same values is refused. */
  readonly key: readonly string[];
  readonly purpose: string;
  readonly lawfulBasis: string;
  readonly retention: string;
}

/** `notices/*.json`: texts with `{placeholders}`. */
export interface NoticeFile {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** `translations/en.json`: English by the Chinese text it stands for. */
export type TranslationsFile = { readonly [zh: string]: string };

export type { FormDefinition };
