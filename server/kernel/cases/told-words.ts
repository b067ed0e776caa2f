import type { ExecutableProcess } from '../bpmn/executable-process.ts';

/** What a notice is called that only lets somebody know of a user task (抄送), in the street's own language. */
export function toldTitle(process: ExecutableProcess, element: string): string {
  return `抄送：${process.nodes.get(element)?.name || element}`;
}

/** The text below it: nothing is asked of whoever reads it. */
export const toldText = '请知悉，不用办理。';
