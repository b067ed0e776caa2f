import { dutyNames, type UserTask } from '../../kernel/bpmn/executable-activity.ts';
import type { FlowNode, SequenceFlow } from '../../kernel/bpmn/executable-process.ts';
import { isExternalJobType } from '../../kernel/jobs/external-job-type.ts';
import { limitsOf } from '../../kernel/bpmn/limits-of.ts';
import { timersOf } from '../../kernel/bpmn/timers-of.ts';
import type { Expression } from '../../kernel/feel/expression.ts';
import type {
  CompiledDefinitions,
  CompiledForm,
  CompiledProcess,
} from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import { knowledgeOf, variablesOf, type ProcessVariable } from './process-variables.ts';

/** Every name a condition, mapping, assignment, limit or timer reads is a variable, or a field of the step's form. */
export function checkVariables(compiled: CompiledDefinitions): readonly PackFault[] {
  return [...compiled.processes.values()]
    .filter((process) => process.part !== null)
    .flatMap((process) => {
      const variables = variablesOf(compiled, process);
      const nodes = [...process.executable.nodes.values()];
      return [
        ...nodes.flatMap((node) => checkNode(compiled, process, variables, node)),
        ...[...process.executable.flows.values()].flatMap((flow) => checkFlow(process, variables, flow)),
      ];
    });
}

interface Reader {
  readonly process: CompiledProcess;
  readonly variables: readonly ProcessVariable[];
  /** Element at which the expression stands; a flow's is the node it leaves. */
  readonly element: string;
  /** Element that is named in the fault. */
  readonly place: string;
}

function checkFlow(
  process: CompiledProcess,
  variables: readonly ProcessVariable[],
  flow: SequenceFlow,
): readonly PackFault[] {
  return flow.condition
    ? checkReads({ process, variables, element: flow.source, place: flow.id }, flow.condition, new Set(), [])
    : [];
}

function checkNode(
  compiled: CompiledDefinitions,
  process: CompiledProcess,
  variables: readonly ProcessVariable[],
  node: FlowNode,
): readonly PackFault[] {
  const reader = { process, variables, element: node.id, place: node.id };
  const inputs = new Set('inputs' in node ? node.inputs.map((mapping) => mapping.target.split('.')[0] ?? '') : []);
  const form = node.type === 'userTask' && node.form !== undefined ? compiled.forms.get(node.form) : undefined;
  const fields = form ? answersOf(form, node.id) : { open: [], personal: [] };
  const outside = new Set<string>();
  const inside = new Set([...inputs, ...fields.open, ...('outputs' in node ? earlierTargets(node) : [])]);
  return [
    ...('inputs' in node ? node.inputs.flatMap((mapping) => checkReads(reader, mapping.source, inputs, [])) : []),
    // What a system outside answers is known to nobody here.
    ...('outputs' in node && !isDoneOutside(node)
      ? node.outputs.flatMap((mapping) => checkReads(reader, mapping.source, inside, fields.personal))
      : []),
    ...ownExpressions(node).flatMap((expression) => checkReads(reader, expression, outside, [])),
    ...(node.type === 'businessRuleTask'
      ? checkPaths(reader, compiled.decisions.get(node.decision)?.decision.reads ?? [], inputs, [])
      : []),
  ];
}

function isDoneOutside(node: FlowNode): boolean {
  return node.type === 'serviceTask' && isExternalJobType(node.jobType);
}

/** Output mappings run in order; a later one sees what an earlier one set. */
function earlierTargets(node: Extract<FlowNode, { outputs: unknown }>): readonly string[] {
  return node.outputs
    .filter((mapping) => !mapping.target.includes('.'))
    .map((mapping) => mapping.target)
    .slice(0, -1);
}

function ownExpressions(node: FlowNode): readonly Expression[] {
  switch (node.type) {
    case 'userTask':
      return userTaskExpressions(node).filter((expression) => expression !== undefined);
    case 'intermediateCatchEvent':
    case 'boundaryEvent':
      return [
        ...timersOf(node).map(({ expression }) => expression),
        ...node.catches.flatMap((part) => (part.kind === 'clock' ? (part.after ?? []) : [])),
      ];
    default:
      return [];
  }
}

function userTaskExpressions(node: UserTask): readonly (Expression | undefined)[] {
  const { assignment, told, duties, loop } = node;
  const approval = loop?.kind === 'multiple' ? loop.approval : undefined;
  return [
    ...(approval ? [approval.posts] : [assignment?.post, assignment?.fallback]),
    assignment?.area,
    told?.posts,
    told?.area,
    ...dutyNames.map((duty) => duties?.posts[duty]),
    duties?.area,
    ...limitsOf(node).map(({ limit }) => limit),
  ];
}

/** Fields a step's output mappings see: not those that are hidden from the step, never personal ones. */
function answersOf(
  form: CompiledForm,
  step: string,
): { readonly open: readonly string[]; readonly personal: readonly string[] } {
  const rights = { ...form.written.rights['*'], ...form.written.rights[step] };
  const top = form.fields.filter(
    (field) => !field.path.includes('.') && !field.path.includes('[]') && rights[field.path] !== 'hide',
  );
  return {
    open: top.filter((field) => field.personal === null).map((field) => field.path),
    personal: top.filter((field) => field.personal !== null).map((field) => field.path),
  };
}

function checkReads(
  reader: Reader,
  expression: Expression,
  locals: ReadonlySet<string>,
  personal: readonly string[],
): readonly PackFault[] {
  return checkPaths(reader, expression.reads, locals, personal);
}

function checkPaths(
  reader: Reader,
  paths: readonly string[],
  locals: ReadonlySet<string>,
  personal: readonly string[],
): readonly PackFault[] {
  const at = { pack: reader.process.pack, file: reader.process.file, place: reader.place };
  return paths.flatMap((path) => {
    if (personal.includes(path.split('.')[0] ?? ''))
      return [errorAt(at, 'personal-field-in-variables', personalText(path))];
    const knowledge = knowledgeOf(reader.process, reader.variables, locals, reader.element, path);
    if (knowledge === 'known') return [];
    return [errorAt(at, 'variable-unknown', knowledge === 'unknown' ? unknownText(reader, path) : laterText(path))];
  });
}

function unknownText(reader: Reader, path: string): { readonly zh: string; readonly en: string } {
  const known = [...new Set(reader.variables.map((variable) => variable.path))].sort().slice(0, 20).join('、');
  return {
    zh: `这里读「${path}」，但没有这个数据。可以读：${known}，或本步骤表单里的题目。`,
    en: `"${path}" is read here but never set. Known are: ${known}, and the fields of this step's form.`,
  };
}

function laterText(path: string): { readonly zh: string; readonly en: string } {
  return {
    zh: `这里读「${path}」，但它要到后面的步骤才有。请改条件，或把步骤挪到前面。`,
    en: `"${path}" is read here but only set by steps that come later. Change the expression, or move the step.`,
  };
}

function personalText(path: string): { readonly zh: string; readonly en: string } {
  return {
    zh: `「${path}」是个人信息，不能进流程变量。请改用别的题目。`,
    en: `"${path}" is personal and must not become a process variable. Use another field.`,
  };
}
