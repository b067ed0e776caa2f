import { extensionOf, elementsOf, textOf, type XmlElement } from '../../../server/kernel/bpmn/compile/xml-element.ts';

/** The steps people add, in the order of the palette. */
export const stepKinds = [
  'user-task',
  'together',
  'choice',
  'parallel',
  'wait',
  'notice',
  'rule',
  'job',
  'end',
  'start',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** What an element of a drawing is to somebody who describes a street's work. `outside`: what does not run yet. */
export type ElementKind = StepKind | 'timer' | 'flow' | 'process' | 'plain' | 'drawing' | 'outside';

const byType: { readonly [type: string]: ElementKind } = {
  'bpmn:UserTask': 'user-task',
  'bpmn:ExclusiveGateway': 'choice',
  'bpmn:ParallelGateway': 'parallel',
  'bpmn:BusinessRuleTask': 'rule',
  'bpmn:SequenceFlow': 'flow',
  'bpmn:Process': 'process',
  'bpmn:Task': 'plain',
  'bpmn:ManualTask': 'plain',
  'bpmn:TextAnnotation': 'drawing',
  'bpmn:Association': 'drawing',
  'bpmn:Group': 'drawing',
  'bpmn:DataObjectReference': 'drawing',
  'bpmn:DataStoreReference': 'drawing',
};

/** The kind of an element of the model, by what the compiler does with it. */
export function kindOf(element: XmlElement): ElementKind {
  const found = byType[element.$type];
  // Several who decide together are a loop of the kernel's making; the drawing may carry its marker.
  if (found === 'user-task' && extensionOf(element, 'grid:Approval')) return 'together';
  if (found !== undefined) return hasLoop(element) ? 'outside' : found;
  const definitions = elementsOf(element, 'eventDefinitions').map(({ $type }) => $type);
  const isTimer = definitions.length === 1 && definitions[0] === 'bpmn:TimerEventDefinition';
  switch (element.$type) {
    case 'bpmn:ServiceTask':
      if (hasLoop(element)) return 'outside';
      return textOf(extensionOf(element, 'zeebe:TaskDefinition'), 'type') === 'grid:notify' ? 'notice' : 'job';
    case 'bpmn:StartEvent':
      return definitions.length === 0 ? 'start' : 'outside';
    case 'bpmn:EndEvent':
      return definitions.length === 0 ? 'end' : 'outside';
    case 'bpmn:IntermediateCatchEvent':
      return isTimer ? 'wait' : 'outside';
    case 'bpmn:BoundaryEvent':
      return isTimer ? 'timer' : 'outside';
    default:
      return 'outside';
  }
}

function hasLoop(element: XmlElement): boolean {
  return element['loopCharacteristics'] !== undefined;
}
