import { isJsonObject, type Json } from '../../json.ts';
import { deeper, interrupt, spend, type Run } from '../evaluation/run.ts';
import { numberOutOfRange, resultNotData } from '../faults.ts';
import { feelNumber, isNumber, type FeelNumber } from './feel-number.ts';
import {
  contextOf,
  isContext,
  isForbiddenName,
  isList,
  kindOf,
  type FeelContext,
  type FeelValue,
} from './feel-value.ts';
import { formatTemporal } from './temporal-text.ts';

/** Values of data read per step: reading costs less than computing, so large variables do not use up small budgets. */
const VALUES_PER_STEP = 8;

/**
 * A FEEL value from JSON data. Objects become contexts of their own enumerable properties; texts stay texts, also those
 * that look like dates (`date(…)` and the typed inputs of a decision make dates of them).
 */
export function fromJson(run: Run, json: Json): FeelValue {
  spend(run, 1 / VALUES_PER_STEP);
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return json;
  if (typeof json === 'number') return Number.isFinite(json) ? feelNumber(json) : null;
  return deeper(run, () => {
    if (!isJsonObject(json)) return json.map((item) => fromJson(run, item));
    return contextOf(Object.entries(json).map(([name, value]) => [name, fromJson(run, value)] as const));
  });
}

/**
 * JSON data of a FEEL value: dates, times and durations as ISO texts, numbers as the nearest JSON number (one rounding,
 * from 34 decimal digits to 64-bit floating point, ties to even; 0.1 + 0.2 leaves as 0.3).
 *
 * Interrupts the run when the value has no JSON form: a function, a range, a number beyond ±1.8e308.
 */
export function toJson(run: Run, value: FeelValue): Json {
  spend(run, 1 / VALUES_PER_STEP);
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (isNumber(value)) return jsonNumber(value);
  if (isList(value)) return deeper(run, () => value.map((item) => toJson(run, item)));
  if (isContext(value)) return deeper(run, () => contextToJson(run, value));
  return formatTemporal(value) ?? interrupt(resultNotData(kindOf(value)));
}

/** Own, enumerable, permitted property of plain data; undefined when there is none. */
export function ownProperty(data: { readonly [name: string]: Json }, name: string): Json | undefined {
  return Object.hasOwn(data, name) && !isForbiddenName(name) ? data[name] : undefined;
}

function contextToJson(run: Run, context: FeelContext): Json {
  return Object.fromEntries([...context.entries].map(([name, value]) => [name, toJson(run, value)]));
}

function jsonNumber(value: FeelNumber): number {
  const number = value.toNumber();
  if (!Number.isFinite(number)) interrupt(numberOutOfRange());
  return Object.is(number, -0) ? 0 : number;
}
