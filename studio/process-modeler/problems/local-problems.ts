import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { modelFaultCodes } from '../../../server/kernel/bpmn/compile/faults/fault-codes.ts';
import type { ModelFault } from '../../../server/kernel/bpmn/compile/faults/model-fault.ts';
import { structureFaults } from '../../../server/kernel/bpmn/compile/faults/structure-faults.ts';
import type { ProblemLine } from '../../ui/desktop/editor/edited-definition.ts';

/**
 * What the kernel finds wrong in a process, here and now, before the server has answered: the same faults at the same
 * elements with the same sentences.
 */
export async function localProblems(id: string, xml: string): Promise<readonly ProblemLine[]> {
  const { processes, faults } = await compileBpmn(xml);
  return [...faults, ...processes.flatMap(structureFaults)].map((fault) => problemOf(id, fault));
}

function problemOf(id: string, { code, element, zh, en }: ModelFault): ProblemLine {
  return { code, severity: 'error', kind: 'process', id, place: element ?? '', zh, en };
}

/**
 * The problems to show: what the kernel found here, and what only the server can know. What the server knew of elements
 * that are gone, or what the kernel would have found again, is out of date.
 *
 * @param local null while nothing has been compiled yet
 * @param isThere whether an element is still on the drawing
 */
export function shownProblems(
  local: readonly ProblemLine[] | null,
  served: readonly ProblemLine[],
  isThere: (place: string) => boolean,
): readonly ProblemLine[] {
  if (local === null) return served;
  const onlyServer = served.filter(({ code, place }) => !modelFaultCodes.has(code) && (place === '' || isThere(place)));
  return [...local, ...onlyServer];
}
