import { groupBy } from '../group-by.ts';
import type { EvaluationFault } from '../feel/expression.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { VariableMapping } from './executable-activity.ts';
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
 * @param target the variables that dotted targets change a member of; what is only seen must not get there whole
 * @returns the variables to set, or the first fault
 */
export function mapVariables(
  execution: Execution,
  mappings: readonly VariableMapping[],
  visible: JsonObject,
  target: JsonObject,
): Mapped {
  // A map, because a target may have any name, also one that means something on a JavaScript object.
  const values = new Map<string, Json>();
  for (const mapping of mappings) {
    const result = execution.evaluate(mapping.source, { ...visible, ...Object.fromEntries(values) });
    if (!result.ok) return result;
    const [name = '', ...path] = mapping.target.split('.');
    const before = values.get(name) ?? ownMember(target, name);
    if (name !== '') values.set(name, withMember(before, path, result.value));
  }
  return { ok: true, values: Object.fromEntries(values) };
}

/**
 * Sets variables as what an activity or an event brings is set (Zeebe's propagation): each in the nearest enclosing
 * scope that has it, one that nobody has in the outermost. What happens in an iteration stays in the iteration.
 */
export function propagate(execution: Execution, scope: number, values: JsonObject): void {
  const byScope = groupBy(Object.entries(values), ([name]) => ownerOf(execution, scope, name));
  for (const [owner, set] of byScope)
    execution.emit({ type: 'variables-set', scope: owner, values: Object.fromEntries(set) });
}

function ownerOf(execution: Execution, from: number, name: string): number {
  for (let id = from; ;) {
    const { variables, parent, closed, sealed } = execution.scope(id);
    if (parent === null || closed || sealed || Object.hasOwn(variables, name)) return id;
    id = parent;
  }
}

function withMember(value: Json, path: readonly string[], member: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return member;
  const object = isJsonObject(value) ? value : {};
  return { ...object, [name]: withMember(ownMember(object, name), rest, member) };
}

function ownMember(object: JsonObject, name: string): Json {
  return Object.hasOwn(object, name) ? (object[name] ?? null) : null;
}
