import type { ComplexGateway, EventBasedGateway, ExclusiveGateway, InclusiveGateway } from '../executable-process.ts';
import { compileExpression, type CompileContext } from './compile-context.ts';
import type { NodeShape } from './node-shape.ts';
import { elementOf, textOf, type XmlElement } from './xml-element.ts';

function defaultFlowOf(element: XmlElement): { readonly defaultFlow?: string } {
  const defaultFlow = elementOf(element, 'default')?.id;
  return defaultFlow === undefined ? {} : { defaultFlow };
}

/** BPMN 2.0.2, 10.6.2. */
export function compileExclusiveGateway(_: CompileContext, element: XmlElement, shape: NodeShape): ExclusiveGateway {
  return { ...shape, type: 'exclusiveGateway', ...defaultFlowOf(element) };
}

/** BPMN 2.0.2, 10.6.3; where tokens can come from is worked out when all of the scope is known. */
export function compileInclusiveGateway(_: CompileContext, element: XmlElement, shape: NodeShape): InclusiveGateway {
  return { ...shape, type: 'inclusiveGateway', ...defaultFlowOf(element), upstream: new Map() };
}

/** BPMN 2.0.2, 10.6.5. */
export function compileComplexGateway(context: CompileContext, element: XmlElement, shape: NodeShape): ComplexGateway {
  const source = textOf(elementOf(element, 'activationCondition'), 'body');
  return {
    ...shape,
    type: 'complexGateway',
    ...defaultFlowOf(element),
    upstream: new Map(),
    ...(source ? { activation: compileExpression(context, element, source, { literal: false }) } : {}),
  };
}

/** BPMN 2.0.2, 10.6.6. */
export function compileEventBasedGateway(_: CompileContext, element: XmlElement, shape: NodeShape): EventBasedGateway {
  const isParallel = textOf(element, 'eventGatewayType') === 'Parallel';
  const instantiate = element['instantiate'] === true ? (isParallel ? 'parallel' : 'exclusive') : 'no';
  return { ...shape, type: 'eventBasedGateway', instantiate };
}
