import type { FormControl } from '../../../server/kernel/forms/form-control.ts';

/** How a field is compared with a value. `one-of` takes several values; `empty` and `filled` take none. */
export type Comparison =
  | 'equals'
  | 'differs'
  | 'greater'
  | 'at-least'
  | 'less'
  | 'at-most'
  | 'contains'
  | 'lacks'
  | 'one-of'
  | 'empty'
  | 'filled';

export type Value = string | number | boolean;

/** One line: 字段 · 等于 · 值. */
export interface ConditionRow {
  /** A variable or a member of one: `case.category`. */
  readonly field: string;
  readonly comparison: Comparison;
  /** One value; several for `one-of`; none for `empty` and `filled`. */
  readonly values: readonly Value[];
  /** For `contains` and `lacks`: whether the field is a list that holds the value, or a text in which it stands. */
  readonly list?: boolean;
}

/** Lines of which all (并且) or one (或者) must hold. */
export interface ConditionGroup {
  readonly join: 'and' | 'or';
  readonly rows: readonly ConditionRow[];
}

/** A condition as a person reads it: groups of lines, joined once more. */
export interface Condition {
  readonly join: 'and' | 'or';
  readonly groups: readonly ConditionGroup[];
}

/** Something a condition can ask for: a field of the form before, or a variable of the process. */
export interface ConditionField {
  readonly path: string;
  readonly title: string;
  /** Where it comes from: 「调查落实」填的, 事件. */
  readonly from: string;
  readonly control: FormControl | 'unknown';
  readonly choices: readonly { readonly value: Value; readonly title: string }[];
  /** The user task that must hand the field on before the process can see it, when it does not yet. */
  readonly handedOnBy?: string;
}
