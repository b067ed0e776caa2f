import { isJsonArray, textIn, type JsonObject } from '../../kernel/json.ts';
import { lengthOf } from './limit-sentences.ts';
import { quotedName, type Names } from './names.ts';
import { fill, listed, quoted, type Words } from './sentence.ts';
import type { ChangedItem, Rule } from './tell-differences.ts';

/** Rules for escalation ladders: a rung that comes or goes is said as a whole. */
export const ladderRules: readonly Rule[] = [
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
