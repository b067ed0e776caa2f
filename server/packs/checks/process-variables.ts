import { reachableFrom } from '../../kernel/bpmn/compile/faults/structure-faults.ts';
import { outcomeMembers } from '../../kernel/bpmn/approval.ts';
import type { FlowNode } from '../../kernel/bpmn/executable-process.ts';
import { outputMembers } from '../../kernel/release/plugin-manifest.ts';
import { builtInJobs, rootVariables } from '../../kernel/release/process-contract.ts';
import type { CompiledDefinitions, CompiledProcess } from '../../kernel/compilation/compile-definitions.ts';

/** A variable of a process, or one member of it, and the element that sets it (null: it is there from the start). */
export interface ProcessVariable {
  /** `case.area`, `finding`, `route.post`. */
  readonly path: string;
  readonly setBy: string | null;
}

/**
 * The variables of a process: those it begins with, results of decisions, outputs of jobs, targets of output mappings.
 * A variable whose members are not known (an output mapping of a whole object) stands for any member.
 */
export function variablesOf(compiled: CompiledDefinitions, process: CompiledProcess): readonly ProcessVariable[] {
  const roots = process.part === null ? {} : rootVariables[process.part];
  return [
    ...Object.entries(roots).flatMap(([variable, members]) => membersOf(variable, Object.keys(members), null)),
    ...[...process.executable.nodes.values()].flatMap((node) => setBy(compiled, node)),
  ];
}

function setBy(compiled: CompiledDefinitions, node: FlowNode): readonly ProcessVariable[] {
  const mapped = 'outputs' in node ? node.outputs.map((mapping) => ({ path: mapping.target, setBy: node.id })) : [];
  if (node.type === 'businessRuleTask') {
    const columns = compiled.decisions.get(node.decision)?.columns ?? [];
    return [...membersOf(node.resultVariable, columns, node.id), ...mapped];
  }
  if (node.type === 'userTask' && node.loop?.kind === 'multiple' && node.loop.approval)
    return [...membersOf(node.loop.approval.result, outcomeMembers, node.id), ...mapped];
  if (node.type !== 'serviceTask') return mapped;
  const builtIn = builtInJobs[node.jobType]?.outputs;
  const added = compiled.plugins.job(node.jobType)?.outputs ?? {};
  const outputs = builtIn
    ? Object.entries(builtIn).map(([variable, members]) => [variable, Object.keys(members)] as const)
    : Object.entries(added).map(([variable, example]) => [variable, outputMembers(example)] as const);
  return [
    ...outputs.flatMap(([variable, members]) => membersOf(variable, members, node.id)),
    ...mapped.filter(({ path }) => !outputs.some(([variable]) => variable === path)),
  ];
}

function membersOf(variable: string, members: readonly string[], setter: string | null): readonly ProcessVariable[] {
  if (members.length === 0) return [{ path: variable, setBy: setter }];
  return members.map((member) => ({ path: `${variable}.${member}`, setBy: setter }));
}

/** How a path that is read relates to what is known: fine, never set, or set only where this element cannot see it. */
export type Knowledge = 'known' | 'unknown' | 'set-later';

/**
 * Whether a path read at an element is a variable that can be there.
 *
 * @param variables from `variablesOf`
 * @param locals names that exist at this element only: input mappings, fields of its form
 */
export function knowledgeOf(
  process: CompiledProcess,
  variables: readonly ProcessVariable[],
  locals: ReadonlySet<string>,
  element: string,
  path: string,
): Knowledge {
  if (locals.has(path) || locals.has(path.split('.')[0] ?? '')) return 'known';
  const setters = variables.filter((variable) => covers(variable.path, path));
  if (setters.length === 0) return 'unknown';
  const before = setters.some(
    ({ setBy: setter }) =>
      setter === null || setter === element || reachableFrom(process.executable, setter).has(element),
  );
  return before ? 'known' : 'set-later';
}

/** `route.post` covers itself, `route` (the whole) and `route.post.x` (what is inside nobody knows). */
function covers(known: string, read: string): boolean {
  return known === read || known.startsWith(`${read}.`) || read.startsWith(`${known}.`);
}
