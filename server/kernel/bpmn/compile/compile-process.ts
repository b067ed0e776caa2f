import { groupBy } from '../../group-by.ts';
import type { BoundaryEvent } from '../executable-event.ts';
import type { ExecutableProcess } from '../executable-process.ts';
import { report, reportMissing, type CompileContext } from './compile-context.ts';
import { compileScope, reportNameless, type CompiledScopes } from './compile-scope.ts';
import { withUpstream } from './join-upstream.ts';
import { calledName } from './model-fault.ts';
import { ruleFaults } from './rules/rule-faults.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * Compiles one `bpmn:Process` with everything inside it. All faults are collected, so that an author sees them at once.
 *
 * @param file where faults are reported
 * @param element the process element
 */
export function compileProcess(file: CompileContext, element: XmlElement): ExecutableProcess {
  const id = element.id ?? '';
  const context = { ...file, executable: file.executable && element['isExecutable'] === true };
  if (id === '') reportNameless(context, element);
  const compiled: CompiledScopes = { nodes: new Map(), flows: new Map(), scopes: new Map() };
  compileScope(context, element, null, compiled);
  const starts = compiled.scopes.get(id)?.starts ?? [];
  checkStarts(context, element, compiled, starts);
  const boundaryEvents = [...compiled.nodes.values()].filter(
    (node): node is BoundaryEvent => node.type === 'boundaryEvent',
  );
  const process: ExecutableProcess = {
    id,
    name: calledName(element),
    ...compiled,
    nodes: withUpstream(compiled),
    boundaryEvents: groupBy(boundaryEvents, (event) => event.attachedTo),
    startEvent: starts[0] ?? '',
    hasConditions: [...compiled.nodes.values()].some(
      (node) => 'catches' in node && node.catches.some(({ kind }) => kind === 'conditional'),
    ),
  };
  const as = context.executable ? 'file' : context.lenient ? 'drawing' : 'definition';
  if (context.executable && process.nodes.size === 0) reportEmpty(context, element);
  context.faults.push(...ruleFaults(process, as));
  return process;
}

function reportEmpty(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'process-empty',
    `流程「${calledName(element)}」是空的。请画出从开始到结束的步骤。`,
    `The process "${calledName(element)}" is empty. Draw its steps from start to end.`,
  );
}

/** A definition that runs begins at exactly one place by itself; a drawing may begin anywhere. */
function checkStarts(
  context: CompileContext,
  element: XmlElement,
  { nodes }: CompiledScopes,
  starts: readonly string[],
): void {
  const events = starts.filter((id) => nodes.get(id)?.type === 'startEvent');
  if (events.length === 1) return;
  const several = events.length > 1;
  reportMissing(
    context,
    element,
    several ? 'start-several' : 'start-missing',
    `流程「${calledName(element)}」${several ? '有几个开始事件' : '没有开始事件'}。请只留一个开始事件。`,
    `The process "${calledName(element)}" has ${several ? 'several start events' : 'no start event'}. Draw exactly one.`,
  );
}
