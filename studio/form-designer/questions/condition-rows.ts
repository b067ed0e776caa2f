import type { FormCondition } from '../../../server/kernel/forms/form-definition.ts';
import { isJsonArray, type Json } from '../../../server/kernel/json.ts';
import type { Option, Question, QuestionKind, When } from './question.ts';

/** How a row of a condition compares. */
export type Comparison = 'is' | 'is-not' | 'contains' | 'answered';

/** Question · comparison · answers, as a row of a condition says it. */
export interface ConditionRow {
  readonly field: string;
  readonly comparison: Comparison;
  /** Answers as text: the JSON of a value, or `group:` and the title of a whole group of choices. */
  readonly answers: readonly string[];
}

/** A reason as rows, all of which or any of which must hold. */
export interface ConditionRows {
  readonly joined: 'all' | 'any';
  readonly rows: readonly ConditionRow[];
}

const wholeGroup = 'group:';

/** The text under which an answer is chosen. */
export function answerId(value: Json): string {
  return JSON.stringify(value);
}

/** The text under which a whole group of choices is chosen. */
export function groupId(group: string): string {
  return wholeGroup + group;
}

/** A reason in rows; null when it is written in a way that rows do not say (then it is shown and kept as it is). */
export function rowsOf(when: When): ConditionRows | null {
  const { all, any, ...rest } = when;
  const conditions = all ?? any;
  if (conditions === undefined || (all !== undefined && any !== undefined) || Object.keys(rest).length > 0) return null;
  const rows = conditions.map(rowOf);
  if (rows.some((row) => row === null)) return null;
  return { joined: all === undefined ? 'any' : 'all', rows: rows.filter((row) => row !== null) };
}

function rowOf(condition: FormCondition): ConditionRow | null {
  const { field, ...rest } = condition;
  const [[how, value] = ['', null], ...more] = Object.entries(rest) as [string, Json][];
  if (more.length > 0) return null;
  switch (how) {
    case 'equals':
      return { field, comparison: 'is', answers: [answerId(value)] };
    case 'in':
      return isJsonArray(value) ? { field, comparison: 'is', answers: value.map(answerId) } : null;
    case 'group':
      return typeof value === 'string' ? { field, comparison: 'is', answers: [groupId(value)] } : null;
    case 'not':
      return { field, comparison: 'is-not', answers: [answerId(value)] };
    case 'contains':
      return { field, comparison: 'contains', answers: [answerId(value)] };
    case 'filled':
      return { field, comparison: 'answered', answers: [] };
    default:
      return null;
  }
}

/**
 * Rows as a reason. A whole group alone is written as the group, so that a choice added to it later counts too; beside
 * other answers it is written as the answers it has now.
 *
 * @param optionsOf the answers that a question offers
 */
export function whenOf({ joined, rows }: ConditionRows, optionsOf: (field: string) => readonly Option[]): When {
  const conditions = rows.map((row) => conditionOf(row, optionsOf(row.field)));
  return joined === 'all' ? { all: conditions } : { any: conditions };
}

function conditionOf({ field, comparison, answers }: ConditionRow, options: readonly Option[]): FormCondition {
  const [first, ...more] = answers;
  if (comparison === 'answered') return { field, filled: true };
  // Begun, and nothing chosen yet: it never holds, and is reported until something is.
  if (first === undefined) return { field, in: [] };
  if (comparison === 'is-not') return { field, not: valueOf(first) };
  if (comparison === 'contains') return { field, contains: valueOf(first) };
  if (more.length === 0 && first.startsWith(wholeGroup)) return { field, group: first.slice(wholeGroup.length) };
  const values = answers.flatMap((answer) =>
    answer.startsWith(wholeGroup)
      ? options.filter(({ group }) => groupId(group ?? '') === answer).map(({ value }) => value)
      : [valueOf(answer)],
  );
  const [only, ...others] = [...new Map(values.map((value) => [answerId(value), value])).values()];
  if (only === undefined) return { field, in: [] };
  return others.length === 0 ? { field, equals: only } : { field, in: [only, ...others] };
}

function valueOf(answer: string): Json {
  return JSON.parse(answer) as Json;
}

/** How a question of a kind can be compared, the likeliest first; none for kinds that hold others. */
export function comparisonsFor(kind: QuestionKind): readonly Comparison[] {
  switch (kind) {
    case 'choice':
      return ['is', 'is-not', 'answered'];
    case 'yes-no':
      return ['is'];
    case 'choices':
      return ['contains', 'answered'];
    case 'number':
      return ['is', 'is-not', 'answered'];
    case 'expert':
      return [];
    case 'text':
    case 'long-text':
    case 'date':
    case 'date-time':
    case 'photos':
    case 'phone':
    case 'place':
    case 'group':
    case 'rows':
      return ['answered'];
  }
}

/** The row with which a condition on a question begins: how it is likeliest compared, and nothing chosen where that shows. */
export function firstRow({ path, kind }: Pick<Question, 'path' | 'kind'>, options: readonly Option[]): ConditionRow {
  const [comparison = 'answered'] = comparisonsFor(kind);
  const row = { field: path, comparison, answers: kind === 'yes-no' ? [answerId(true)] : [] };
  return comparison === 'is' || comparison === 'answered' ? row : comparedAs(row, comparison, options);
}

/** A row that compares otherwise. Only `is` can stand without an answer; the others begin with the first there is. */
export function comparedAs(row: ConditionRow, comparison: Comparison, options: readonly Option[]): ConditionRow {
  if (comparison === 'answered') return { ...row, comparison, answers: [] };
  const kept = row.answers.filter((answer) => comparison === 'is' || !answer.startsWith(wholeGroup));
  const first = options[0] === undefined ? [answerId(0)] : [answerId(options[0].value)];
  return { ...row, comparison, answers: comparison === 'is' ? kept : kept.length > 0 ? kept.slice(0, 1) : first };
}
