import type { Run } from '../evaluation/run.ts';
import { spellName } from '../syntax/name-text.ts';
import type { FeelKind } from './feel-kind.ts';
import { isNumber, type FeelNumber } from './feel-number.ts';

/** What FEEL computes with. JSON values enter and leave at `json-boundary.ts`; inside there are no JavaScript objects to walk. */
export type FeelValue =
  | null
  | boolean
  | string
  | FeelNumber
  | readonly FeelValue[]
  | FeelContext
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | FeelRange
  | FeelFunction;

export interface FeelContext {
  readonly kind: 'context';
  readonly entries: ReadonlyMap<string, FeelValue>;
  /** Names by their one spelling, for entries that are spelled otherwise (`a - b`); absent when there are none. */
  readonly respelled?: ReadonlyMap<string, string>;
}

/** A date: `day` is the day number of `civil-day.ts`. */
export interface FeelDate {
  readonly kind: 'date';
  readonly day: number;
}

/** A time of day: nanoseconds since midnight; `offset` in seconds from UTC, null for a local time. */
export interface FeelTime {
  readonly kind: 'time';
  readonly nanos: number;
  readonly offset: number | null;
}

export interface FeelDateTime {
  readonly kind: 'date and time';
  readonly day: number;
  readonly nanos: number;
  readonly offset: number | null;
}

export interface DaysDuration {
  readonly kind: 'days and time duration';
  readonly seconds: FeelNumber;
}

export interface MonthsDuration {
  readonly kind: 'years and months duration';
  readonly months: number;
}

/** A range; an end that is `undefined` is open to infinity (`< 5`). */
export interface FeelRange {
  readonly kind: 'range';
  readonly low: FeelValue | undefined;
  readonly high: FeelValue | undefined;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

export interface FeelFunction {
  readonly kind: 'function';
  readonly parameters: readonly string[];
  readonly call: (run: Run, values: readonly FeelValue[]) => FeelValue;
  readonly callNamed: (run: Run, values: ReadonlyMap<string, FeelValue>) => FeelValue;
}

/** The FEEL type of a value, by its name in the standard. */
export function kindOf(value: FeelValue): FeelKind {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (isNumber(value)) return 'number';
  return isList(value) ? 'list' : value.kind;
}

/** True for a list (the JavaScript check alone does not narrow readonly arrays). */
export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value);
}

/** True for a context. */
export function isContext(value: FeelValue): value is FeelContext {
  return kindOf(value) === 'context';
}

/** The value when it is of the kind, else null: narrows what a caller may do with it. */
export function ofKind<K extends KindedValue['kind']>(
  value: FeelValue,
  kind: K,
): Extract<KindedValue, { kind: K }> | null {
  return kindOf(value) === kind ? (value as Extract<KindedValue, { kind: K }>) : null;
}

type KindedValue =
  | FeelContext
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | FeelRange
  | FeelFunction;

/**
 * Names through which JavaScript objects lead out of their data. FEEL values cannot be walked that way at all; leaving
 * the names out of every context keeps them from being planted in what is stored and read by others (reliability.md S10).
 */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A context of these entries, without the forbidden names; a later entry of the same name wins. */
export function contextOf(entries: Iterable<readonly [string, FeelValue]>): FeelContext {
  const kept = new Map<string, FeelValue>();
  const respelled = new Map<string, string>();
  for (const [name, value] of entries) {
    if (FORBIDDEN_NAMES.has(name)) continue;
    kept.set(name, value);
    const spelling = spellName(name);
    if (spelling !== name) respelled.set(spelling, name);
  }
  return respelled.size === 0 ? { kind: 'context', entries: kept } : { kind: 'context', entries: kept, respelled };
}

/** The entry of this name: spelled exactly so, or meaning the same name. Undefined when there is none. */
export function entryOf(context: FeelContext, name: string): FeelValue | undefined {
  const exact = context.entries.get(name);
  if (exact !== undefined) return exact;
  const spelling = context.respelled?.get(name);
  return spelling === undefined ? undefined : context.entries.get(spelling);
}

/** True when no context and no variable may have this name. */
export function isForbiddenName(name: string): boolean {
  return FORBIDDEN_NAMES.has(name);
}
