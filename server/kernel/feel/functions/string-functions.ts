import { refuseLongText, type Run } from '../evaluation/run.ts';
import { feelNumber } from '../values/feel-number.ts';
import type { FeelValue } from '../values/feel-value.ts';
import { builtIn, type BuiltIn } from './built-in.ts';
import { integer, list, optional, text } from './parameter.ts';
import { matches, replace, split } from './pattern.ts';

/** Texts (DMN 1.3 table 72). Positions count characters (code points), from 1, or from the end when negative. */
export const stringFunctions: readonly BuiltIn[] = [
  builtIn(
    'substring',
    [text('string'), integer('start position'), optional(integer('length'))],
    (_run, source, start, length) => substring(source, start, length),
  ),
  builtIn('string length', [text('string')], (_run, source) => feelNumber(Array.from(source).length)),
  builtIn('upper case', [text('string')], (_run, source) => source.toUpperCase()),
  builtIn('lower case', [text('string')], (_run, source) => source.toLowerCase()),
  builtIn('substring before', [text('string'), text('match')], (_run, source, match) =>
    source.slice(0, Math.max(0, source.indexOf(match))),
  ),
  builtIn('substring after', [text('string'), text('match')], (_run, source, match) => substringAfter(source, match)),
  builtIn('contains', [text('string'), text('match')], (_run, source, match) => source.includes(match)),
  builtIn('starts with', [text('string'), text('match')], (_run, source, match) => source.startsWith(match)),
  builtIn('ends with', [text('string'), text('match')], (_run, source, match) => source.endsWith(match)),
  builtIn('matches', [text('input'), text('pattern'), optional(text('flags'))], (run, input, pattern, flags) =>
    matches(run, input, pattern, flags ?? ''),
  ),
  builtIn(
    'replace',
    [text('input'), text('pattern'), text('replacement'), optional(text('flags'))],
    (run, input, pattern, replacement, flags) => replace(run, input, pattern, replacement, flags ?? ''),
  ),
  builtIn('split', [text('string'), text('delimiter')], split),
  builtIn(
    'string join',
    [list('list'), optional(text('delimiter')), optional(text('prefix')), optional(text('suffix'))],
    stringJoin,
  ),
  builtIn('string join', [list('list')], (run, items) => stringJoin(run, items, null, null, null)),
  // Beyond the standard, because Camunda's FEEL has them and models use them.
  builtIn('trim', [text('string')], (_run, source) => source.trim()),
  builtIn('is blank', [text('string')], (_run, source) => source.trim() === ''),
];

function substring(source: string, start: number, length: number | null): FeelValue {
  const characters = Array.from(source);
  if (start === 0 || Math.abs(start) > characters.length || (length !== null && length < 1)) return null;
  const from = start > 0 ? start - 1 : characters.length + start;
  return characters.slice(from, length === null ? undefined : from + length).join('');
}

function substringAfter(source: string, match: string): string {
  const position = source.indexOf(match);
  return position === -1 ? '' : source.slice(position + match.length);
}

function stringJoin(
  run: Run,
  items: readonly FeelValue[],
  delimiter: string | null,
  prefix: string | null,
  suffix: string | null,
): FeelValue {
  const texts: string[] = [];
  for (const item of items) {
    if (typeof item === 'string') texts.push(item);
    else if (item !== null) return null;
  }
  const between = delimiter ?? '';
  refuseLongText(
    run,
    texts.reduce((sum, part) => sum + part.length, between.length * texts.length),
  );
  return `${prefix ?? ''}${texts.join(between)}${suffix ?? ''}`;
}
