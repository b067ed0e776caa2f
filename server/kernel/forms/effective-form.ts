import type { JsonObject } from '../json.ts';
import { compileRules } from './compile-rules.ts';
import { effectiveUi, inWrittenOrder } from './effective-ui.ts';
import { branchesOf, conditionalFields, type FormBranch, pathAndGroups } from './form-branches.ts';
import type { FieldRight, FormDefinition } from './form-definition.ts';
import { inlineReferences } from './inline-references.ts';
import { fieldNode, mapFields } from './map-fields.ts';
import { without } from './schema-node.ts';
import { withDefaultLimits } from './with-default-limits.ts';

/** A form as one step sees it: what is hidden there is gone, what is read-only is marked, limits are filled in. */
export interface EffectiveForm {
  readonly id: string;
  readonly title: string;
  readonly step: string;
  /** Plain JSON Schema for any validator; rules are root `allOf` of `if`/`then`. */
  readonly schema: JsonObject;
  /** Every field the step may ever show, whatever the rules say; what pruning and drawing walk along. */
  readonly fields: JsonObject;
  /** uiSchema with a `ui:widget` (a `FormControl`) for every field that is asked. */
  readonly ui: JsonObject;
  readonly branches: readonly FormBranch[];
}

/**
 * The form of one step: rights applied (hide, read, require), rules compiled.
 *
 * @param definition has passed `checkForm` without faults
 * @param step BPMN element id; rights under `*` hold for every step, the step's own come over them
 */
export function effectiveForm(definition: FormDefinition, step: string): EffectiveForm {
  const known = made.get(definition) ?? new Map<string, EffectiveForm>();
  made.set(definition, known);
  const effective = known.get(step) ?? makeEffective(definition, step);
  known.set(step, effective);
  return effective;
}

/** A definition never changes, so what a step sees of it is made once: it is asked for with every submission. */
const made = new WeakMap<FormDefinition, Map<string, EffectiveForm>>();

function makeEffective(definition: FormDefinition, step: string): EffectiveForm {
  const rights = { ...definition.rights['*'], ...definition.rights[step] };
  const ordered = inWrittenOrder(inlineReferences(definition.schema).schema, definition.ui);
  const visible = applyRights(ordered, rights);
  const conditional = conditionalFields(definition.rules);
  const required = requiredFields(visible);
  const branches = branchesOf(definition.rules, visible, (path) => required.has(path));
  const requiredAtTimes = new Set(branches.flatMap((branch) => branch.require));
  const ui = effectiveUi(visible, definition.ui, (path) => required.has(path) || requiredAtTimes.has(path));
  const limited = withDefaultLimits(visible, ui);
  const fields = mapFields(limited, {
    field: (_, node) => node,
    required: (path, before) => before && !conditional.has(path),
  });
  return {
    id: definition.id,
    title: definition.title,
    step,
    schema: compileRules(fields, branches),
    fields,
    ui,
    branches,
  };
}

/** Hides, marks and requires; a field of a read-only group is read-only, and nobody must fill what they only read. */
function applyRights(schema: JsonObject, rights: { readonly [field: string]: FieldRight }): JsonObject {
  const readOnly = (path: string, node: JsonObject): boolean =>
    node['readOnly'] === true || pathAndGroups(path).some((part) => rights[part] === 'read');
  return mapFields(schema, {
    field: (path, node) => {
      if (rights[path] === 'hide') return null;
      const open = typeof node['additionalProperties'] === 'boolean' ? without(node, 'additionalProperties') : node;
      return readOnly(path, node) ? { ...open, readOnly: true } : open;
    },
    required: (path, before) =>
      (rights[path] === 'require' || before) && !readOnly(path, fieldNode(schema, path) ?? {}),
  });
}

function requiredFields(schema: JsonObject): ReadonlySet<string> {
  const required = new Set<string>();
  mapFields(schema, {
    field: (_, node) => node,
    required: (path, before) => {
      if (before) required.add(path);
      return before;
    },
  });
  return required;
}
