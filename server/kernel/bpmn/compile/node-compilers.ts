import type { FlowNode } from '../executable-process.ts';
import {
  compileBusinessRuleTask,
  compileCallActivity,
  compilePlainTask,
  compileReceiveTask,
  compileScriptTask,
  compileSendTask,
  compileServiceTask,
  compileUserTask,
} from './compile-activity.ts';
import type { CompileContext } from './compile-context.ts';
import {
  compileBoundaryEvent,
  compileEndEvent,
  compileIntermediateCatchEvent,
  compileIntermediateThrowEvent,
  compileStartEvent,
} from './compile-event.ts';
import {
  compileComplexGateway,
  compileEventBasedGateway,
  compileExclusiveGateway,
  compileInclusiveGateway,
  compileParallelGateway,
} from './compile-gateway.ts';
import { compileSubProcess } from './compile-sub-process.ts';
import type { NodeShape } from './node-shape.ts';
import type { XmlElement } from './xml-element.ts';

type NodeCompiler = (context: CompileContext, element: XmlElement, shape: NodeShape) => FlowNode;

/** Every BPMN element that runs, and how it is compiled. */
export const nodeCompilers: { readonly [type: string]: NodeCompiler } = {
  'bpmn:StartEvent': compileStartEvent,
  'bpmn:EndEvent': compileEndEvent,
  'bpmn:IntermediateCatchEvent': compileIntermediateCatchEvent,
  'bpmn:IntermediateThrowEvent': compileIntermediateThrowEvent,
  'bpmn:BoundaryEvent': compileBoundaryEvent,
  'bpmn:Task': compilePlainTask,
  'bpmn:ManualTask': compilePlainTask,
  'bpmn:UserTask': compileUserTask,
  'bpmn:ServiceTask': compileServiceTask,
  'bpmn:ScriptTask': compileScriptTask,
  'bpmn:SendTask': compileSendTask,
  'bpmn:ReceiveTask': compileReceiveTask,
  'bpmn:BusinessRuleTask': compileBusinessRuleTask,
  'bpmn:CallActivity': compileCallActivity,
  'bpmn:SubProcess': compileSubProcess,
  'bpmn:Transaction': compileSubProcess,
  'bpmn:AdHocSubProcess': compileSubProcess,
  'bpmn:ExclusiveGateway': compileExclusiveGateway,
  'bpmn:ParallelGateway': compileParallelGateway,
  'bpmn:InclusiveGateway': compileInclusiveGateway,
  'bpmn:ComplexGateway': compileComplexGateway,
  'bpmn:EventBasedGateway': compileEventBasedGateway,
};
