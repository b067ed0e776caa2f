import type { Json } from '../json.ts';
import { fitsType } from './check-schema.ts';
import { conditionalFields } from './form-branches.ts';
import type { FormCondition, FormDefinition, FormRule } from './form-definition.ts';
import type { FormFault } from './form-fault.ts';
import type { FormField } from './form-fields.ts';
import { pointerOf } from './json-pointer.ts';

type Path = readonly (string | number)[];
type Fields = ReadonlyMap<string, FormField>;

const mostRules = 100;

/** Faults of a form's rules and rights: unknown fields, conditions that cannot hold, rules that wait for each other. */
export function checkRules(definition: FormDefinition, fields: Fields): readonly FormFault[] {
  const faults: FormFault[] = [];
  if (definition.rules.length > mostRules) {
    faults.push({
      code: 'form-too-many-rules',
      path: '/rules',
      zh: `条件最多 ${mostRules} 条。`,
      en: `At most ${mostRules} rules.`,
    });
  }
  for (const [index, rule] of definition.rules.entries()) {
    faults.push(...checkRule(rule, fields, ['rules', index]));
  }
  return [...faults, ...checkCircles(definition.rules), ...checkRights(definition, fields)];
}

function checkRule(rule: FormRule, fields: Fields, path: Path): FormFault[] {
  const faults: FormFault[] = [];
  const conditions = [...(rule.when.all ?? []), ...(rule.when.any ?? [])];
  if (conditions.length === 0) {
    faults.push({
      code: 'form-rule-empty',
      path: pointerOf([...path, 'when']),
      zh: '这条条件没有写明什么时候成立。',
      en: 'This rule does not say when it holds.',
    });
  }
  if ((rule.show ?? []).length + (rule.require ?? []).length === 0) {
    faults.push({
      code: 'form-rule-empty',
      path: pointerOf(path),
      zh: '这条条件没有写明显示或必填哪些数据项。',
      en: 'This rule neither shows nor requires a field.',
    });
  }
  for (const group of ['all', 'any'] as const) {
    for (const [index, condition] of (rule.when[group] ?? []).entries()) {
      faults.push(...checkCondition(condition, fields, [...path, 'when', group, index]));
    }
  }
  for (const effect of ['show', 'require'] as const) {
    for (const [index, field] of (rule[effect] ?? []).entries()) {
      faults.push(...checkField(field, fields, [...path, effect, index]));
    }
  }
  return faults;
}

function checkCondition(condition: FormCondition, fields: Fields, path: Path): FormFault[] {
  const unknown = checkField(condition.field, fields, [...path, 'field']);
  const field = fields.get(condition.field);
  if (field === undefined || unknown.length > 0) return unknown;
  if ('equals' in condition) return checkAnswer(field, condition.equals, [...path, 'equals']);
  if ('in' in condition)
    return condition.in.flatMap((value, index) => checkAnswer(field, value, [...path, 'in', index]));
  if ('not' in condition) return checkAnswer(field, condition.not, [...path, 'not']);
  if ('contains' in condition) return checkContained(field, condition.contains, [...path, 'contains']);
  if ('group' in condition) return checkGroup(field, condition.group, [...path, 'group']);
  return [];
}

function checkContained(field: FormField, value: Json, path: Path): FormFault[] {
  const isList = field.type.startsWith('array');
  if (isList && (field.choices.length === 0 || field.choices.some((choice) => choice.value === value))) return [];
  return [
    {
      code: 'form-rule-value',
      path: pointerOf(path),
      zh: isList
        ? `「${field.title}」里选不到 ${JSON.stringify(value)}，这个条件永远不成立。`
        : `「${field.title}」不是多选题，不能用“包含”。`,
      en: isList
        ? `"${field.title}" never contains ${JSON.stringify(value)}, so this condition never holds.`
        : `"${field.title}" is no list of choices, so it cannot contain one.`,
    },
  ];
}

/** Before the choices of the pack are filled in, nobody knows its groups. */
function checkGroup(field: FormField, group: string, path: Path): FormFault[] {
  const unknownYet = field.choices.length === 0 && field.source !== null;
  if (unknownYet || field.choices.some((choice) => choice.group === group)) return [];
  return [
    {
      code: 'form-rule-group',
      path: pointerOf(path),
      zh: `「${field.title}」没有「${group}」这一组选项，这个条件永远不成立。请改选一组。`,
      en: `"${field.title}" has no group of choices "${group}", so this condition never holds. Choose another.`,
    },
  ];
}

