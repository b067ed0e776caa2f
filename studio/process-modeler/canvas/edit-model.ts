import {
  elementOf,
  elementsOf,
  extensionOf,
  textOf,
  type XmlElement,
} from '../../../server/kernel/bpmn/compile/xml-element.ts';
import type { ClockStage } from '../../../server/kernel/calendar/time-limit.ts';
import type { MappingText } from '../model/step-facts.ts';
import { limitElement } from '../model/limit-facts.ts';
import { type OwnTime, type TimerSetting, writeListening, writeTimer } from '../model/timer-words.ts';
import type { BpmnFactory, DiagramElement, Modeling } from './diagram.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** The edits of the panel, each of them commands that can be taken back. */
export interface ModelEdits {
  readonly setName: (element: DiagramElement, name: string) => void;
  /** Sets attributes of an extension element; empty ones are removed, and the whole element when none is left. */
  readonly setExtension: (element: DiagramElement, type: string, attributes: Attributes) => void;
  /** The same for the time limit of one stage; null: the step has none for it any more. */
  readonly setLimit: (
    element: DiagramElement,
    stage: ClockStage,
    attributes: { readonly limit?: string; readonly ladder?: string } | null,
  ) => void;
  readonly setMappings: (
    element: DiagramElement,
    mappings: { readonly inputs: readonly MappingText[]; readonly outputs: readonly MappingText[] },
  ) => void;
  readonly setHeader: (element: DiagramElement, key: string, value: string) => void;
  readonly setTimer: (element: DiagramElement, timer: Exclude<TimerSetting, { readonly kind: 'expression' }>) => void;
  readonly setInterrupting: (element: DiagramElement, interrupting: boolean) => void;
  /** Empty: the line has no condition any more. */
  readonly setCondition: (flow: DiagramElement, source: string) => void;
  readonly setDefault: (step: DiagramElement, flow: DiagramElement | null) => void;
  readonly setDocumentation: (element: DiagramElement, words: string) => void;
}

/** Makes the edits out of bpmn-js's commands. */
export function modelEdits(modeling: Modeling, factory: BpmnFactory): ModelEdits {
  const put: Put = (element, extension, made) => {
    const holder = elementOf(element.businessObject, 'extensionElements');
    const others = holder === undefined ? [] : elementsOf(holder, 'values').filter((one) => one !== extension);
    const values = made === null ? others : [...others, made];
    if (holder === undefined) {
      if (made === null) return;
      const extensionElements = factory.create('bpmn:ExtensionElements', { values });
      modeling.updateProperties(element, { extensionElements: within(element.businessObject, extensionElements) });
    } else if (values.length === 0) modeling.updateProperties(element, { extensionElements: undefined });
    else modeling.updateModdleProperties(element, holder, { values });
  };
  const write = (
    element: DiagramElement,
    type: string,
    there: XmlElement | undefined,
    attributes: Attributes,
  ): void => {
    const wanted = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value || undefined]));
    const kept = namesOf(there).filter((name) => !(name in wanted));
    const isEmpty = kept.length === 0 && Object.values(wanted).every((value) => value === undefined);
    if (there === undefined) {
      if (!isEmpty) put(element, undefined, factory.create(type, wanted));
    } else if (isEmpty) put(element, there, null);
    else modeling.updateModdleProperties(element, there, wanted);
  };
  const setExtension: ModelEdits['setExtension'] = (element, type, attributes) =>
    write(element, type, extensionOf(element.businessObject, type), attributes);
  return {
    setName: (element, name) => modeling.updateProperties(element, { name }),
    setExtension,
    setLimit: (element, stage, attributes) => {
      const there = limitElement(element.businessObject, stage);
      if (attributes === null) {
        if (there !== undefined) put(element, there, null);
      } else write(element, 'grid:TimeLimit', there, stage === 'handle' ? attributes : { stage, ...attributes });
    },
    ...jobEdits(modeling, factory, put),
    setDocumentation: documentationEdit(modeling, factory),
    ...flowEdits(modeling, factory),
    ...timerEdits(modeling, factory, setExtension),
  };
}

type Put = (element: DiagramElement, extension: XmlElement | undefined, made: XmlElement | null) => void;

