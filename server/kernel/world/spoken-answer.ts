import { isJsonArray, type Json } from '../json.ts';

/** An answer of a scenario as somebody writes it: 是, 否, several with 、 between them. */
export function spokenAnswer(value: Json): string {
  if (value === true) return '是';
  if (value === false) return '否';
  if (isJsonArray(value)) return value.map(spokenAnswer).join('、');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The answer somebody wrote. What says the same as before stays what it was; few figures are a number, which a telephone
 * number is not.
 *
 * @param before the answer before, whose kind is kept where it was a list
 */
export function answerOfWords(words: string, before: Json | undefined): Json {
  if (before !== undefined && spokenAnswer(before) === words) return before;
  if (isJsonArray(before)) return words.split('、').map((one) => one.trim());
  return /^\d{1,4}$/.test(words) ? Number(words) : words;
}
