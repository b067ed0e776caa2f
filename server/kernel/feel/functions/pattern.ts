import { RE2JS } from 're2js';
import { note, payForList, spend, type Run } from '../evaluation/run.ts';
import { unusablePattern } from '../faults.ts';
import type { FeelValue } from '../values/feel-value.ts';

const LONGEST_PATTERN = 1_000;

/**
 * Regular expressions come from definitions and meet texts from anybody, so they run on RE2: time grows with the length
 * of the text, never with 2 to its power (reliability.md S2; `^(a|a)*$` on 100,000 characters took 26 ms). What RE2 has
 * not (look-around, back-references) makes the result null, with a remark.
 */
export function matches(run: Run, input: string, pattern: string, flags: string): boolean | null {
  const compiled = compile(run, pattern, flags, input.length);
  return compiled === null ? null : compiled.matcher(input).find();
}

/** All matches replaced; `$1` in the replacement is a group, `$0` the match, `\$` a dollar sign (XPath 2.0 fn:replace). */
export function replace(run: Run, input: string, pattern: string, replacement: string, flags: string): FeelValue {
  const compiled = compile(run, pattern, flags, input.length);
  if (compiled === null) return null;
  const matcher = compiled.matcher(input);
  let [result, from] = ['', 0];
  while (matcher.find()) {
    result +=
      input.slice(from, matcher.start()) +
      expand(replacement, (group) => (group > matcher.groupCount() ? '' : (matcher.group(group) ?? '')));
    from = matcher.end();
    spend(run, 1 + result.length / 4096);
    if (result.length > run.limits.textLength) return result;
  }
  return result + input.slice(from);
}

/** The parts of a text between the matches of a delimiter pattern; an empty delimiter splits nothing. */
export function split(run: Run, input: string, delimiter: string): FeelValue {
  if (delimiter === '') return [input];
  const compiled = compile(run, delimiter, '', input.length);
  if (compiled === null) return null;
  const parts: string[] = [];
  const matcher = compiled.matcher(input);
  let from = 0;
  while (matcher.find()) {
    if (matcher.end() === matcher.start()) continue;
    parts.push(input.slice(from, matcher.start()));
    from = matcher.end();
  }
  return payForList(run, [...parts, input.slice(from)]);
}

/**
 * Pays for a pattern before it is compiled (repeats are unrolled: `a{1000}` takes 5 ms), and for a match before it is
 * made (RE2 takes at most time in proportion to text length × size of the compiled pattern).
 */
function compile(run: Run, pattern: string, flags: string, textLength: number): RE2JS | null {
  spend(run, 10 + (pattern.length * (1 + largestRepeat(pattern))) / 2);
  if (pattern.length > LONGEST_PATTERN || !/^[smix]*$/.test(flags)) return note(run, unusablePattern(pattern));
  const source = flags.includes('x') ? pattern.replace(/\s+/g, '') : pattern;
  try {
    const compiled = RE2JS.compile(source, flagsOf(flags));
    spend(run, (textLength * compiled.programSize()) / 50);
    return compiled;
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('RE2JS')) return note(run, unusablePattern(pattern));
    throw error;
  }
}

function largestRepeat(pattern: string): number {
  const counts = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map(([, from, to]) => Number(to || from));
  return Math.max(0, ...counts);
}

function flagsOf(flags: string): number {
  return (
    (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) |
    (flags.includes('s') ? RE2JS.DOTALL : 0) |
    (flags.includes('m') ? RE2JS.MULTILINE : 0)
  );
}

function expand(replacement: string, group: (number: number) => string): string {
  return replacement.replace(
    /\\(.)|\$(\d)/gs,
    (_whole, literal?: string, number?: string) => literal ?? group(Number(number)),
  );
}
