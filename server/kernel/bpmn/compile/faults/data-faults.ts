import { calledName, type ModelFault } from './model-fault.ts';
import { elementOf, elementsOf, type XmlElement } from '../xml-element.ts';

/** What an activity needs and gives has at least one set of inputs and one of outputs (BPMN 2.0.2, 10.4.1). */
function specificationFaults(specification: XmlElement, at: XmlElement): readonly ModelFault[] {
  if (specification.$type !== 'bpmn:InputOutputSpecification') return [];
  const owner = elementOf(specification, '$parent') ?? at;
  return ['inputSet', 'outputSet']
    .filter((tag) => elementsOf(specification, `${tag}s`).length === 0)
    .map((tag) => ({
      code: 'io-set-missing',
      element: owner.id ?? null,
      zh: `「${calledName(owner)}」的输入输出没有 ${tag}。请加上一个，没有数据时可以是空的。`,
      en: `The ioSpecification of "${calledName(owner)}" has no ${tag}. Add one; it may be empty.`,
    }));
}

const outside = /^bpmn:(DataObject|DataObjectReference|DataStoreReference)$/;

/** A data association leads into an activity or out of it (BPMN 2.0.2, 10.4.2). */
function associationFaults(association: XmlElement, at: XmlElement): readonly ModelFault[] {
  const isInput = association.$type === 'bpmn:DataInputAssociation';
  if (!isInput && association.$type !== 'bpmn:DataOutputAssociation') return [];
  const owner = elementOf(association, '$parent') ?? at;
  const ends = isInput ? [elementOf(association, 'targetRef')] : elementsOf(association, 'sourceRef');
  return ends.some((end) => end && outside.test(end.$type)) ? [wrongSide(association, owner, isInput)] : [];
}

function wrongSide(association: XmlElement, owner: XmlElement, isInput: boolean): ModelFault {
  const [zh, en] = isInput
    ? ['输入关联要通到它自己的输入', 'input association must lead to its own input']
    : ['输出关联要从它自己的输出来', 'output association must come from its own output'];
  return {
    code: 'data-association-end',
    element: association.id ?? owner.id ?? null,
    zh: `「${calledName(owner)}」的${zh}，不能直接接两个数据对象。请改成它的 ${isInput ? 'dataInput' : 'dataOutput'}。`,
    en: `The ${en} of "${calledName(owner)}", not join two data objects. Point it at its ${isInput ? 'dataInput' : 'dataOutput'}.`,
  };
}

/** Faults of one element that says what data goes where. */
export function dataFaults(element: XmlElement, at: XmlElement): readonly ModelFault[] {
  return [...specificationFaults(element, at), ...associationFaults(element, at)];
}
