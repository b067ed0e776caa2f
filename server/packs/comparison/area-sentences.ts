import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { areaLevels, type Names, quotedName } from './names.ts';
import { fill, listed, quoted, same, type Words } from './sentence.ts';
import type { ChangedItem, ChangedPlace, Rule } from './tell-differences.ts';

/** Rules for the area tree: an area is called by its name and where it belongs. */
export const areaRules: readonly Rule[] = [
  { at: 'areas', added: (change) => tellArea(change, true), removed: (change) => tellArea(change, false) },
  { at: 'areas/*', members: ['name'], say: (place) => tellName(place) },
  { at: 'areas/*', members: ['parent'], say: (place) => tellParent(place) },
  { at: 'areas/*', members: ['kind'], say: (place) => tellKind(place) },
  { at: 'areas/*', members: ['from', 'to'], say: (place) => tellDays(place) },
  { at: 'units', added: (change) => tellUnit(change, true), removed: (change) => tellUnit(change, false) },
  { at: 'units/*', members: ['from', 'to'], say: (place) => tellDays(place) },
  {
    at: 'changes',
    added: (change) => tellChange(change, true),
    removed: (change) => tellChange(change, false),
  },
  { at: '', members: ['units'], say: (place) => tellWhole(place, 'units', tellUnit) },
  { at: '', members: ['changes'], say: (place) => tellWhole(place, 'changes', tellChange) },
];

function levelOf(area: JsonObject): Words {
  const level = textIn(area['type']);
  return areaLevels[level] ?? same(level);
}

function tellArea({ names, item }: ChangedItem, added: boolean): Words {
  const parent = textIn(item['parent']);
  const places = {
    level: levelOf(item),
    name: quoted(names.text(textIn(item['name']))),
    code: same(textIn(item['code'])),
    parent: quotedName(names, 'areas', parent),
    kind: kindWords(item),
  };
  if (!added) return fill('撤销{level}{name}（编码 {code}）', 'the {level} {name} (code {code}) is gone', places);
  const belongs = parent === '' ? '' : '，属于{parent}';
  return fill(
    `增加{level}{name}（编码 {code}${item['kind'] === undefined ? '' : '，{kind}'}${belongs}）`,
    `a new {level} {name} (code {code}${item['kind'] === undefined ? '' : ', {kind}'}${parent === '' ? '' : ', in {parent}'})`,
    places,
  );
}

function tellName({ before, after, names }: ChangedPlace): Words {
  return fill('{level}{one}改名为{other}', 'the {level} {one} is now called {other}', {
    level: levelOf(after),
    one: quoted(names.text(textIn(before['name']))),
    other: quoted(names.text(textIn(after['name']))),
  });
}

function tellParent({ before, after, names }: ChangedPlace): Words {
  const [one, other] = [textIn(before['parent']), textIn(after['parent'])];
  return fill('{name}由{one}划到{other}', '{name} moved from {one} to {other}', {
    name: quoted(names.text(textIn(after['name']))),
    one: one === '' ? { zh: '最上级', en: 'the top' } : quotedName(names, 'areas', one),
    other: other === '' ? { zh: '最上级', en: 'the top' } : quotedName(names, 'areas', other),
  });
}

/** Since when and until when: an area that ends on a day is told together with the change that ends it. */
function tellDays({ before, after, names }: ChangedPlace): Words {
  const [one, other] = [daysOf(before), daysOf(after)];
  return fill('{name}的期限由{one}改为{other}', '{name} was there {one}, now {other}', {
    name: quoted(names.text(textIn(after['name']))),
    one,
    other,
  });
}

function daysOf(area: JsonObject): Words {
  const [from, to] = [textIn(area['from']), textIn(area['to'])];
  if (from === '' && to === '') return { zh: '一直有', en: 'always' };
  if (to === '') return { zh: `${from} 起`, en: `from ${from}` };
  if (from === '') return { zh: `到 ${to} 为止`, en: `until ${to}` };
  return { zh: `${from} 起到 ${to} 为止`, en: `from ${from} until ${to}` };
}

