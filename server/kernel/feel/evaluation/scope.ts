import type { JsonObject } from '../../json.ts';
import { spellName } from '../syntax/name-text.ts';
import type { FeelValue } from '../values/feel-value.ts';
import { fromJson, ownProperty } from '../values/json-boundary.ts';
import type { Run } from './run.ts';

/** Names and what they stand for, innermost first. */
export interface Scope {
  readonly find: (name: string) => FeelValue | undefined;
}

/** The scope of plain data: each variable becomes a FEEL value when it is first asked for, and only then costs steps. */
export function variableScope(run: Run, variables: JsonObject): Scope {
  const read = new Map<string, FeelValue | undefined>();
  return {
    find: (name) => {
      if (read.has(name)) return read.get(name);
      const own = ownProperty(variables, name);
      const json = own === undefined ? spelledDifferently(variables, name) : own;
      const value = json === undefined ? undefined : fromJson(run, json);
      read.set(name, value);
      return value;
    },
  };
}

/** A scope of values that are there already (results of required decisions, parameters), by names in their one spelling. */
export function valueScope(values: ReadonlyMap<string, FeelValue>, outer?: Scope): Scope {
  return {
    find: (name) => {
      const own = values.get(name);
      return own === undefined ? outer?.find(name) : own;
    },
  };
}

/** A scope with one more name. */
export function withName(outer: Scope, name: string, value: FeelValue): Scope {
  return { find: (wanted) => (wanted === name ? value : outer.find(wanted)) };
}

function spelledDifferently(variables: JsonObject, name: string): JsonObject[string] | undefined {
  if (!/[\s./\-'+*]/.test(name)) return undefined;
  const key = Object.keys(variables).find((candidate) => spellName(candidate) === name);
  return key === undefined ? undefined : ownProperty(variables, key);
}
