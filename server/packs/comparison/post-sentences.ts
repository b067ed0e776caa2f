import { isJsonArray, isJsonObject, textIn, type JsonObject } from '../../kernel/json.ts';
import { usualCoverDays } from '../../kernel/organization/cover.ts';
import { areaKindWords } from './area-sentences.ts';
import { areaLevels, quotedName, type Names } from './names.ts';
import { fill, fromTo, listed, same, type Words } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';
import { written } from './written.ts';

/** Rules for posts. */
export const postRules: readonly Rule[] = [
  { at: '', members: ['min', 'max'], say: (place) => tellNumber(place) },
  { at: '', members: ['required'], say: (place) => tellRequired(place) },
  { at: '', members: ['fallback'], say: (place) => tellFallback(place) },
  { at: '', members: ['coverDays'], say: (place) => tellCoverDays(place) },
  { at: '', members: ['categories'], say: (place) => tellCategories(place) },
  { at: '', members: ['byKind'], say: (place) => tellByKind(place) },
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

function tellCoverDays({ before, after, subject }: ChangedPlace): Words {
  const days = ({ coverDays = usualCoverDays }: JsonObject): Words =>
    fill('{n} 天', '{n} days', { n: same(written(coverDays)) });
  const what = fill('{subject}一次顶岗最多的天数', '{subject}: the longest cover', { subject });
  return fromTo(what, days(before), days(after));
}

/** Without categories a post is for all of them. */
function tellCategories({ before, after, subject, names }: ChangedPlace): Words {
  const all = { zh: '所有类别', en: 'every category' };
  const said = ({ categories }: JsonObject): Words =>
    isJsonArray(categories) && categories.length > 0
      ? listed(categories.map((id) => quotedName(names, 'categories', textIn(id))))
      : all;
  const what = fill('{subject}管的事件', '{subject}: the cases it is for', { subject });
  return fromTo(what, said(before), said(after));
}

/** Kinds whose own numbers came, went or are others now; null when only their order is another. */
function tellByKind({ before, after, subject }: ChangedPlace): readonly Words[] | null {
  const [one, other] = [numbersByKind(before), numbersByKind(after)];
  const told = [...new Set([...one.keys(), ...other.keys()])].flatMap((kind) => {
    const [was, is] = [one.get(kind), other.get(kind)];
    if (was?.zh === is?.zh) return [];
    const what = fill('{subject}在{kind}网格的人数', '{subject}: people in {kind} areas', {
      subject,
      kind: areaKindWords(kind),
    });
    const usual = { zh: '和别处一样', en: 'as elsewhere' };
    return [fromTo(what, was ?? usual, is ?? usual)];
  });
  return told.length > 0 ? told : null;
}

function numbersByKind({ byKind }: JsonObject): ReadonlyMap<string, Words> {
  const own = isJsonArray(byKind) ? byKind.filter(isJsonObject) : [];
  return new Map(
    own.map((numbers) => [
      textIn(numbers['areaKind']),
      numbers['required'] === true
        ? fill('{n}（必须配）', '{n} (required)', { n: same(numberOf(numbers)) })
        : fill('{n}（可以不配）', '{n} (optional)', { n: same(numberOf(numbers)) }),
    ]),
  );
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
