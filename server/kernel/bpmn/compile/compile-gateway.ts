import type {
  ComplexGateway,
  EventBasedGateway,
  ExclusiveGateway,
  InclusiveGateway,
  ParallelGateway,
} from '../executable-process.ts';
import { compileExpression, report, type CompileContext } from './compile-context.ts';
import { calledName } from './faults/model-fault.ts';
import type { NodeShape } from './node-shape.ts';
import { elementOf, textOf, type XmlElement } from './xml-element.ts';

function defaultFlowOf(element: XmlElement): { readonly defaultFlow?: string } {
  const defaultFlow = elementOf(element, 'default')?.id;
  return defaultFlow === undefined ? {} : { defaultFlow };
}

/** BPMN 2.0.2, 10.6.2. */
export function compileExclusiveGateway(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): ExclusiveGateway {
  checkDirection(context, element, shape);
  return { ...shape, type: 'exclusiveGateway', ...defaultFlowOf(element) };
}

/** BPMN 2.0.2, 10.6.3; where tokens can come from is worked out when all of the scope is known. */
export function compileInclusiveGateway(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): InclusiveGateway {
  checkDirection(context, element, shape);
  return { ...shape, type: 'inclusiveGateway', ...defaultFlowOf(element), upstream: new Map() };
}

/** BPMN 2.0.2, 10.6.5. */
export function compileComplexGateway(context: CompileContext, element: XmlElement, shape: NodeShape): ComplexGateway {
  checkDirection(context, element, shape);
  const source = textOf(elementOf(element, 'activationCondition'), 'body');
  return {
    ...shape,
    type: 'complexGateway',
    ...defaultFlowOf(element),
    upstream: new Map(),
    ...(source ? { activation: compileExpression(context, element, source, { literal: false }) } : {}),
  };
}

/** BPMN 2.0.2, 10.6.4. */
export function compileParallelGateway(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): ParallelGateway {
  checkDirection(context, element, shape);
  return { ...shape, type: 'parallelGateway' };
}

/** BPMN 2.0.2, 10.6.6: it awaits one of several events; only where a process begins at it, all of them. */
export function compileEventBasedGateway(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): EventBasedGateway {
  checkDirection(context, element, shape);
  const isParallel = textOf(element, 'eventGatewayType') === 'Parallel';
  if (isParallel && element['instantiate'] !== true)
    report(
      context,
      element,
      'event-gateway-parallel',
      `「${calledName(element)}」要等到全部事件，但只有用来开始流程的「等事件」网关才能这样。请改为等其中一个，或设为开始流程。`,
      `"${calledName(element)}" waits for all of its events, which only an instantiating gateway may. Make it exclusive or instantiating.`,
    );
  const instantiate = element['instantiate'] === true ? (isParallel ? 'parallel' : 'exclusive') : 'no';
  return { ...shape, type: 'eventBasedGateway', instantiate };
}

/** What a direction says of the flows (BPMN 2.0.2, table 10.107). */
const directions: { readonly [direction: string]: (shape: NodeShape) => boolean } = {
  Converging: ({ outgoing }) => outgoing.length <= 1,
  Diverging: ({ incoming }) => incoming.length <= 1,
  Mixed: ({ incoming, outgoing }) => incoming.length > 1 && outgoing.length > 1,
};

/** A gateway does with its flows what its direction says; an event-based one never only joins (10.6.6). */
function checkDirection(context: CompileContext, element: XmlElement, shape: NodeShape): void {
  const direction = textOf(element, 'gatewayDirection') ?? 'Unspecified';
  const neverJoins = element.$type === 'bpmn:EventBasedGateway' && direction === 'Converging';
  if (!neverJoins && (directions[direction]?.(shape) ?? true)) return;
  report(
    context,
    element,
    'gateway-direction',
    `「${calledName(element)}」写着 ${direction}，但接进来 ${shape.incoming.length} 条、出去 ${shape.outgoing.length} 条线。请改线，或去掉 gatewayDirection。`,
    `"${calledName(element)}" says ${direction}, but has ${shape.incoming.length} flows in and ${shape.outgoing.length} out. Change the flows, or remove its gatewayDirection.`,
  );
}
