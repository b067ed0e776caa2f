import type { FlowNode, ExecutableProcess } from '../executable-process.ts';
import { report, type CompileContext } from './compile-context.ts';
import { nodeCompilers } from './node-compilers.ts';
import { calledName } from './faults/model-fault.ts';
import type { XmlElement } from './xml-element.ts';

/** Which task a global task is, when it is called. */
const tasks: { readonly [type: string]: string } = {
  'bpmn:GlobalTask': 'bpmn:Task',
  'bpmn:GlobalManualTask': 'bpmn:ManualTask',
  'bpmn:GlobalUserTask': 'bpmn:UserTask',
  'bpmn:GlobalScriptTask': 'bpmn:ScriptTask',
  'bpmn:GlobalBusinessRuleTask': 'bpmn:BusinessRuleTask',
};

/** Compiles a global task (BPMN 2.0.2, 10.3.6): a process of one task, which call activities call. */
export function compileGlobalTask(context: CompileContext, element: XmlElement): ExecutableProcess | null {
  const id = element.id ?? '';
  const compile = nodeCompilers[tasks[element.$type] ?? ''];
  if (!compile) {
    report(
      context,
      element,
      'element-unsupported',
      `「${calledName(element)}」（${element.$type.replace('bpmn:', '')}）不能运行。请换成全局用户任务、手工任务、脚本任务或规则任务。`,
      `"${calledName(element)}" (${element.$type.replace('bpmn:', '')}) cannot be run. Use a global user, manual, script or business rule task.`,
    );
    return null;
  }
  const shape = { id, index: 0, name: calledName(element), parent: id, incoming: [], outgoing: [] };
  const node: FlowNode = compile(context, element, shape);
  return {
    id,
    name: calledName(element),
    startEvent: id,
    hasConditions: false,
    searchable: [],
    nodes: new Map([[id, node]]),
    flows: new Map(),
    boundaryEvents: new Map(),
    scopes: new Map([
      [
        id,
        {
          id,
          parent: null,
          starts: [id],
          eventSubProcesses: [],
          waitingJoins: [],
          data: [],
        },
      ],
    ]),
  };
}
