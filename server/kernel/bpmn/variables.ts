import type { EvaluationFault } from '../feel/expression.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { VariableMapping } from './executable-process.ts';
import type { Execution } from './execution.ts';

type Mapped =
  | { readonly ok: true; readonly values: JsonObject }
  | { readonly ok: false; readonly fault: EvaluationFault };

/**
 * Evaluates variable mappings in order; a later one sees what an earlier one made (Zeebe's rule). A dotted target
 * (`case.level`) replaces one member of an object and leaves the others.
 *
 * @param execution the running step
 * @param mappings sources and targets
 * @param visible the variables the sources see
 * @returns the variables to set, or the first fault
 */
export function mapVariables(execution: Execution, mappings: readonly VariableMapping[], visible: JsonObject): Mapped {
  const values: Record<string, Json> = {};
  for (const mapping of mappings) {
    const result = execution.evaluate(mapping.source, { ...visible, ...values });
    if (!result.ok) return result;
    const [name, ...path] = mapping.target.split('.');
    if (name) values[name] = withMember(values[name] ?? visible[name] ?? null, path, result.value);
  }
  return { ok: true, values };
}

function withMember(value: Json, path: readonly string[], member: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return member;
  const object = isJsonObject(value) ? value : {};
  return { ...object, [name]: withMember(Object.hasOwn(object, name) ? (object[name] ?? null) : null, rest, member) };
}
