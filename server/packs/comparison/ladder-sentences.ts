import { isJsonArray, isJsonObject, textIn, type JsonObject } from '../../kernel/json.ts';
import { lengthOf } from './limit-sentences.ts';
import { quotedName, type Names } from './names.ts';
import { fill, fromTo, listed, quoted, same, type Sentence, type Words } from './sentence.ts';
import type { ChangedItem, ChangedPlace, Rule } from './tell-differences.ts';
import { tellPlainly } from './tell-plainly.ts';

/** Rules for escalation ladders: a rung that comes or goes is said as a whole. */
export const ladderRules: readonly Rule[] = [
  { at: 'rungs/*', members: ['after'], say: (place) => tellWait(place) },
  { at: 'rungs/*', members: ['*'], say: (place) => tellMembers(place) },
  { at: 'rungs', added: (change) => tellRung(change, true), removed: (change) => tellRung(change, false) },
];

function tellRung({ names, subject, item }: ChangedItem, added: boolean): Words {
  const rung = fill('{title}：{what}', '{title}: {what}', {
    title: quoted(names.text(textIn(item['title']))),
    what: rungWords(names, item),
  });
  return added
    ? fill('{subject}增加一级{rung}', '{subject} has a new rung {rung}', { subject, rung })
    : fill('{subject}去掉一级{rung}', '{subject} no longer has the rung {rung}', { subject, rung });
}

/** `逐级上报规则「超期逐级上报」第 2 级「二级：街道」`. */
function rungSubject({ names, path, trail, after }: ChangedPlace): Words {
  const ladder = trail[0]?.after;
  return fill('逐级上报规则{ladder}第 {number} 级{title}', 'rung {number} {title} of the ladder {ladder}', {
    ladder: quoted(names.text(isJsonObject(ladder) ? textIn(ladder['title']) : '')),
    number: same(String(Number(path[1]) + 1)),
    title: quoted(names.text(textIn(after['title']))),
  });
}

function tellMembers(place: ChangedPlace): readonly Sentence[] {
  const rungs = place.schema['properties'];
  const list = isJsonObject(rungs) ? rungs['rungs'] : null;
  const items = isJsonObject(list) ? list['items'] : null;
  const told = { names: place.names, schema: isJsonObject(items) ? items : {}, subject: rungSubject(place) };
  return place.differences.map((difference) =>
    tellPlainly(told, { ...difference, path: difference.path.slice(2), trail: difference.trail.slice(2) }),
  );
}

function tellWait(place: ChangedPlace): Words | null {
  const { before, after, names } = place;
  const wait = (limit: string): Words =>
    limit === ''
      ? { zh: '超期当时', en: 'at once' }
      : (lengthOf(names.limit(limit)) ?? quotedName(names, 'limits', limit));
  const [one, other] = [wait(textIn(before['after'])), wait(textIn(after['after']))];
  if (one.zh === other.zh) return null;
  return fromTo(fill('{rung}要再等的时间', 'the wait before {rung}', { rung: rungSubject(place) }), one, other);
}

/** `再过 1 个工作日，交给「街道综治办」，抄送「网格长」`. */
function rungWords(names: Names, rung: JsonObject): Words {
  const after = textIn(rung['after']);
  const to = textIn(rung['to']);
  const told = isJsonArray(rung['told']) ? rung['told'].map(textIn) : [];
  const wait = after === '' ? null : (lengthOf(names.limit(after)) ?? quotedName(names, 'limits', after));
  const parts = [
    wait ? fill('再过 {wait}', 'after another {wait}', { wait }) : { zh: '超期当时', en: 'at once' },
    ...(to === '' ? [] : [fill('交给{to}', 'it goes to {to}', { to: quotedName(names, 'posts', to) })]),
    ...(told.length === 0
      ? []
      : [
          fill('抄送{told}', '{told} are told', { told: listed(told.map((post) => quotedName(names, 'posts', post))) }),
        ]),
  ];
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}
