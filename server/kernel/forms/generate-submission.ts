import { isJsonObject, type Instant, type Json, type JsonObject } from '../json.ts';
import { localDate } from '../local-time.ts';
import { defaultValues } from './default-values.ts';
import type { EffectiveForm } from './effective-form.ts';
import { controlOf } from './form-control.ts';
import { pointerOf } from './json-pointer.ts';
import { pruneSubmission } from './prune-submission.ts';
import {
  choicesOf,
  itemsOf,
  numberOf,
  ownObject,
  ownValue,
  propertiesOf,
  requiredOf,
  textOf,
  typeOf,
} from './schema-node.ts';
import type { SubmissionValidator } from './schema-problem.ts';
import { isEmptyAnswer, shownSchema } from './shown-fields.ts';
import { standInPhoto } from './stand-in-photo.ts';

/** What answers are made from. */
export interface AnswerMaking {
  readonly now: Instant;
  /** The same number gives the same answers; 0 answers only what must be answered, others choose differently. */
  readonly seed: number;
  readonly validate: SubmissionValidator;
}

/** Answers reveal questions, which need answers that reveal questions; no form goes deeper. */
const mostRounds = 8;

/**
 * Fills a form in as a person might, with answers that can be seen to be made up. What is answered already stays, so that
 * somebody may choose what matters and have the rest filled in.
 *
 * @param effective the form as the step sees it
 * @param known what is filled in, over what is stored
 * @returns the data as it would be sent; where nothing could be made that fits (a pattern nobody foresaw) the question
 *   stays open
 */
export function generateSubmission(effective: EffectiveForm, known: JsonObject, making: AnswerMaking): JsonObject {
  let data = defaultValues(effective, known);
  for (let round = 0; round < mostRounds; round += 1) {
    const filling = { making, whole: data };
    const next = fillObject(filling, data, shownSchema(effective, data), effective.ui, []);
    if (next === data) break;
    data = next;
  }
  return pruneSubmission(effective, data, known);
}

/** What is being filled in, and what there was of it when the round began. */
interface Filling {
  readonly making: AnswerMaking;
  readonly whole: JsonObject;
}

type Path = readonly (string | number)[];

function fillObject(
  filling: Filling,
  before: JsonObject,
  node: JsonObject,
  ui: JsonObject | undefined,
  path: Path,
): JsonObject {
  let data = before;
  for (const [name, child] of propertiesOf(node)) {
    const required = requiredOf(node).includes(name);
    const here = [...path, name];
    const open = child['readOnly'] !== true && isEmptyAnswer(ownValue(data, name));
    if (!open || !(required || isAnsweredToo(here, filling.making.seed))) continue;
    const answer = answersFor(filling, child, ownObject(ui, name), here, required).find(
      (candidate) => typeof candidate !== 'string' || fits(filling, here, candidate),
    );
    if (answer !== undefined) data = { ...data, [name]: answer };
  }
  return data;
}

/** Whether a text breaks nothing of its own question; what it means for others shows when the form is checked. */
function fits({ making, whole }: Filling, path: Path, text: string): boolean {
  const pointer = pointerOf(path.map((token) => (typeof token === 'number' ? 0 : token)));
  return !making.validate(withAnswer(whole, path, text)).some((problem) => problem.pointer === pointer);
}

function withAnswer(around: Json | undefined, [token, ...deeper]: Path, answer: Json): JsonObject {
  const object = isJsonObject(around) ? around : {};
  if (typeof token !== 'string') return object;
  if (deeper.length === 0) return { ...object, [token]: answer };
  const inner = ownValue(object, token);
  return typeof deeper[0] === 'number'
    ? { ...object, [token]: [withAnswer({}, deeper.slice(1), answer)] }
    : { ...object, [token]: withAnswer(inner, deeper, answer) };
}

/** What may be left open is answered now and then, so that a number of runs sees both. */
function isAnsweredToo(path: Path, seed: number): boolean {
  return seed > 0 && lot(path, seed) % 3 === 0;
}

function answersFor(
  filling: Filling,
  node: JsonObject,
  ui: JsonObject | undefined,
  path: Path,
  required: boolean,
): readonly Json[] {
  const { now, seed } = filling.making;
  const choices = choicesOf(node);
  if (choices !== undefined) return [choices[lot(path, seed) % choices.length]?.value ?? null];
  switch (typeOf(node)) {
    case 'boolean':
      return [lot(path, seed) % 2 === 1];
    case 'number':
    case 'integer':
      return [numberFor(node)];
    case 'object':
      return [fillObject(filling, {}, node, ui, path)];
    case 'array':
      return listFor(filling, node, ui, path, required);
    case 'string':
      return textsFor(node, ui, now);
    default:
      return [];
  }
}

function numberFor(node: JsonObject): number {
  const lowest = numberOf(node, 'minimum') ?? numberOf(node, 'exclusiveMinimum') ?? 1;
  const step = numberOf(node, 'multipleOf') ?? 1;
  const above = numberOf(node, 'minimum') === undefined && numberOf(node, 'exclusiveMinimum') !== undefined ? step : 0;
  const wanted = Math.max(Math.ceil(lowest / step) * step + above, step);
  return Math.min(wanted, numberOf(node, 'maximum') ?? wanted);
}

function listFor(
  filling: Filling,
  node: JsonObject,
  ui: JsonObject | undefined,
  path: Path,
  required: boolean,
): readonly Json[] {
  const { seed } = filling.making;
  const items = itemsOf(node);
  if (items === undefined) return [];
  const count = Math.max(numberOf(node, 'minItems') ?? 0, required || seed > 0 ? 1 : 0);
  const photos = controlOf(node, ui, false) === 'photos';
  const rows = Array.from({ length: count }, (_, index): Json => {
    if (photos) return standInPhoto(index);
    const choices = choicesOf(items);
    if (choices !== undefined) return choices[(lot(path, seed) + index) % choices.length]?.value ?? null;
    return answersFor(filling, items, ownObject(ui, 'items'), [...path, index], true)[0] ?? null;
  });
  return [rows];
}

/** Texts that fit common patterns and are nobody's: no number begins like one that can be dialled. */
const writtenByPattern = [
  '000-0000000',
  '00000000000',
  '10000000000',
  '000000',
  '000000190001010000',
  'A0000',
  '甲',
  '模拟',
];

function textsFor(node: JsonObject, ui: JsonObject | undefined, now: Instant): readonly string[] {
  const format = textOf(node, 'format');
  if (format === 'date') return [localDate(now)];
  if (format === 'date-time') return [now];
  if (textOf(node, 'pattern') !== undefined) return writtenByPattern;
  const title = textOf(ui ?? {}, 'ui:title') ?? textOf(node, 'title') ?? '';
  const shortest = numberOf(node, 'minLength') ?? 0;
  const said = `模拟${title}，由程序填写`.padEnd(shortest, '。');
  return [said.slice(0, numberOf(node, 'maxLength') ?? 200)];
}

/** A number that looks drawn by lot, the same for the same place and seed (FNV-1a). */
function lot(path: Path, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const letter of path.join('/')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
