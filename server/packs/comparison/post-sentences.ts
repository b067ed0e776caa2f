import { textIn, type JsonObject } from '../../kernel/json.ts';
import { areaLevels, quotedName, type Names } from './names.ts';
import { fill, fromTo, same, type Words } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';
import { written } from './written.ts';

/** Rules for posts. */
export const postRules: readonly Rule[] = [
  { at: '', members: ['min', 'max'], say: (place) => tellNumber(place) },
  { at: '', members: ['required'], say: (place) => tellRequired(place) },
  { at: '', members: ['fallback'], say: (place) => tellFallback(place) },
];

/** What a new post is. */
export function postSummary(_names: Names, post: JsonObject): Words {
  return fill('每个{level} {number} 人', '{number} in each {level}', {
    level: levelOf(post),
    number: same(numberOf(post)),
  });
}

/** What an area of the post's level is called: people say 每格 for a grid. */
function levelOf(post: JsonObject): Words {
  const level = textIn(post['areaType']);
  return areaLevels[level] ?? same(level);
}

function numberOf({ min, max }: JsonObject): string {
  return min === max ? written(min) : `${written(min)}–${written(max)}`;
}

function tellNumber({ before, after, subject }: ChangedPlace): Words | null {
  if ([before, after].some(({ min, max }) => min === undefined || max === undefined)) return null;
  const level = levelOf(after);
  const counted =
    level.zh === '网格' ? { zh: '每格', en: 'in each grid' } : { zh: `每个${level.zh}`, en: `in each ${level.en}` };
  return fromTo(
    fill('{subject}{counted}人数', '{subject}: people {counted}', { subject, counted }),
    same(numberOf(before)),
    same(numberOf(after)),
  );
}

function tellRequired({ after, subject }: ChangedPlace): Words {
  return after['required'] === true
    ? fill('{subject}改为必须配', '{subject} must be filled now', { subject })
    : fill('{subject}改为可以不配', '{subject} need not be filled any more', { subject });
}

function tellFallback({ before, after, subject, names }: ChangedPlace): Words | null {
  const [one, other] = [textIn(before['fallback']), textIn(after['fallback'])];
  if (one === '')
    return fill('{subject}空岗时改由{other}办', '{subject}: while vacant its work now goes to {other}', {
      subject,
      other: quotedName(names, 'posts', other),
    });
  if (other === '')
    return fill('{subject}空岗时不再由{one}办', '{subject}: while vacant its work no longer goes to {one}', {
      subject,
      one: quotedName(names, 'posts', one),
    });
  return fill(
    '{subject}空岗时由{one}办改为由{other}办',
    '{subject}: while vacant its work goes to {other}, no longer to {one}',
    {
      subject,
      one: quotedName(names, 'posts', one),
      other: quotedName(names, 'posts', other),
    },
  );
}
