import { dataFaults } from './data-faults.ts';
import { laneFaults } from './lane-faults.ts';
import type { ModelFault } from './model-fault.ts';
import { referenceFaults } from './reference-faults.ts';
import { insideOf } from '../refused-parts.ts';
import type { XmlElement } from '../xml-element.ts';

/**
 * Rules about what stands in the file, whether it runs or not: what references lead to, which words and numbers are known,
 * lanes, data. Rules about the flow are in `rules/`.
 *
 * @param root the `bpmn:Definitions` element
 */
export function elementFaults(root: XmlElement): readonly ModelFault[] {
  const faults: ModelFault[] = [];
  const visit = (element: XmlElement, around: XmlElement): void => {
    const at = element.id === undefined ? around : element;
    if (element.$type.startsWith('bpmn:'))
      faults.push(...referenceFaults(element, at), ...dataFaults(element, at), ...laneFaults(element));
    for (const inner of insideOf(element)) visit(inner, at);
  };
  visit(root, root);
  return faults;
}
