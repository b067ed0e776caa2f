import { isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { lengthOf } from './limit-sentences.ts';
import { quotedName } from './names.ts';
import { processWords, stepKind, valueInWords, type ProcessWords } from './process-words.ts';
import { fill, listed, quoted, type Words } from './sentence.ts';
import type { ChangedItem } from './tell-differences.ts';

/** `增加步骤「核查」，由「网格长」在事件所在网格办理，限 1 个工作日，排在「归档」之前`. */
export function stepAdded(change: ChangedItem): Words {
  const words = wordsFor(change);
  const id = change.path[3] ?? '';
  return sentence('增加{kind}{name}', 'a new {kind} {name}', change.item, words, [
    ...whoAndWhen(change.item, words),
    ...neighbours(id, change.trail[2]?.after, words),
  ]);
}

/** `删去步骤「调查落实」，「抄送」之后接着「事件处理」`. */
export function stepRemoved(change: ChangedItem): Words {
  const words = wordsFor(change);
  const id = change.path[3] ?? '';
  return sentence(
    '删去{kind}{name}',
    'the {kind} {name} is gone',
    change.item,
    words,
    neighbours(id, change.trail[2]?.before, words, true),
  );
}

function wordsFor({ names, trail }: ChangedItem): ProcessWords {
  return processWords(names, trail[2] ?? { before: undefined, after: undefined });
}

function sentence(zh: string, en: string, step: JsonObject, { names }: ProcessWords, parts: readonly Words[]): Words {
  const name = textIn(step['name']);
  const head = fill(zh, en, {
    kind: stepKind(step),
    name: name === '' ? { zh: '', en: '' } : quoted(names.text(name)),
  });
  return {
    zh: [head, ...parts].map((part) => part.zh).join('，'),
    en: [head, ...parts].map((part) => part.en.trim()).join(', '),
  };
}

function whoAndWhen(step: JsonObject, words: ProcessWords): readonly Words[] {
  const { names } = words;
  const say = (member: string, literal: (id: string) => Words): Words | null =>
    typeof step[member] === 'string' ? valueInWords(words, step[member], literal) : null;
  const post = say('post', (id) => quotedName(names, 'posts', id));
  const area = say('area', (id) => quotedName(names, 'areas', id));
  const limit = say('limit', (id) => lengthOf(names.limit(id)) ?? quotedName(names, 'limits', id));
  const form = say('form', (id) => quotedName(names, 'forms', id));
  const ladder = say('ladder', (id) => quotedName(names, 'ladders', id));
  const attached = textIn(step['attachedTo']);
  return [
    ...(attached === '' ? [] : [fill('看着{host}', 'watching {host}', { host: words.step(attached) })]),
    ...(post && area ? [fill('由{post}在{area}办理', 'done by {post} in {area}', { post, area })] : []),
    ...(post && !area ? [fill('由{post}办理', 'done by {post}', { post })] : []),
    ...(limit ? [fill('限 {limit}', 'within {limit}', { limit })] : []),
    ...(form ? [fill('填{form}', 'filling in {form}', { form })] : []),
    ...(ladder ? [fill('超期按{ladder}上报', 'escalated by {ladder}', { ladder })] : []),
  ];
}

function neighbours(id: string, process: Json | undefined, words: ProcessWords, gone = false): readonly Words[] {
  const flows =
    isJsonObject(process) && isJsonObject(process['flows']) ? Object.values(process['flows']).filter(isJsonObject) : [];
  const before = flows.filter((flow) => flow['to'] === id).map((flow) => words.step(textIn(flow['from'])));
  const after = flows.filter((flow) => flow['from'] === id).map((flow) => words.step(textIn(flow['to'])));
  const was = gone ? '原来' : '';
  const wasEn = gone ? 'it was ' : '';
  return [
    ...(before.length > 0
      ? [fill(`${was}排在{before}之后`, `${wasEn}after {before}`, { before: listed(before) })]
      : []),
    ...(after.length > 0
      ? [fill(before.length > 0 ? '{after}之前' : `${was}排在{after}之前`, 'before {after}', { after: listed(after) })]
      : []),
  ];
}
