import { describeCell } from '../../kernel/dmn/describe-cells.ts';
import type { CellDescription } from '../../kernel/dmn/table-description.ts';
import { parseUnaryTests } from '../../kernel/feel/parse-unary-tests.ts';
import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { literalOf } from './expression-words.ts';
import type { Names } from './names.ts';
import { named } from './process-words.ts';
import { fill, listed, quoted, same, type Words } from './sentence.ts';

/** Words for the columns and cells of a decision table. */
export interface TableWords {
  /** `「哪一级办」`. */
  readonly label: (column: string) => Words;
  /** A value of the first input, as JSON text; `*`: every other one. */
  readonly input: (value: string) => Words;
  /** What an output cell gives. */
  readonly value: (column: string, cell: Json | undefined) => Words;
  /** What a whole row gives. */
  readonly outcome: (outputs: JsonObject) => Words;
  /** What an input cell accepts. */
  readonly accepts: (column: string, cell: string) => Words;
}

/** Words for a table in two versions. */
export function tableWords(names: Names, before: JsonObject, after: JsonObject): TableWords {
  const columns = {
    ...objectIn(before, 'inputs'),
    ...objectIn(before, 'outputs'),
    ...objectIn(after, 'inputs'),
    ...objectIn(after, 'outputs'),
  };
  const label = (column: string): Words => {
    const found = columns[column];
    const text = isJsonObject(found)
      ? textIn(found['label']) || textIn(found['name']) || textIn(found['expression'])
      : '';
    return quoted(names.text(text || column));
  };
  const said = (value: Json): Words => {
    const name = named(names, value);
    if (name && isJsonArray(value)) return value.length === 0 ? { zh: '没有', en: 'none' } : quoted(name);
    return name ? quoted(name) : quoted(same(typeof value === 'string' ? value : JSON.stringify(value)));
  };
  const value = (_column: string, cell: Json | undefined): Words => {
    const literal = typeof cell === 'string' ? literalOf(`=${cell}`) : undefined;
    return literal === undefined || literal === null ? quoted(same(textIn(cell))) : said(literal);
  };
  return {
    label,
    value,
    input: (text) => (text === '*' ? { zh: '其他情况', en: 'anything else' } : said(JSON.parse(text))),
    outcome: (outputs) =>
      listed(
        Object.entries(outputs).map(([column, cell]) =>
          fill('{label}{value}', '{label} {value}', { label: label(column), value: value(column, cell) }),
        ),
      ),
    accepts(column, cell) {
      const described = cellOf(cell);
      const tests = described?.tests.map((test) => (test.kind === 'equals' ? said(test.value) : null)) ?? [null];
      if (described?.any) return fill('{label}不限', 'any {label}', { label: label(column) });
      const known = tests.filter((test) => test !== null);
      return fill(
        described?.negated ? '{label}不是{tests}' : '{label}是{tests}',
        described?.negated ? '{label} is not {tests}' : '{label} is {tests}',
        {
          label: label(column),
          tests: known.length === tests.length ? listed(known) : quoted(same(cell)),
        },
      );
    },
  };
}

/** A rule as a sentence: what has to hold, and what comes of it. */
export function describeRule(words: TableWords, rule: JsonObject): Words {
  const inputs = Object.entries(objectIn(rule, 'inputs')).map(([column, cell]) => words.accepts(column, textIn(cell)));
  return fill('{inputs}时，{outcome}', 'when {inputs}: {outcome}', {
    inputs: listed(inputs),
    outcome: words.outcome(objectIn(rule, 'outputs')),
  });
}

/**
 * What comes out for each value of a table with one input whose cells name values, the first fitting rule counting;
 * `*` is the rule for everything else. Null for any other table.
 */
export function outcomesByValue(table: JsonObject): ReadonlyMap<string, JsonObject> | null {
  const inputs = Object.keys(objectIn(table, 'inputs'));
  const policy = textIn(table['hitPolicy']);
  if (inputs.length !== 1 || !['', 'UNIQUE', 'ANY', 'FIRST'].includes(policy)) return null;
  const rules = objectIn(table, 'rules');
  const order = isJsonArray(table['order']) ? table['order'].map(textIn) : [];
  const outcomes = new Map<string, JsonObject>();
  for (const id of order) {
    const rule = rules[id];
    const cell = isJsonObject(rule) ? objectIn(rule, 'inputs')[inputs[0] ?? ''] : undefined;
    const described = cellOf(textIn(cell));
    const outputs = isJsonObject(rule) ? objectIn(rule, 'outputs') : {};
    if (!described || described.negated) return null;
    if (described.any && !outcomes.has('*')) outcomes.set('*', outputs);
    for (const test of described.tests) {
      if (test.kind !== 'equals') return null;
      const key = JSON.stringify(test.value);
      if (!outcomes.has(key) && !outcomes.has('*')) outcomes.set(key, outputs);
    }
  }
  return outcomes;
}

function cellOf(source: string): CellDescription | null {
  const parsed = parseUnaryTests(source);
  return parsed.ok ? describeCell(parsed.tests) : null;
}

function objectIn(value: JsonObject, name: string): JsonObject {
  const found = value[name];
  return isJsonObject(found) ? found : {};
}
