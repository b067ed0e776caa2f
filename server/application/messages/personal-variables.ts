import { personalTitles, personKeyWords, personWords } from '../../kernel/forms/personal-data-words.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { Refusal, type FieldProblem } from '../refusal.ts';

/** Texts that are somebody's number, whatever they are called: identity card, mobile phone. */
const personalValues = /(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/;
/** Keys under which programs send who somebody is or how to reach them. */
const personalKeys =
  /^(full|real|user|person|resident|reporter|contact)?_?name$|phone|mobile|id_?(card|number)|address$|birth/i;

/**
 * Process variables hold no personal data: they go into the history, which cannot be erased. So what comes from outside
 * is refused where it has some; the caller sends a reference instead.
 *
 * @throws Refusal `variables-personal`, with every place
 */
export function refusePersonal(variables: JsonObject): void {
  const problems = placesIn(variables, '/variables');
  if (problems.length > 0) throw new Refusal('variables-personal', { count: problems.length }, problems);
}

function placesIn(value: Json, path: string): readonly FieldProblem[] {
  if (typeof value === 'string' || typeof value === 'number')
    return personalValues.test(String(value)) ? [problem(path)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, Json]) => {
    const place = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return !Array.isArray(value) && isPersonalKey(key) ? [problem(place)] : placesIn(inner, place);
  });
}

function isPersonalKey(key: string): boolean {
  const words = key
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
  return [personalTitles, personalKeys, ...personWords, ...personKeyWords].some(
    (pattern) => pattern.test(key) || pattern.test(words),
  );
}

function problem(path: string): FieldProblem {
  return {
    path,
    zh: '这里是个人信息，流程变量里不能有。请只传编号，由经办人到台账或事件里查。',
    en: 'This is personal data, which process variables must not hold. Send a reference instead.',
  };
}
