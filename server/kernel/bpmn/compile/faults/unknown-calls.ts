import { calledName, type ModelFault } from './model-fault.ts';
import { elementsOf, extensionOf, textOf, type XmlElement } from '../xml-element.ts';

/**
 * Calls of a file that is run by itself which lead to no process and no global task of it (BPMN 2.0.2, 10.3.6). What the
 * Zeebe vocabulary calls is found by an expression, and only when it runs.
 *
 * @param processes the processes of the file
 * @param callable the processes and global tasks of the file
 */
export function unknownCalls(processes: readonly XmlElement[], callable: readonly XmlElement[]): readonly ModelFault[] {
  const known = new Set(callable.map(({ id }) => id));
  const callsIn = (scope: XmlElement): readonly XmlElement[] =>
    elementsOf(scope, 'flowElements').flatMap((member) =>
      member.$type === 'bpmn:CallActivity' ? [member] : callsIn(member),
    );
  return processes
    .filter((process) => process['isExecutable'] === true)
    .flatMap(callsIn)
    .flatMap((call) => {
      const called = extensionOf(call, 'zeebe:CalledElement') ? undefined : textOf(call, 'calledElement');
      if (called === undefined || called.startsWith('=') || known.has(called.replace(/^[^:]*:/, ''))) return [];
      return [
        {
          code: 'called-process-unknown',
          element: call.id ?? null,
          zh: `「${calledName(call)}」调用的「${called}」不是文件里的流程。请改成一个流程的编号。`,
          en: `"${calledName(call)}" calls "${called}", which is no process of the file. Name one that is.`,
        },
      ];
    });
}