function checkAnswer(field: FormField, value: Json, path: Path): FormFault[] {
  const fits = fitsType(value, field.type.split(' ')[0]);
  const offered =
    field.choices.length === 0 ||
    field.type.startsWith('array') ||
    field.choices.some((choice) => choice.value === value);
  if (fits && offered) return [];
  return [
    {
      code: 'form-rule-value',
      path: pointerOf(path),
      zh: `「${field.title}」不会填成 ${JSON.stringify(value)}，这个条件永远不成立。`,
      en: `"${field.title}" is never ${JSON.stringify(value)}, so this condition never holds.`,
    },
  ];
}

function checkField(field: string, fields: Fields, path: Path): FormFault[] {
  if (fields.has(field) && !field.includes('[]')) return [];
  const inRow = fields.has(field);
  return [
    {
      code: inRow ? 'form-row-field' : 'form-field-unknown',
      path: pointerOf(path),
      zh: inRow ? `「${field}」在表格的行里，条件和权限只能用到表格外的数据项。` : `表单里没有数据项「${field}」。`,
      en: inRow
        ? `"${field}" is in the rows of a table; rules and rights reach fields outside of tables only.`
        : `The form has no field "${field}".`,
    },
  ];
}

/** Which fields decide whether a field is shown; a rule that requires a conditional field shows it too. */
function shownBy(rules: readonly FormRule[]): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  const conditional = conditionalFields(rules);
  for (const rule of rules) {
    const deciders = [...(rule.when.all ?? []), ...(rule.when.any ?? [])].map((condition) => condition.field);
    for (const field of [...(rule.show ?? []), ...(rule.require ?? [])].filter((name) => conditional.has(name))) {
      const known = graph.get(field) ?? new Set<string>();
      for (const decider of deciders) known.add(decider);
      graph.set(field, known);
    }
  }
  return graph;
}

function checkCircles(rules: readonly FormRule[]): FormFault[] {
  const graph = shownBy(rules);
  return rules.flatMap((rule, index) => {
    const circular = [...(rule.show ?? []), ...(rule.require ?? [])].find((field) =>
      reaches(graph, field, field, new Set()),
    );
    if (circular === undefined) return [];
    return [
      {
        code: 'form-rule-circle',
        path: pointerOf(['rules', index]),
        zh: `「${circular}」要等它自己填了才显示，请改条件。`,
        en: `"${circular}" is shown only once it is filled in itself; change the condition.`,
      },
    ];
  });
}

function reaches(
  graph: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
  seen: Set<string>,
): boolean {
  for (const next of graph.get(from) ?? []) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (reaches(graph, next, to, seen)) return true;
  }
  return false;
}

function checkRights(definition: FormDefinition, fields: Fields): FormFault[] {
  const faults: FormFault[] = [];
  for (const [step, rights] of Object.entries(definition.rights)) {
    for (const [field, right] of Object.entries(rights)) {
      faults.push(...checkField(field, fields, ['rights', step, field]));
      if (!['edit', 'read', 'hide', 'require'].includes(right)) {
        faults.push({
          code: 'form-right',
          path: pointerOf(['rights', step, field]),
          zh: `权限「${String(right)}」不认识，请用 edit、read、hide 或 require。`,
          en: `The right "${String(right)}" is unknown; use edit, read, hide or require.`,
        });
      }
    }
    faults.push(...checkHiddenConditions(definition, step));
  }
  return faults;
}

/** A person cannot answer what depends on a field they may not see; such a rule never holds at that step. */
function checkHiddenConditions(definition: FormDefinition, step: string): FormFault[] {
  const rights = { ...definition.rights['*'], ...definition.rights[step] };
  const hidden = (field: string): boolean => rights[field] === 'hide';
  return definition.rules.flatMap((rule) => {
    const reason = [...(rule.when.all ?? []), ...(rule.when.any ?? [])].find((condition) => hidden(condition.field));
    const target = [...(rule.show ?? []), ...(rule.require ?? [])].find((field) => !hidden(field));
    if (reason === undefined || target === undefined) return [];
    return [
      {
        code: 'form-rule-hidden',
        path: pointerOf(['rights', step, reason.field]),
        zh: `这一步看不到「${reason.field}」，但「${target}」要看它才显示；请一起隐藏，或改为只读。`,
        en: `This step does not see "${reason.field}", on which "${target}" depends; hide both, or make it read-only.`,
      },
    ];
  });
}
