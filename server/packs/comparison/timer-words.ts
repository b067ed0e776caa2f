import { isJsonObject, textIn, type Json } from '../../kernel/json.ts';
import { instantOfText, localDateTime } from '../../kernel/local-time.ts';
import { changedText, processWords, valueInWords, type ProcessWords } from './process-words.ts';
import { fill, same, type Sentence, type Words } from './sentence.ts';
import type { ChangedPlace } from './tell-differences.ts';

/** When a timer is due, by what it was and what it is. */
export function tellTimer({ names, trail, before, after }: ChangedPlace, step: Words): Sentence {
  const words = processWords(names, trail[2] ?? { before: undefined, after: undefined });
  const texts = { before: sourceOf(before['timer']), after: sourceOf(after['timer']) };
  return changedText(
    fill('{step}的时间', 'the time of {step}', { step }),
    timerInWords(words, before['timer']),
    timerInWords(words, after['timer']),
    texts,
  );
}

function sourceOf(timer: Json | undefined): string | undefined {
  return isJsonObject(timer) ? textIn(timer['text']) : undefined;
}

function timerInWords(words: ProcessWords, timer: Json | undefined): Words | null {
  if (!isJsonObject(timer)) return null;
  const kind = textIn(timer['kind']);
  const text = valueInWords(words, textIn(timer['text']), (literal) => literalTime(kind, literal) ?? same(literal));
  return text ? dueBy(kind, text) : null;
}

function dueBy(kind: string, text: Words): Words {
  if (kind === 'date') return fill('到{text}', 'at {text}', { text });
  return kind === 'duration'
    ? fill('等 {text}', 'after {text}', { text })
    : fill('每过 {text}', 'every {text}', { text });
}

/**
 * When a timer is due, in words; an instant in Beijing's time.
 *
 * @param source FEEL; a text stands between quotation marks, anything else is said as it is written
 */
export function dueWords(kind: 'date' | 'duration' | 'cycle', source: string): Words {
  const literal = /^"([^"]*)"$/.exec(source)?.[1];
  const at = kind === 'date' && literal !== undefined ? instantOfText(literal) : null;
  if (at !== null)
    return fill('到 {text}', 'at {text}', { text: same(localDateTime(at).slice(0, 16).replace('T', ' ')) });
  return dueBy(kind, (literal === undefined ? null : literalTime(kind, literal)) ?? same(literal ?? source));
}

const units: readonly (readonly [string, Words])[] = [
  ['Y', { zh: '年', en: 'year' }],
  ['M', { zh: '个月', en: 'month' }],
  ['W', { zh: '周', en: 'week' }],
  ['D', { zh: '天', en: 'day' }],
];
const timeUnits: readonly (readonly [string, Words])[] = [
  ['H', { zh: '小时', en: 'hour' }],
  ['M', { zh: '分钟', en: 'minute' }],
  ['S', { zh: '秒', en: 'second' }],
];

/** An ISO 8601 duration or cycle in words; null for another text. */
export function literalTime(kind: string, text: string): Words | null {
  if (kind === 'date') return same(text);
  const cycle = /^R(\d*)\/(.+)$/.exec(text);
  const duration = durationWords(cycle?.[2] ?? text);
  if (!duration || !cycle) return duration;
  return cycle[1] === ''
    ? duration
    : fill('{duration}，共 {beats} 次', '{duration}, {beats} times', { duration, beats: same(cycle[1] ?? '') });
}

function durationWords(text: string): Words | null {
  const parts = /^P(?=.)(.*?)(?:T(.+))?$/.exec(text);
  if (!parts) return null;
  const said = [...amounts(parts[1] ?? '', units), ...amounts(parts[2] ?? '', timeUnits)];
  const written = `${parts[1] ?? ''}${parts[2] ?? ''}`.replaceAll(/\d+(\.\d+)?[YMWDHS]/g, '');
  if (said.length === 0 || written !== '') return null;
  return { zh: said.map(({ zh }) => zh).join(' '), en: said.map(({ en }) => en).join(' ') };
}

function amounts(text: string, known: readonly (readonly [string, Words])[]): readonly Words[] {
  return [...text.matchAll(/(\d+(?:\.\d+)?)([YMWDHS])/g)].flatMap(([, amount = '', letter]) => {
    const unit = known.find(([sign]) => sign === letter)?.[1];
    return unit ? [{ zh: `${amount} ${unit.zh}`, en: `${amount} ${unit.en}${amount === '1' ? '' : 's'}` }] : [];
  });
}
