import { groupBy } from '../../group-by.ts';
import type { BoundaryEvent } from '../executable-event.ts';
import type { ExecutableProcess, FlowNode } from '../executable-process.ts';
import { report, reportMissing, type CompileContext } from './compile-context.ts';
import { compileScope, reportNameless, type CompiledScopes } from './compile-scope.ts';
import { withUpstream } from './join-upstream.ts';
import { calledName } from './faults/model-fault.ts';
import { ruleFaults } from './rules/rule-faults.ts';
import { extensionOf, textOf, type XmlElement } from './xml-element.ts';

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
    searchable: searchableOf(context, element),
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

/**
 * A definition that runs says where it begins: at start events, each of which begins an instance of its own, or at a
 * receive task or gateway that does (BPMN 2.0.2, 10.5.2). Of start events without a trigger it has one, or there were no
 * telling which is meant. A drawing may begin anywhere.
 */
function checkStarts(
  context: CompileContext,
  element: XmlElement,
  { nodes }: CompiledScopes,
  starts: readonly string[],
): void {
  const begins = starts.flatMap((id) => nodes.get(id) ?? []).filter(beginsByName);
  const several = begins.filter((node) => node.type === 'startEvent' && node.catches.length === 0).length > 1;
  if (begins.length > 0 && !several) return;
  reportMissing(
    context,
    element,
    several ? 'start-several' : 'start-missing',
    `流程「${calledName(element)}」${several ? '有几个不写触发条件的开始事件。请只留一个' : '没有开始事件。请加一个开始事件'}。`,
    `The process "${calledName(element)}" has ${several ? 'several start events without a trigger. Keep one of them' : 'no start event. Add one'}.`,
  );
}

function beginsByName(node: FlowNode): boolean {
  if (node.type === 'receiveTask') return node.instantiate;
  return node.type === 'startEvent' || (node.type === 'eventBasedGateway' && node.instantiate !== 'no');
}

/** Each declared variable costs a row of an index per instance and per change, so that there are few. */
const mostSearchable = 8;

/** `grid:searchable variables="case.category route.level"`: what operators may look for. */
function searchableOf(context: CompileContext, element: XmlElement): readonly string[] {
  const names = (textOf(extensionOf(element, 'grid:Searchable'), 'variables') ?? '').split(/\s+/).filter(Boolean);
  const wrong = names.find((name) => !/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name));
  if (wrong === undefined && names.length <= mostSearchable) return [...new Set(names)];
  report(
    context,
    element,
    'searchable-invalid',
    `「${calledName(element)}」可供查找的变量写得不对：最多 ${mostSearchable} 个变量名，用空格隔开，用点进入下一层。请改 grid:searchable。`,
    `The searchable variables of "${calledName(element)}" are wrong: at most ${mostSearchable} names, separated by spaces, with dots into contexts. Change grid:searchable.`,
  );
  return [];
}
