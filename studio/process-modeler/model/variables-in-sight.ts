import type { FormField } from '../../../server/kernel/forms/form-fields.ts';
import type { XmlElement } from '../../../server/kernel/bpmn/compile/xml-element.ts';
import { type ProcessPart, rootVariables } from '../../../server/kernel/release/process-contract.ts';
import type { ConditionField, Value } from '../conditions/condition.ts';
import { isSequenceFlow, type DiagramElement } from '../canvas/diagram.ts';
import { attributeOf, mappingsOf } from './step-facts.ts';
import { kindOf } from '../steps/step-kind.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a variable that every process of a part begins with is called; the words are the room's translations. */
export type VariableTitle = (path: string) => string;

/**
 * What can be asked at an element: the fields of the forms filled in before it, the answers of decisions, what steps
 * before it hand on, and what the process begins with. The nearest come first. Personal fields are left out: they never
 * become variables.
 */
export function variablesInSight(
  at: DiagramElement,
  part: ProcessPart | null,
  vocabulary: Vocabulary,
  titleOf: VariableTitle,
): readonly ConditionField[] {
  const before = stepsBefore(at);
  const found = [
    ...before.flatMap((step) => setBy(step.businessObject, vocabulary, nearestUserTask(before) === step, titleOf)),
    ...rootsOf(part, vocabulary, titleOf),
  ];
  const named = new Map<string, ConditionField>();
  for (const field of found) if (!named.has(field.path)) named.set(field.path, field);
  return [...named.values()];
}

/** The steps from which a token can come here, the nearest first. */
export function stepsBefore(at: DiagramElement): readonly DiagramElement[] {
  const seen = new Set<DiagramElement>();
  const waiting = isSequenceFlow(at) ? [at.source] : into(at);
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (seen.has(step)) continue;
    seen.add(step);
    waiting.push(...into(step));
  }
  return [...seen];
}

function into(step: DiagramElement): DiagramElement[] {
  const sources = step.incoming.filter(isSequenceFlow).map(({ source }) => source);
  return step.host === undefined ? sources : [...sources, step.host];
}

function nearestUserTask(before: readonly DiagramElement[]): DiagramElement | undefined {
  return before.find(({ businessObject }) => businessObject.$type === 'bpmn:UserTask');
}

function setBy(step: XmlElement, vocabulary: Vocabulary, isNearest: boolean, titleOf: VariableTitle): ConditionField[] {
  const from = step.name ?? '';
  if (step.$type === 'bpmn:BusinessRuleTask') {
    const decision = vocabulary.decisions.find(
      ({ id }) => id === attributeOf(step, 'zeebe:CalledDecision', 'decisionId'),
    );
    const variable = attributeOf(step, 'zeebe:CalledDecision', 'resultVariable');
    if (decision === undefined || variable === undefined) return [];
    return decision.columns.map(({ name, title }) => ({
      path: `${variable}.${name}`,
      title,
      from: decision.title,
      ...namedValues(name, vocabulary),
    }));
  }
  // What one who is asked has filled in stays theirs; what comes after may ask for the outcome.
  if (kindOf(step) === 'together') return outcomeOf(step, titleOf);
  const form = vocabulary.forms.find(({ id }) => id === attributeOf(step, 'zeebe:FormDefinition', 'formId'));
  const fields = (form?.fields ?? []).filter(({ personal, path }) => personal === null && !path.includes('['));
  const { outputs } = mappingsOf(step);
  const handedOn = outputs.map(({ source, target }) => {
    const field = fields.find(({ path }) => source === `=${path}`);
    return field === undefined
      ? { path: target, title: target, from, control: 'unknown' as const, choices: [] }
      : { ...fieldOf(field, from), path: target };
  });
  const kept = new Set(outputs.map(({ source }) => source));
  // Only the form just before: a field of an earlier one is handed on by a step that says so.
  const further = isNearest ? fields.filter(({ path }) => !kept.has(`=${path}`) && isAskable(path, fields)) : [];
  return [
    ...further.map((field) => ({ ...fieldOf(field, from), handedOnBy: step.id ?? '' })),
    ...handedOn.filter(({ path }) => path !== ''),
  ];
}

/** What several who decided together came to. */
function outcomeOf(step: XmlElement, titleOf: VariableTitle): ConditionField[] {
  const result = attributeOf(step, 'grid:Approval', 'result') ?? 'approval';
  const from = step.name ?? '';
  const members = [
    ['passed', 'switch'],
    ['approvals', 'number'],
    ['refusals', 'number'],
  ] as const;
  return members.map(([member, control]) => ({
    path: `${result}.${member}`,
    title: titleOf(`outcome.${member}`),
    from,
    control,
    choices: [],
  }));
}

function isAskable(path: string, fields: readonly FormField[]): boolean {
  const field = fields.find((one) => one.path === path);
  return field !== undefined && !['group', 'rows', 'photos', 'other', 'place'].includes(field.control);
}

function fieldOf(field: FormField, from: string): ConditionField {
  const choices = field.choices.flatMap(({ value, title }) =>
    typeof value === 'object' ? [] : [{ value: value satisfies Value, title }],
  );
  return { path: field.path, title: field.title, from, control: field.control, choices };
}

function rootsOf(part: ProcessPart | null, vocabulary: Vocabulary, titleOf: VariableTitle): ConditionField[] {
  if (part === null) return [];
  return Object.entries(rootVariables[part]).flatMap(([variable, members]) =>
    Object.entries(members)
      .filter(([name]) => name !== 'id')
      .map(([name, type]) => ({
        path: `${variable}.${name}`,
        title: titleOf(`${variable}.${name}`),
        from: titleOf(variable),
        ...(type === 'boolean' ? { control: 'switch' as const, choices: [] } : namedValues(name, vocabulary)),
      })),
  );
}

/** Choices of a variable whose name says what it holds. */
function namedValues(name: string, vocabulary: Vocabulary): Pick<ConditionField, 'control' | 'choices'> {
  const { posts, limits, caseTypes } = vocabulary;
  const titled = (items: readonly { readonly id: string; readonly title: string }[]) =>
    items.map(({ id, title }) => ({ value: id, title }));
  if (/post$/i.test(name)) return { control: 'select', choices: titled(posts) };
  if (name === 'limit') return { control: 'select', choices: titled(limits) };
  if (name === 'type') return { control: 'select', choices: titled(caseTypes) };
  if (name === 'channel') return { control: 'select', choices: titled(caseTypes.flatMap(({ channels }) => channels)) };
  if (name === 'category') {
    const categories = caseTypes.flatMap((type) => type.categories);
    return { control: 'select', choices: categories.flatMap((one) => titled([...(one.children ?? []), one])) };
  }
  return { control: 'text', choices: [] };
}

/** The stages a step may belong to: those of the case type that runs this process. */
export function stagesOf(process: string, { caseTypes }: Vocabulary): readonly { id: string; title: string }[] {
  return caseTypes.find((type) => type.process === process)?.stages.map((stage) => ({ ...stage })) ?? [];
}
