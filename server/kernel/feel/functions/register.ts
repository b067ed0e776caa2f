import type { FeelFunction } from '../values/feel-value.ts';
import { aggregateFunctions } from './aggregate-functions.ts';
import { functionOf, type BuiltIn } from './built-in.ts';
import { contextFunctions } from './context-functions.ts';
import { conversionFunctions } from './conversion-functions.ts';
import { listFunctions } from './list-functions.ts';
import { numberFunctions } from './number-functions.ts';
import { rangeFunctions } from './range-functions.ts';
import { stringFunctions } from './string-functions.ts';
import { temporalFunctions } from './temporal-functions.ts';

const ALL: readonly BuiltIn[] = [
  ...conversionFunctions,
  ...numberFunctions,
  ...stringFunctions,
  ...listFunctions,
  ...aggregateFunctions,
  ...temporalFunctions,
  ...contextFunctions,
  ...rangeFunctions,
];

const BY_NAME: ReadonlyMap<string, FeelFunction> = new Map(
  [...new Set(ALL.map(({ name }) => name))].map(
    (name) =>
      [
        name,
        functionOf(
          name,
          ALL.filter((form) => form.name === name),
        ),
      ] as const,
  ),
);

/** The built-in function of a name as a value, or null. `@` is the function behind literals such as `@"2026-09-10"`. */
export function builtInValue(name: string): FeelFunction | null {
  return BY_NAME.get(name) ?? null;
}

/** True for the name of a built-in function. */
export function isBuiltIn(name: string): boolean {
  return BY_NAME.has(name);
}

/** All names of built-in functions, for suggestions and for the help beside an editor. */
export function builtInNames(): readonly string[] {
  return [...BY_NAME.keys()].filter((name) => name !== '@');
}
