import type { Expression } from '../../kernel/feel/expression.ts';
import type { FormField } from '../../kernel/forms/form-fields.ts';
import { isJsonArray, type Json } from '../../kernel/json.ts';
import type {
  CompiledDefinitions,
  CompiledForm,
  CompiledProcess,
} from '../../kernel/compilation/compile-definitions.ts';
import type { Located } from '../../kernel/compilation/pack-fault.ts';
import { constantOf, outcomesOf } from './constant-of.ts';

/** A text that can reach a place of a process, and where it is written. */
export interface FlowingText extends Located {
  readonly text: string;
}

/**
 * The texts an expression of a process can answer with: written in it, in output mappings and decisions whose result it
 * reads, and in the choices of the forms those mappings read. So a post or limit nobody knows is found where it is
 * written, not where it would be missed.
 *
 * @param compiled all definitions
 * @param process the process the expression stands in
 * @param element id of the element with the expression
 */
export function flowingTexts(
  compiled: CompiledDefinitions,
  process: CompiledProcess,
  element: string,
  expression: Expression,
): readonly FlowingText[] {
  return follow({ compiled, process, seen: new Set() }, element, expression);
}

interface Following {
  readonly compiled: CompiledDefinitions;
  readonly process: CompiledProcess;
  readonly seen: Set<string>;
}

function follow(following: Following, element: string, expression: Expression): readonly FlowingText[] {
  const { process } = following;
  const constant = constantOf(expression);
  if (constant !== undefined)
    return typeof constant === 'string'
      ? [{ pack: process.pack, file: process.file, place: element, text: constant }]
      : [];
  const { texts, paths } = outcomesOf(expression);
  const here = texts.map((text) => ({ pack: process.pack, file: process.file, place: element, text }));
  return [
    ...here,
    ...paths.flatMap((path) => [
      ...fromMappings(following, path),
      ...fromDecisions(following, path),
      ...fromForm(following, element, path),
      ...fromAgreedItems(following, path),
    ]),
  ];
}

function fromMappings(following: Following, path: string): readonly FlowingText[] {
  if (following.seen.has(path)) return [];
  following.seen.add(path);
  return [...following.process.executable.nodes.values()].flatMap((node) => {
    const outputs = 'outputs' in node ? node.outputs.filter((mapping) => mapping.target === path) : [];
    return outputs.flatMap((mapping) => follow(following, node.id, mapping.source));
  });
}

/** `route.post` ← column `post` of the decision whose result is `route`. */
function fromDecisions(following: Following, path: string): readonly FlowingText[] {
  const [variable, column] = path.split('.');
  return [...following.process.executable.nodes.values()].flatMap((node) => {
    if (node.type !== 'businessRuleTask' || node.resultVariable !== variable || column === undefined) return [];
    const decision = following.compiled.decisions.get(node.decision);
    const outcomes = (decision?.outcomes ?? []).filter((outcome) => outcome.column === column);
    return outcomes.flatMap(({ value, at }) => textsIn(value).map((text) => ({ ...at, text })));
  });
}

function textsIn(value: Json): readonly string[] {
  return (isJsonArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}

/** A field of the element's own form, read by its output mapping: the choices offered. */
function fromForm(following: Following, element: string, path: string): readonly FlowingText[] {
  const node = following.process.executable.nodes.get(element);
  const form =
    node?.type === 'userTask' && node.form !== undefined ? following.compiled.forms.get(node.form) : undefined;
  const field = form?.fields.find((candidate) => candidate.path === path && candidate.source === null);
  if (!form || !field) return [];
  return choicesIn(form, field);
}

/** `item.limit` ← the rows of agreed items in the minutes, which start the process once each. */
function fromAgreedItems(following: Following, path: string): readonly FlowingText[] {
  const [variable, field] = path.split('.');
  if (following.process.part !== 'action-item' || variable !== 'item' || field === undefined) return [];
  const userTasks = [...following.compiled.processes.values()]
    .filter((process) => process.part === 'meeting')
    .flatMap((process) => [...process.executable.nodes.values()])
    .filter((node) => node.type === 'userTask');
  const forms = [...new Set(userTasks.map((userTask) => userTask.form))].flatMap(
    (form) => following.compiled.forms.get(form ?? '') ?? [],
  );
  return forms.flatMap((form) =>
    form.fields
      .filter((candidate) => candidate.path.endsWith(`[].${field}`) && candidate.source === null)
      .flatMap((candidate) => choicesIn(form, candidate)),
  );
}

function choicesIn(form: CompiledForm, field: FormField): readonly FlowingText[] {
  const at = { pack: form.pack, file: form.file, place: `/schema${field.pointer}` };
  return field.choices.flatMap(({ value }) => (typeof value === 'string' ? [{ ...at, text: value }] : []));
}