/** What a step takes in and hands on, and the headers of its job. */
function jobEdits(modeling: Modeling, factory: BpmnFactory, put: Put): Pick<ModelEdits, 'setMappings' | 'setHeader'> {
  return {
    setMappings: (element, { inputs, outputs }) => {
      const there = extensionOf(element.businessObject, 'zeebe:IoMapping');
      // Lines that stay are the elements they were, with whatever else is written on them.
      const make = (type: string, property: string, lines: readonly MappingText[]) => {
        const before = there === undefined ? [] : [...elementsOf(there, property)];
        return lines.map((line) => {
          const nth = before.findIndex(
            (one) => textOf(one, 'source') === line.source && textOf(one, 'target') === line.target,
          );
          return before.splice(nth, nth === -1 ? 0 : 1)[0] ?? factory.create(type, line);
        });
      };
      const lists = {
        inputParameters: make('zeebe:Input', 'inputParameters', inputs),
        outputParameters: make('zeebe:Output', 'outputParameters', outputs),
      };
      if (inputs.length + outputs.length === 0) put(element, there, null);
      else if (there === undefined) put(element, undefined, factory.create('zeebe:IoMapping', lists));
      else modeling.updateModdleProperties(element, there, lists);
    },
    setHeader: (element, key, value) => {
      const there = extensionOf(element.businessObject, 'zeebe:TaskHeaders');
      const lines = there === undefined ? [] : elementsOf(there, 'values');
      const line = lines.find((one) => textOf(one, 'key') === key);
      if (line !== undefined) modeling.updateModdleProperties(element, line, { value });
      else {
        const values = [...lines, factory.create('zeebe:Header', { key, value })];
        if (there === undefined) put(element, undefined, factory.create('zeebe:TaskHeaders', { values }));
        else modeling.updateModdleProperties(element, there, { values });
      }
    },
  };
}

function documentationEdit(modeling: Modeling, factory: BpmnFactory): ModelEdits['setDocumentation'] {
  return (element, words) => {
    const [first, ...others] = elementsOf(element.businessObject, 'documentation');
    if (first !== undefined && words !== '') modeling.updateModdleProperties(element, first, { text: words });
    else {
      const made = words === '' ? [] : [factory.create('bpmn:Documentation', { text: words })];
      modeling.updateProperties(element, { documentation: [...made, ...others] });
    }
  };
}

function flowEdits(modeling: Modeling, factory: BpmnFactory): Pick<ModelEdits, 'setCondition' | 'setDefault'> {
  return {
    setCondition: (flow, source) => {
      const there = elementOf(flow.businessObject, 'conditionExpression');
      if (source === '') modeling.updateProperties(flow, { conditionExpression: undefined });
      else if (there !== undefined) modeling.updateModdleProperties(flow, there, { body: source });
      else {
        const made = factory.create('bpmn:FormalExpression', { body: source });
        modeling.updateProperties(flow, { conditionExpression: within(flow.businessObject, made) });
      }
    },
    setDefault: (step, flow) => {
      // A default flow is taken when nothing else holds: it has no condition of its own.
      if (flow !== null) modeling.updateProperties(flow, { conditionExpression: undefined });
      modeling.updateProperties(step, { default: flow?.businessObject });
    },
  };
}

const ownTime = ['timeDate', 'timeDuration', 'timeCycle'] as const;
const noOwnTime = { timeDate: undefined, timeDuration: undefined, timeCycle: undefined };
const noListening = { clock: undefined, stage: undefined, after: undefined };

function timerEdits(
  modeling: Modeling,
  factory: BpmnFactory,
  setExtension: ModelEdits['setExtension'],
): Pick<ModelEdits, 'setTimer' | 'setInterrupting'> {
  const setOwnTime = (element: DiagramElement, definition: XmlElement, timer: OwnTime): void => {
    const { property, body } = writeTimer(timer);
    const there = elementOf(definition, property);
    if (there !== undefined) modeling.updateModdleProperties(element, there, { body });
    else {
      const made = within(definition, factory.create('bpmn:FormalExpression', { body }));
      modeling.updateModdleProperties(element, definition, { ...noOwnTime, [property]: made });
    }
  };
  return {
    setTimer: (element, timer) => {
      const [definition] = elementsOf(element.businessObject, 'eventDefinitions');
      if (definition === undefined) return;
      if (timer.kind === 'clock') {
        if (ownTime.some((property) => elementOf(definition, property) !== undefined))
          modeling.updateModdleProperties(element, definition, noOwnTime);
        setExtension(element, 'grid:ListensTo', { ...writeListening(timer) });
        return;
      }
      if (extensionOf(element.businessObject, 'grid:ListensTo') !== undefined)
        setExtension(element, 'grid:ListensTo', noListening);
      setOwnTime(element, definition, timer);
    },
    setInterrupting: (element, interrupting) => {
      modeling.updateProperties(element, { cancelActivity: interrupting });
    },
  };
}

/** Attributes that are written on an extension element now. */
function namesOf(extension: XmlElement | undefined): readonly string[] {
  if (extension === undefined) return [];
  const own = Object.keys(extension).filter((name) => !name.startsWith('$') && extension[name] !== undefined);
  const foreign = extension['$attrs'];
  return [...own, ...(typeof foreign === 'object' && foreign !== null ? Object.keys(foreign) : [])];
}

function within<Element extends XmlElement>(parent: XmlElement, element: Element): Element {
  return Object.assign(element, { $parent: parent });
}
