import { deeper, note, spend, type Run } from '../evaluation/run.ts';
import { unreadableText } from '../faults.ts';
import { feelNumber, finite, isNumber } from '../values/feel-number.ts';
import { isList, type FeelValue } from '../values/feel-value.ts';
import { formatTemporal } from '../values/temporal-text.ts';
import { builtIn, type BuiltIn } from './built-in.ts';
import { any, number, text } from './parameter.ts';

/** Conversions between texts and values (DMN 1.3 table 70). */
export const conversionFunctions: readonly BuiltIn[] = [
  builtIn('string', [any('from')], (run, from) =>
    from === null || typeof from === 'string' ? from : formatValue(run, from),
  ),
  builtIn('number', [number('from')], (_run, from) => from),
  builtIn('number', [text('from')], (run, from) => parseNumber(run, from)),
  builtIn('number', [text('from'), any('grouping separator'), any('decimal separator')], numberWithSeparators),
];

/** A value as FEEL would write it; texts inside lists and contexts in quotes. */
export function formatValue(run: Run, value: FeelValue): string {
  spend(run, 1);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isNumber(value)) return value.toFixed();
  if (isList(value)) return deeper(run, () => `[${value.map((item) => formatValue(run, item)).join(', ')}]`);
  if (value.kind === 'context') {
    return deeper(
      run,
      () => `{${[...value.entries].map(([name, entry]) => `${name}: ${formatValue(run, entry)}`).join(', ')}}`,
    );
  }
  if (value.kind === 'range') return formatRange(run, value);
  return formatTemporal(value) ?? 'function';
}

function formatRange(run: Run, range: Extract<FeelValue, { kind: 'range' }>): string {
  const end = (value: FeelValue | undefined): string => (value === undefined ? '' : formatValue(run, value));
  return `${range.lowIncluded ? '[' : '('}${end(range.low)}..${end(range.high)}${range.highIncluded ? ']' : ')'}`;
}

function parseNumber(run: Run, from: string): FeelValue {
  if (from.length > 100 || !/^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(from))
    return note(run, unreadableText(from, 'number'));
  return finite(feelNumber(from).toSignificantDigits(34));
}

/** `number("1 234,5", " ", ",")`; the two separators are one of `space , .` and `. ,`, never the same, and may be null. */
function numberWithSeparators(run: Run, from: string, grouping: FeelValue, decimal: FeelValue): FeelValue {
  const groupingFits = grouping === null || grouping === ' ' || grouping === ',' || grouping === '.';
  const decimalFits = decimal === null || decimal === ',' || decimal === '.';
  if (!groupingFits || !decimalFits || (grouping !== null && grouping === decimal)) return null;
  const ungrouped = grouping === null ? from : from.replaceAll(grouping, '');
  return parseNumber(run, decimal === null ? ungrouped : ungrouped.replace(decimal, '.'));
}
