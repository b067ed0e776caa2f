import { describe, expect, it } from 'vitest';
import { isJsonArray, isJsonObject, type Json } from '../../../server/kernel/json.ts';
import { compareContents, compareDefinitions } from '../../../server/packs/comparison/compare-definitions.ts';
import { definitionContents } from '../../../server/packs/comparison/definition-contents.ts';
import { kindOfFile } from '../../../server/kernel/compilation/file-kinds.ts';
import { shippedPacks, withFiles } from './compared.ts';

/** Files that are no definitions: they are not compared. */
const others = new Set(['pack', 'people', 'demo-cases', 'readme']);

/** A value changed in place, for every value there is, with where it is. */
function* mutations(value: Json, place: string): Generator<readonly [place: string, value: Json]> {
  if (isJsonArray(value)) {
    for (const [index, item] of value.entries())
      for (const [inner, changed] of mutations(item, `${place}/${index}`))
        yield [inner, value.map((one, at) => (at === index ? changed : one))];
    if (value.length > 0) yield [`${place} shorter`, value.slice(1)];
    return;
  }
  if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      for (const [inner, changed] of mutations(member, `${place}/${name}`))
        yield [inner, { ...value, [name]: changed }];
      const { [name]: _gone, ...rest } = value;
      // Without it questions come in the order in which they are written, which is the same here.
      if (name !== 'ui:order') yield [`${place} without ${name}`, rest];
    }
    // Around a list of definitions there is nothing to say anything of.
    if (!Object.values(value).some((member) => place === '' && isJsonArray(member) && Object.keys(value).length === 1))
      yield [`${place} with a stranger`, { ...value, stranger: 'x' }];
    return;
  }
  yield [place, typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : !value];
}

/** Of changes of one kind the first some and then each so-manyth: a list of ninety grids is told like one of three. */
function sampled(first: number, each: number): (kind: string) => boolean {
  const seen = new Map<string, number>();
  return (kind) => {
    const nth = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, nth);
    return nth <= first || nth % each === 0;
  };
}

/** The changes of a JSON file: of what stands in the same place of a list, or in a dictionary, a sample. */
function jsonMutations(kind: string | null, json: Json): readonly (readonly [place: string, text: string])[] {
  const isTaken = sampled(3, 20);
  const kindOf = (place: string): string => (kind === 'translations' ? '' : place.replaceAll(/\/\d+/g, '/#'));
  return [...mutations(json, '')]
    .filter(([place]) => isTaken(kindOf(place)))
    .map(([place, value]) => [place, JSON.stringify(value)] as const);
}

/**
 * Attribute values and texts of an XML file, changed one at a time; names of namespaces are not values. Of each kind, an
 * attribute of an element, a sample: reading a model takes long.
 */
function* xmlMutations(xml: string): Generator<readonly [place: string, xml: string]> {
  const values = /(?<=\s(?!xmlns|xsi)[\w:]+=")[^"]+(?=")|(?<=>)[^<>]*[^<>\s][^<>]*(?=<)/g;
  const isTaken = sampled(2, 50);
  for (const found of xml.matchAll(values)) {
    const before = xml.slice(0, found.index);
    const tag = before.slice(before.lastIndexOf('<'));
    const kind = `${/^<[\w:/]+/.exec(tag)?.[0]} ${/[\w:]+="$/.exec(tag)?.[0]}`;
    if (!isTaken(kind) || /(version|encoding)="$/.test(before)) continue;
    const number = /^\d+(\.\d+)?$/.test(found[0]);
    const other = number ? String(Number(found[0]) + 1) : `${found[0]}x`;
    yield [`${found.index} ${found[0].slice(0, 30)}`, before + other + xml.slice(found.index + found[0].length)];
  }
}

describe('any change of the real packs', async () => {
  const packs = await shippedPacks();
  const files = packs.flatMap((pack) =>
    [...pack.files.values()]
      .filter((file) => !others.has(kindOfFile(file.path) ?? ''))
      .map((file) => [pack.id, file] as const),
  );

  it('is compared with every definition there is', () => {
    expect(files.length).toBeGreaterThan(35);
  });

  it('gives no sentence when there is none', async () => {
    expect(await compareDefinitions({ packs }, { packs: withFiles(packs, {}) })).toEqual([]);
  });

  it.each(files.map(([pack, file]) => [`${pack}/${file.path}`, pack, file] as const))(
    'is told at its definition: %s',
    async (_name, pack, file) => {
      const changed = file.path.endsWith('.json')
        ? jsonMutations(kindOfFile(file.path), JSON.parse(file.text))
        : [...xmlMutations(file.text)];
      const before = definitionContents(packs);
      const silent: string[] = [];
      for (const [place, text] of changed) {
        const after = packs.map((one) => (one.id === pack ? withFile(one, file.path, text) : one));
        const changes = await compareContents(before, definitionContents(after));
        const sentences = changes.flatMap((change) => change.sentences);
        const spoken = sentences.filter(
          ({ zh, en }) => /\p{Script=Han}/u.test(zh) && en !== '' && !/undefined|\{\w+\}由|NaN/.test(zh + en),
        );
        if (sentences.length === 0 || spoken.length !== sentences.length) silent.push(place);
      }
      expect(changed.length).toBeGreaterThan(0);
      expect(silent).toEqual([]);
    },
  );
});

function withFile<
  Pack extends {
    readonly files: ReadonlyMap<string, { readonly path: string; readonly text: string; readonly sha256: string }>;
  },
>(pack: Pack, path: string, text: string): Pack {
  return { ...pack, files: new Map([...pack.files, [path, { path, text, sha256: '' }]]) };
}