function tellUnit({ names, item }: Pick<ChangedItem, 'names' | 'item'>, added: boolean): Words {
  const places = {
    name: quoted(names.text(textIn(item['name']))),
    kind: kindWords(item),
    place: quotedName(names, 'areas', textIn(item['attachedTo'])),
  };
  return added
    ? fill('增加单位{name}（{kind}，设在{place}）', 'a new unit {name} ({kind}, at {place})', places)
    : fill('撤销单位{name}', 'the unit {name} is gone', places);
}

/** A list that was not there before, or is not there any more: each of its items. */
function tellWhole(
  { names, before, after }: ChangedPlace,
  list: string,
  tell: (change: Pick<ChangedItem, 'names' | 'item'>, added: boolean) => Words,
): readonly Words[] | null {
  const [one, other] = [before[list], after[list]];
  if (one !== undefined && other !== undefined) return null;
  const items = [one ?? other].flatMap((whole) => (isJsonArray(whole) ? whole.filter(isJsonObject) : []));
  return items.map((item) => tell({ names, item }, one === undefined));
}

const changeWords: { readonly [kind: string]: Words } = {
  split: { zh: '{from}拆分为{to}', en: '{from} is split into {to}' },
  merge: { zh: '{from}合并为{to}', en: '{from} are merged into {to}' },
  move: { zh: '{from}划转为{to}', en: '{from} moves and becomes {to}' },
  rename: { zh: '{from}改名为{name}', en: '{from} is called {name}' },
};

function tellChange({ names, item }: Pick<ChangedItem, 'names' | 'item'>, added: boolean): Words {
  const said = changeWords[textIn(item['kind'])] ?? same(textIn(item['kind']));
  const codes = (side: string): Words => listed(textsIn(item[side]).map((code) => areaWithCode(names, code)));
  const rule = item['openWork'];
  const stays = isJsonObject(rule) && rule['rule'] === 'stay';
  const places = {
    on: same(textIn(item['on'])),
    from: codes('from'),
    to: codes('to'),
    name: quoted(names.text(textIn(item['name']))),
  };
  if (!added) return fill(`不再从 {on} 起${said.zh}`, `no longer from {on} on: ${said.en}`, places);
  return fill(
    `从 {on} 起${said.zh}${item['kind'] === 'rename' ? '' : stays ? '，没有办完的事留下办完' : '，没有办完的事跟着走'}`,
    `from {on} on ${said.en}${item['kind'] === 'rename' ? '' : stays ? '; who has open work finishes it' : '; open work follows'}`,
    places,
  );
}

/** A successor is often called as the area before it, so the code is said too. */
function areaWithCode(names: Names, code: string): Words {
  const name = quotedName(names, 'areas', code);
  return { zh: `${name.zh}（${code}）`, en: `${name.en} (${code})` };
}

function textsIn(list: Json | undefined): readonly string[] {
  return isJsonArray(list) ? list.map(textIn) : [];
}

const kinds: { readonly [kind: string]: Words } = {
  basic: { zh: '基础网格', en: 'basic' },
  special: { zh: '专属网格', en: 'special' },
  department: { zh: '职能部门', en: 'department' },
  station: { zh: '站所', en: 'station' },
  enterprise: { zh: '企事业单位', en: 'enterprise' },
  association: { zh: '社会组织', en: 'association' },
  lane: { zh: '街巷型', en: 'lane' },
  courtyard: { zh: '楼院型', en: 'courtyard' },
  unit: { zh: '单位型', en: 'unit' },
};

function kindWords(area: JsonObject): Words {
  const kind = textIn(area['kind']);
  return kind === '' ? { zh: '没有类型', en: 'no kind' } : areaKindWords(kind);
}

/** What a kind of an area is called: 街巷型. */
export function areaKindWords(kind: string): Words {
  return kinds[kind] ?? same(kind);
}

function tellKind({ before, after, names }: ChangedPlace): Words {
  return fill('{level}{name}由{one}改为{other}', 'the {level} {name} changed from {one} to {other}', {
    level: levelOf(after),
    name: quoted(names.text(textIn(after['name']))),
    one: kindWords(before),
    other: kindWords(after),
  });
}
