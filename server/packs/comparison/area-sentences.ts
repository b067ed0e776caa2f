import { textIn, type JsonObject } from '../../kernel/json.ts';
import { areaLevels, quotedName } from './names.ts';
import { fill, quoted, same, type Words } from './sentence.ts';
import type { ChangedItem, ChangedPlace, Rule } from './tell-differences.ts';

/** Rules for the area tree: an area is called by its name and where it belongs. */
export const areaRules: readonly Rule[] = [
  { at: 'areas', added: (change) => tellArea(change, true), removed: (change) => tellArea(change, false) },
  { at: 'areas/*', members: ['name'], say: (place) => tellName(place) },
  { at: 'areas/*', members: ['parent'], say: (place) => tellParent(place) },
  { at: 'areas/*', members: ['kind'], say: (place) => tellKind(place) },
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

const kinds: { readonly [kind: string]: Words } = {
  lane: { zh: '街巷型', en: 'lane' },
  courtyard: { zh: '楼院型', en: 'courtyard' },
  unit: { zh: '单位型', en: 'unit' },
};

function kindWords(area: JsonObject): Words {
  const kind = textIn(area['kind']);
  return kinds[kind] ?? (kind === '' ? { zh: '没有类型', en: 'no kind' } : same(kind));
}

function tellKind({ before, after, names }: ChangedPlace): Words {
  return fill('{level}{name}由{one}改为{other}', 'the {level} {name} changed from {one} to {other}', {
    level: levelOf(after),
    name: quoted(names.text(textIn(after['name']))),
    one: kindWords(before),
    other: kindWords(after),
  });
}
