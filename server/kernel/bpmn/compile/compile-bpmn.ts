import { groupBy } from '../../group-by.ts';
import type { ExecutableProcess } from '../executable-process.ts';
import { compileCollaboration, type Collaboration } from './compile-collaboration.ts';
import type { CompileContext } from './compile-context.ts';
import { compileGlobalTask } from './compile-global-task.ts';
import { compileProcess } from './compile-process.ts';
import type { ModelFault } from './faults/model-fault.ts';
import { readBpmnXml } from './read-bpmn-xml.ts';
import { unknownCalls } from './faults/unknown-calls.ts';
import { elementFaults } from './faults/element-faults.ts';
import { refusedPartsIn } from './refused-parts.ts';
import { elementOf, elementsOf, isXmlElement, type XmlElement } from './xml-element.ts';

/** How strictly a file is compiled. */
export interface CompileOptions {
  /** A drawing: what is left out for execution is no fault, only what breaks a rule of the standard. */
  readonly lenient?: boolean;
  /**
   * Lenient, but a process that is marked as executable must say what the standard demands of such a process: nobody
   * supplies the times, messages and conditions it leaves out.
   */
  readonly executable?: boolean;
}

/** What a file came to. With any fault there is no process: one that means something else than its picture must not run. */
export interface CompiledBpmn {
  readonly processes: readonly ExecutableProcess[];
  readonly faults: readonly ModelFault[];
  readonly collaboration: Collaboration;
}

/**
 * Compiles a BPMN 2.0 file: XML → checked, immutable executable processes. All faults come at once.
 *
 * @param xml the file's text
 * @returns processes in document order and then global tasks, or the faults with element, Chinese and English sentence
 */
export async function compileBpmn(
  xml: string,
  { lenient = false, executable = false }: CompileOptions = {},
): Promise<CompiledBpmn> {
  const reading = await readBpmnXml(xml);
  const faults = [...reading.faults];
  if (!reading.root) return { processes: [], faults, collaboration: { participants: [], messageFlows: [] } };
  faults.push(...refusedPartsIn(reading.root, lenient), ...elementFaults(reading.root));
  const elements = elementsOf(reading.root, 'rootElements');
  const collaboration = compileCollaboration(elements, faults, executable);
  // A message flow that ends at a pool leads to its process; a pool without one is the world outside.
  const poolProcess = new Map(collaboration.participants.map(({ id, process }) => [id, process ?? id]));
  const context: CompileContext = {
    faults,
    lenient,
    executable,
    messageFlowEnds: new Set(collaboration.messageFlows.flatMap(({ source, target }) => [source, target])),
    messageFlows: new Map(
      [...groupBy(collaboration.messageFlows, ({ source }) => source)].map(([source, flows]) => [
        source,
        flows.map(({ target }) => poolProcess.get(target) ?? target),
      ]),
    ),
    associations: associationsIn(elements),
  };
  const drawn = elements.filter(({ $type }) => $type === 'bpmn:Process');
  const runnable = [
    ...drawn,
    ...elements.filter(({ $type }) => /^bpmn:Global.*Task$/.test($type) && !$type.includes('Choreography')),
  ];
  if (drawn.length === 0) {
    faults.push({
      code: 'process-missing',
      element: null,
      zh: '文件里没有流程。请画出至少一个从开始到结束的流程。',
      en: 'The file holds no process. Draw at least one, from start to end.',
    });
  }
  if (executable) faults.push(...unknownCalls(drawn, runnable));
  const processes = runnable
    .map((element) =>
      element.$type === 'bpmn:Process' ? compileProcess(context, element) : compileGlobalTask(context, element),
    )
    .filter((process) => process !== null);
  return { processes: faults.length > 0 ? [] : processes, faults, collaboration };
}

/** What is only written beside an element. */
function isRemark({ $type }: XmlElement): boolean {
  return /^bpmn:(TextAnnotation|Group|Data.*)$/.test($type);
}

/** Associations of the whole file, which stand in whatever process, sub-process or collaboration they were drawn in. */
function associationsIn(elements: readonly XmlElement[]): ReadonlyMap<string, readonly XmlElement[]> {
  const found = new Map<string, XmlElement[]>();
  const visit = (element: XmlElement): void => {
    for (const artifact of elementsOf(element, 'artifacts')) {
      const [from, to] = [elementOf(artifact, 'sourceRef'), elementOf(artifact, 'targetRef')];
      if (artifact.$type === 'bpmn:Association' && from?.id !== undefined && isXmlElement(to) && !isRemark(to))
        found.set(from.id, [...(found.get(from.id) ?? []), to]);
    }
    for (const inner of elementsOf(element, 'flowElements')) visit(inner);
  };
  for (const element of elements) visit(element);
  return found;
}
