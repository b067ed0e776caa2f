import type { ExecutableProcess } from '../executable-process.ts';
import type { CompileContext } from './compile-context.ts';
import { compileProcess } from './compile-process.ts';
import type { ModelFault } from './model-fault.ts';
import { readBpmnXml } from './read-bpmn-xml.ts';
import { elementsOf } from './xml-element.ts';

/**
 * Compiles a BPMN 2.0 file: XML → checked, immutable executable processes. All faults come at once; with any fault
 * there is no process, because a process that means something else than its picture must not run.
 *
 * @param xml the file's text
 * @returns the processes in document order, or the faults with element, Chinese and English sentence
 */
export async function compileBpmn(
  xml: string,
): Promise<{ readonly processes: readonly ExecutableProcess[]; readonly faults: readonly ModelFault[] }> {
  const reading = await readBpmnXml(xml);
  const context: CompileContext = { faults: [...reading.faults] };
  if (!reading.root) return { processes: [], faults: context.faults };
  const elements = elementsOf(reading.root, 'rootElements').filter((element) => element.$type === 'bpmn:Process');
  if (elements.length === 0) {
    context.faults.push({
      code: 'process-missing',
      element: null,
      zh: '文件里没有流程。请画出至少一个从开始到结束的流程。',
      en: 'The file holds no process. Draw at least one, from start to end.',
    });
  }
  const processes = elements.map((element) => compileProcess(context, element)).filter((process) => process !== null);
  return context.faults.length > 0 ? { processes: [], faults: context.faults } : { processes, faults: [] };
}
