import {
  elementOf,
  elementsOf,
  extensionOf,
  textOf,
  type XmlElement,
} from '../../../server/kernel/bpmn/compile/xml-element.ts';
import { readListening, readTimer, type TimerSetting } from './timer-words.ts';

/** A variable mapping as it is written. */
export interface MappingText {
  readonly source: string;
  readonly target: string;
}

/** The mappings of a step: what it takes in, what it hands on. */
export function mappingsOf(step: XmlElement): { readonly inputs: MappingText[]; readonly outputs: MappingText[] } {
  const mapping = extensionOf(step, 'zeebe:IoMapping');
  const read = (property: string): MappingText[] =>
    (mapping === undefined ? [] : elementsOf(mapping, property)).map((parameter) => ({
      source: textOf(parameter, 'source') ?? '',
      target: textOf(parameter, 'target') ?? '',
    }));
  return { inputs: read('inputParameters'), outputs: read('outputParameters') };
}

/** Headers of a job by key. */
export function headersOf(step: XmlElement): ReadonlyMap<string, string> {
  const headers = extensionOf(step, 'zeebe:TaskHeaders');
  const lines = headers === undefined ? [] : elementsOf(headers, 'values');
  return new Map(lines.map((line) => [textOf(line, 'key') ?? '', textOf(line, 'value') ?? '']));
}

/** An attribute of an extension element: `attributeOf(step, 'grid:Assignment', 'post')`. */
export function attributeOf(step: XmlElement, extension: string, name: string): string | undefined {
  return textOf(extensionOf(step, extension), name);
}

const timerProperties = ['timeDate', 'timeDuration', 'timeCycle'] as const;

/** The timer of an event, or null when it has none or does not say when. */
export function timerOf(event: XmlElement): TimerSetting | null {
  const [definition] = elementsOf(event, 'eventDefinitions');
  if (definition === undefined) return null;
  const listens = extensionOf(event, 'grid:ListensTo');
  if (listens !== undefined)
    return readListening({
      clock: textOf(listens, 'clock'),
      stage: textOf(listens, 'stage'),
      after: textOf(listens, 'after'),
    });
  for (const property of timerProperties) {
    const body = textOf(elementOf(definition, property), 'body');
    if (body !== undefined) return readTimer({ property, body });
  }
  return null;
}

/** The condition of a line as it is written; empty when it has none. */
export function conditionOf(flow: XmlElement): string {
  return textOf(elementOf(flow, 'conditionExpression'), 'body') ?? '';
}

/** Whether a line is the one taken when no condition holds. */
export function isDefault(flow: XmlElement): boolean {
  const source = elementOf(flow, 'sourceRef');
  return source !== undefined && elementOf(source, 'default')?.id === flow.id;
}

/** The list of texts that `=["a", "b"]` holds; null when it is any other expression. */
export function listedTexts(source: string | undefined): readonly string[] | null {
  if (source === undefined || !/^=\s*\[.*\]\s*$/s.test(source)) return null;
  try {
    const read = JSON.parse(source.replace(/^=\s*/, '')) as unknown;
    return Array.isArray(read) && read.every((one) => typeof one === 'string') ? read : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
