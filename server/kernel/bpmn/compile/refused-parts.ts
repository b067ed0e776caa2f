import { calledName, type ModelFault } from './faults/model-fault.ts';
import { elementOf, isXmlElement, textOf, type XmlElement } from './xml-element.ts';

/** Something a file may say that this engine does not do, and that would change what happens if it were passed over. */
interface RefusedPart {
  readonly code: string;
  /** Whether it is refused in a drawing too; where it is not, a drawing is walked through without it. */
  readonly inDrawings: boolean;
  readonly is: (element: XmlElement) => boolean;
  /** `zh` and `en` go on from the name of the element it stands at. */
  readonly zh: (element: XmlElement) => string;
  readonly en: (element: XmlElement) => string;
}

const isOneOf =
  (...types: readonly string[]) =>
  ({ $type }: XmlElement): boolean =>
    types.includes($type);

/** Every such part. The kernel's README says of everything else whether it runs or is documentation. */
const refusedParts: readonly RefusedPart[] = [
  {
    // BPMN 2.0.2, 11: what several participants agree on, nothing that one engine could carry out.
    code: 'choreography-unsupported',
    inDrawings: true,
    is: isOneOf('bpmn:Choreography', 'bpmn:GlobalChoreographyTask'),
    zh: () => '是编排，引擎只运行流程。请删去它，或改画成泳池之间的消息线。',
    en: () => 'is a choreography; only processes are run. Remove it, or draw pools with message flows between them.',
  },
  {
    // BPMN 2.0.2, 8.4.2: keys worked out from what messages hold.
    code: 'correlation-unsupported',
    inDrawings: true,
    is: isOneOf('bpmn:CorrelationSubscription', 'bpmn:CorrelationKey'),
    zh: () => '用相关键找流程，这里不支持。请在消息上写 zeebe:subscription 的 correlationKey。',
    en: () =>
      'correlates by a correlation key, which is not run here. Give the message zeebe:subscription with a correlationKey.',
  },
  {
    // BPMN 2.0.2, 8.2.3: who does not understand a mandatory extension must not process the model.
    code: 'extension-mandatory',
    inDrawings: true,
    is: (element) => element.$type === 'bpmn:Extension' && element['mustUnderstand'] === true,
    zh: () => '要求必须懂得一个扩展，这里不懂。请删去它，或去掉 mustUnderstand。',
    en: () => 'demands that an extension be understood, which it is not here. Remove it, or its mustUnderstand.',
  },
  {
    code: 'extension-unsupported',
    inDrawings: true,
    is: isOneOf('zeebe:ExecutionListeners', 'zeebe:TaskListeners', 'zeebe:ConditionalFilter', 'zeebe:AgentDefinition'),
    zh: ({ $type }) => `带有 ${extensionName($type)}，这里不运行。请删去它，需要做的事请画成步骤。`,
    en: ({ $type }) =>
      `has ${extensionName($type)}, which is not run here. Remove it; draw what is to be done as a step.`,
  },
  {
    // In a drawing a language is what its tool writes everywhere; what is written in it is read as FEEL.
    code: 'expression-language',
    inDrawings: false,
    is: (element) => element.$type === 'bpmn:FormalExpression' && !/feel|^$/i.test(textOf(element, 'language') ?? ''),
    zh: (element) => `里的表达式是用「${textOf(element, 'language') ?? ''}」写的，这里只运行 FEEL。请改写成 FEEL。`,
    en: (element) =>
      `has an expression in "${textOf(element, 'language') ?? ''}"; only FEEL is run here. Rewrite it in FEEL.`,
  },
];

function extensionName(type: string): string {
  return type.replace(/:(.)/, (_, first: string) => `:${first.toLowerCase()}`);
}

/**
 * What a file says anywhere that is neither run nor mere documentation: passing over it would run another model than the
 * one that was drawn.
 *
 * @param root the `bpmn:Definitions` element
 * @param lenient whether the file is a drawing
 */
export function refusedPartsIn(root: XmlElement, lenient: boolean): readonly ModelFault[] {
  const faults: ModelFault[] = [];
  const looked = refusedParts.filter(({ inDrawings }) => inDrawings || !lenient);
  const visit = (element: XmlElement, around: XmlElement): void => {
    const at = element.id === undefined ? around : element;
    for (const { code, is, zh, en } of looked)
      if (is(element))
        faults.push({
          code,
          element: at.id ?? null,
          zh: `「${calledName(at)}」${zh(element)}`,
          en: `"${calledName(at)}" ${en(element)}`,
        });
    for (const inner of insideOf(element)) visit(inner, at);
  };
  visit(root, root);
  return faults;
}

/** What stands inside an element in the XML, but for the pictures; what is only referred to stands elsewhere. */
export function insideOf(element: XmlElement): readonly XmlElement[] {
  if (element.$type.startsWith('bpmndi:')) return [];
  return Object.keys(element)
    .flatMap((property) => element[property])
    .filter((value): value is XmlElement => isXmlElement(value) && elementOf(value, '$parent') === element);
}
