import type { ModelFault } from './model-fault.ts';
import { brokenAt } from './xml-broken.ts';
import { endOfMarkup } from '../xml-size.ts';

/** Elements an element may have once (BPMN 2.0.2, schemas); bpmn-moddle would keep the last and pass over the others. */
const once: ReadonlySet<string> = new Set([
  'conditionExpression',
  'ioSpecification',
  'timeDate',
  'timeDuration',
  'timeCycle',
  'loopCharacteristics',
  'loopCondition',
  'loopCardinality',
  'loopDataInputRef',
  'loopDataOutputRef',
  'inputDataItem',
  'outputDataItem',
  'completionCondition',
  'activationCondition',
  'condition',
  'transformation',
  'script',
]);

const values = [
  {
    names:
      /\s(isClosed|isExecutable|instantiate|isInterrupting|parallelMultiple|cancelActivity|waitForCompletion|isCollection|isForCompensation|triggeredByEvent|isSequential|testBefore|cancelRemainingInstances)\s*=\s*["']([^"']*)["']/g,
    is: /^\s*(true|false|0|1)\s*$/,
    zh: 'true 或 false',
    en: 'true or false',
  },
  {
    names: /\s(startQuantity|completionQuantity|loopMaximum|minimum|maximum)\s*=\s*["']([^"']*)["']/g,
    is: /^\s*[+-]?\d+\s*$/,
    zh: '整数',
    en: 'a whole number',
  },
] as const;

interface Open {
  readonly name: string;
  readonly id: string | null;
  readonly has: Set<string>;
}

/**
 * Faults of the text itself that are gone once bpmn-moddle has read it: characters XML does not allow, a `&` that begins
 * nothing, an element that stands there twice, a value that is neither true nor false or no number.
 */
export function markupFaults(xml: string): readonly ModelFault[] {
  const faults: ModelFault[] = [];
  const open: Open[] = [];
  let [text, foreign] = [0, 0];
  for (let at = xml.indexOf('<'); at >= 0;) {
    const end = endOfMarkup(xml, at);
    if (isUnescaped(xml.slice(text, at)))
      faults.push(brokenAt(xml, text, 'an & or a character that XML does not allow'));
    const [, closing = '', name = ''] =
      /^<(\/?)(?:[\w.-]+:)?([\w.-]+)/.exec(xml.slice(at, Math.min(end, at + 200))) ?? [];
    if (closing) {
      if (open.pop()?.name === 'extensionElements') foreign -= 1;
    } else if (name) {
      const tag = xml.slice(at, end);
      if (tag.includes('<', 1) || isUnescaped(tag)) faults.push(brokenAt(xml, at, `a < or & in the tag of ${name}`));
      const element = { name, id: / id\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? null, has: new Set<string>() };
      if (foreign === 0) faults.push(...tagFaults(element, tag, open));
      if (!tag.endsWith('/>')) {
        open.push(element);
        if (name === 'extensionElements') foreign += 1;
      }
    }
    text = end;
    at = xml.indexOf('<', end);
  }
  return faults;
}

/** A `&` that begins no reference, or a control character (XML 1.0, 2.2 and 2.4). */
function isUnescaped(text: string): boolean {
  return /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text) || /[^\P{Cc}\t\n\r\u007f-\u009f]/u.test(text);
}

function tagFaults(element: Open, tag: string, open: readonly Open[]): ModelFault[] {
  const around = open.at(-1);
  const owner = element.id ?? open.findLast(({ id }) => id !== null)?.id ?? null;
  const word = element.name.endsWith('LoopCharacteristics') ? 'loopCharacteristics' : element.name;
  const isTwice = once.has(word) && around?.has.has(word) === true;
  around?.has.add(word);
  const wrong = values.flatMap(({ names, is, zh, en }) =>
    [...tag.matchAll(names)]
      .filter(([, , value = '']) => !is.test(value))
      .map(([, name = '', value = '']) => wrongValue(owner, name, value, zh, en)),
  );
  return [...(isTwice ? [twice(around?.id ?? owner, word)] : []), ...wrong];
}

function twice(element: string | null, word: string): ModelFault {
  return {
    code: 'element-twice',
    element,
    zh: `「${element ?? '?'}」写了两次 ${word}，只能有一个。请删去一个。`,
    en: `"${element ?? '?'}" has ${word} twice, which may stand there once. Remove one.`,
  };
}

function wrongValue(element: string | null, name: string, value: string, zh: string, en: string): ModelFault {
  return {
    code: name.endsWith('Quantity') ? 'quantity-wrong' : 'value-wrong',
    element,
    zh: `「${element ?? '?'}」的 ${name} 写的是「${value}」。请改成${zh}。`,
    en: `${name} of "${element ?? '?'}" is "${value}". Write ${en}.`,
  };
}
