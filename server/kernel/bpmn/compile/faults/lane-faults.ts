import { calledName, type ModelFault } from './model-fault.ts';
import { elementOf, elementsOf, type XmlElement } from '../xml-element.ts';

/**
 * Lanes divide the nodes of their process (BPMN 2.0.2, 10.8): within one lane set a node is in one lane, and it is a node of
 * that process or of a sub-process in it.
 */
export function laneFaults(process: XmlElement): readonly ModelFault[] {
  if (elementsOf(process, 'laneSets').length === 0) return [];
  const inside = new Set<XmlElement>();
  const visit = (scope: XmlElement): void => {
    for (const member of elementsOf(scope, 'flowElements')) {
      inside.add(member);
      visit(member);
    }
  };
  visit(process);
  return elementsOf(process, 'laneSets').flatMap((set) => setFaults(set, inside));
}

function setFaults(set: XmlElement, inside: ReadonlySet<XmlElement>): readonly ModelFault[] {
  const taken = new Map<XmlElement, XmlElement>();
  return elementsOf(set, 'lanes').flatMap((lane) => {
    const children = elementOf(lane, 'childLaneSet');
    const faults = elementsOf(lane, 'flowNodeRef').flatMap((node) => {
      const other = taken.get(node);
      taken.set(node, lane);
      if (other && other !== lane) return [inTwoLanes(node, other, lane)];
      return inside.has(node) ? [] : [foreignNode(node, lane)];
    });
    return [...faults, ...(children ? setFaults(children, inside) : [])];
  });
}

function inTwoLanes(node: XmlElement, one: XmlElement, other: XmlElement): ModelFault {
  return {
    code: 'lane-twice',
    element: node.id ?? null,
    zh: `「${calledName(node)}」既在泳道「${calledName(one)}」又在「${calledName(other)}」。请只留在一个泳道里。`,
    en: `"${calledName(node)}" is in the lanes "${calledName(one)}" and "${calledName(other)}". Keep it in one of them.`,
  };
}

function foreignNode(node: XmlElement, lane: XmlElement): ModelFault {
  return {
    code: 'lane-foreign-node',
    element: lane.id ?? null,
    zh: `泳道「${calledName(lane)}」里的「${calledName(node)}」不属于这个流程。请从泳道里去掉它。`,
    en: `The lane "${calledName(lane)}" holds "${calledName(node)}", which is not in its process. Take it out of the lane.`,
  };
}
