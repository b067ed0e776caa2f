import type { JsonObject } from '../json.ts';
import type { FormCondition, FormRule } from './form-definition.ts';
import { fieldNode } from './map-fields.ts';
import { choicesOf } from './schema-node.ts';

/** A condition about answers alone: a group of choices is written out as the choices it has. */
export type AnswerCondition = Exclude<FormCondition, { readonly group: string }>;

/** A rule as one step sees it: only fields the step sees, required only what it may fill. */
export interface FormBranch {
  readonly when: { readonly all?: readonly AnswerCondition[]; readonly any?: readonly AnswerCondition[] };
  readonly show: readonly string[];
  readonly require: readonly string[];
}

/** Fields that are hidden until a rule shows them. */
export function conditionalFields(rules: readonly { readonly show?: readonly string[] }[]): ReadonlySet<string> {
  return new Set(rules.flatMap((rule) => rule.show ?? []));
}

/**
 * The rules as branches over the fields of one step. A conditional field that is required at all is required by every
 * branch that shows it, and one that a rule requires is shown by it.
 *
 * @param visible the step's fields with rights applied
 * @param isRequired whether the schema or the step requires a field
 */
export function branchesOf(
  rules: readonly FormRule[],
  visible: JsonObject,
  isRequired: (path: string) => boolean,
): readonly FormBranch[] {
  const conditional = conditionalFields(rules);
  const canSee = (path: string): boolean => fieldNode(visible, path) !== undefined;
  const canFill = (path: string): boolean => canSee(path) && fieldNode(visible, path)?.['readOnly'] !== true;
  return rules.map((rule) => {
    const required = (rule.require ?? []).filter(canFill);
    const show = [...new Set([...(rule.show ?? []), ...required.filter((path) => conditional.has(path))])].filter(
      canSee,
    );
    return {
      when: answersOnly(rule.when, visible),
      show,
      require: [...new Set([...required, ...show.filter((path) => isRequired(path) && canFill(path))])],
    };
  });
}

function answersOnly({ all, any }: FormRule['when'], visible: JsonObject): FormBranch['when'] {
  const written = (one: FormCondition): AnswerCondition => {
    if (!('group' in one)) return one;
    const choices = choicesOf(fieldNode(visible, one.field) ?? {}) ?? [];
    return { field: one.field, in: choices.filter(({ group }) => group === one.group).map(({ value }) => value) };
  };
  return {
    ...(all === undefined ? {} : { all: all.map(written) }),
    ...(any === undefined ? {} : { any: any.map(written) }),
  };
}

/** `a.b.c` → `a`, `a.b`, `a.b.c`. */
export function pathAndGroups(path: string): readonly string[] {
  return path.split('.').map((_, index, names) => names.slice(0, index + 1).join('.'));
}
