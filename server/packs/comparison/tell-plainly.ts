import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Difference, Pair } from './json-differences.ts';
import { idOf } from './json-differences.ts';
import type { Names } from './names.ts';
import { below, memberTitle, valueWords, type Stand } from './schema-words.ts';
import { fill, fromTo, listed, quoted, same, type Sentence, type Words } from './sentence.ts';
import type { Told } from './tell-differences.ts';

/**
 * Says a difference no rule has words for: where it is, by the titles of the schema, and from what to what. So whatever
 * a pack may hold one day is told, if not gracefully.
 */
export function tellPlainly(told: Told, difference: Difference): Sentence {
  const { path, trail, before, after, reordered } = difference;
  const last = path.length - 1;
  if (reordered) return tellOrder(told, difference);
  if (last < 0)
    return {
      ...fill('{subject}的内容改了', '{subject} has other content', { subject: told.subject }),
      ...asWritten(before, after),
    };
  const holder = trail[last] ?? difference;
  const schema = schemaAt(told, path, trail, difference);
  const inList = isJsonArray(holder.after ?? holder.before);
  // An item is called after its list, so the list is not named once more.
  const where = subjectAt(told, path.slice(0, inList ? last - 1 : last), trail);
  const title = inList
    ? itemName(told, schemaAt(told, path.slice(0, last), trail, holder), path, difference)
    : memberName(told, path, trail, difference);
  if (before === undefined || after === undefined)
    return cameOrWent(told.names, schema, where, title, inList, before, after);
  const renamed = renaming(told, path, trail, before, after);
  if (renamed) return renamed;
  const list = listChange(told.names, schema, before, after);
  if (list) return fill(`{where}的{title}${list.zh}`, `{where}: {title} ${list.en}`, { where, title });
  return changed(told.names, schema, fill('{where}的{title}', '{where}: {title}', { where, title }), before, after);
}

/**
 * How the thing at a path is called, from the definition on down: items of lists by their names.
 *
 * @param trail what stands at each place on the way, and at the path itself when it is longer
 */
export function subjectAt(told: Told, path: readonly string[], trail: readonly Pair[]): Words {
  let subject = told.subject;
  for (const index of path.keys()) {
    const way = path.slice(0, index + 1);
    if (schemaAt(told, way, trail, trail[index + 1] ?? nothing)['x-silent'] === true) continue;
    const holder = trail[index];
    const here = trail[index + 1] ?? nothing;
    const inList = isJsonArray(holder?.after ?? holder?.before);
    if (isJsonArray(here.after ?? here.before) && index < path.length - 1) continue;
    const words = inList
      ? itemName(told, schemaAt(told, way.slice(0, -1), trail, holder ?? here), way, here)
      : memberName(told, way, trail, here);
    subject = inList
      ? fill('{subject}{words}', '{subject}, {words}', { subject, words })
      : fill('{subject}的{words}', '{subject}, {words}', { subject, words });
  }
  return subject;
}

const nothing: Pair = { before: undefined, after: undefined };

/** `类别「安全隐患」改名为「隐患」`: an item or a definition that is called otherwise. */
function renaming(
  told: Told,
  path: readonly string[],
  trail: readonly Pair[],
  before: Json,
  after: Json,
): Words | null {
  const member = path.at(-1);
  if ((member !== 'title' && member !== 'name') || typeof before !== 'string' || typeof after !== 'string') return null;
  const [one, other] = [quoted(told.names.text(before)), quoted(told.names.text(after))];
  if (path.length === 1 && told.kind)
    return fill('{kind}{one}改名为{other}', 'the {kind} {one} is now called {other}', { kind: told.kind, one, other });
  const list = trail[path.length - 2];
  if (path.length < 3 || !isJsonArray(list?.after ?? list?.before)) return null;
  const listTitle = memberTitle(schemaAt(told, path.slice(0, -2), trail, list ?? nothing), path.at(-3) ?? '');
  return fill('{where}的{list}{one}改名为{other}', '{where}: {list} {one} is now called {other}', {
    where: subjectAt(told, path.slice(0, -3), trail),
    list: listTitle,
    one,
    other,
  });
}

/** `环节「任务指派」`, or `各级第 2 项` for an item without a name. */
function itemName(told: Told, listSchema: JsonObject, path: readonly string[], item: Pair): Words {
  const list = memberTitle(listSchema, path.at(-2) ?? '');
  const value = item.after ?? item.before;
  const name = isJsonObject(value) ? nameOfItem(told.names, value) : null;
  if (name) return fill('{list}{name}', '{list} {name}', { list, name: quoted(name) });
  const number = Number(path.at(-1));
  return fill('{list}第 {number} 项', '{list} number {number}', {
    list,
    number: same(Number.isInteger(number) ? String(number + 1) : (path.at(-1) ?? '')),
  });
}

/** `再等多久`, or `「照片」` for a member that is an entry of a map and has a name itself. */
function memberName(told: Told, path: readonly string[], trail: readonly Pair[], at: Pair): Words {
  const segment = path.at(-1) ?? '';
  const holder = schemaAt(told, path.slice(0, -1), trail, trail.at(path.length - 1) ?? at);
  const properties = holder['properties'];
  const value = at.after ?? at.before;
  const declared = isJsonObject(properties) && Object.hasOwn(properties, segment);
  const name = !declared && isJsonObject(value) ? nameOfItem(told.names, value) : null;
  return name ? quoted(name) : memberTitle(schemaAt(told, path, trail, at), segment);
}

function nameOfItem(names: Names, item: JsonObject): Words | null {
  const title = textIn(item['title']) || textIn(item['name']) || textIn(item['label']);
  if (title !== '') return names.text(title);
  const post = textIn(item['post']);
  if (post !== '') return names.of('posts', post);
  const id = idOf(item);
  return id === null ? null : same(id);
}

function schemaAt(told: Told, path: readonly string[], trail: readonly Pair[], at: Pair): JsonObject {
  let schema = told.schema;
  for (const [index, segment] of path.entries()) {
    const holder = trail[index];
    const inner = trail[index + 1] ?? at;
    const stand: Stand = { schema, value: holder?.after ?? holder?.before };
    schema = below(stand, segment, inner.after ?? inner.before);
  }
  return schema;
}

function cameOrWent(
  names: Names,
  schema: JsonObject,
  where: Words,
  title: Words,
  inList: boolean,
  before: Json | undefined,
  after: Json | undefined,
): Words {
  if (after === undefined) {
    const value = valueWords(names, schema, before);
    return inList
      ? fill('{where}去掉{title}', '{where}: {title} is gone', { where, title })
      : fill('{where}的{title}不再写（原来是 {value}）', '{where}: {title} is no longer given (it was {value})', {
          where,
          title,
          value,
        });
  }
  return fill('{where}增加{title}：{value}', '{where}: {title} is new: {value}', {
    where,
    title,
    value: valueWords(names, schema, after),
  });
}

function tellOrder(told: Told, { path, trail, before, after }: Difference): Words {
  const subject = subjectAt(told, path, [...trail, { before, after }]);
  const order = (isJsonArray(after) ? after : []).map((item) =>
    isJsonObject(item) ? quoted(nameOfItem(told.names, item) ?? same('')) : same(JSON.stringify(item)),
  );
  return fill('{subject}的先后改为 {order}', '{subject} now come in this order: {order}', {
    subject,
    order: listed(order),
  });
}

/** What a list of plain values won and lost; null when it is no such list, or only its order changed. */
function listChange(names: Names, schema: JsonObject, before: Json, after: Json): Words | null {
  if (!isJsonArray(before) || !isJsonArray(after) || [...before, ...after].some((item) => typeof item === 'object'))
    return null;
  const words = (items: readonly Json[]): Words => valueWords(names, schema, items);
  const [gained, lost] = [
    after.filter((item) => !before.includes(item)),
    before.filter((item) => !after.includes(item)),
  ];
  if (gained.length + lost.length === 0) return null;
  const parts = [
    ...(gained.length > 0 ? [fill('增加{gained}', 'gains {gained}', { gained: words(gained) })] : []),
    ...(lost.length > 0 ? [fill('去掉{lost}', 'loses {lost}', { lost: words(lost) })] : []),
  ];
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}

/** `由 A 改为 B`; values whose words are the same are shown as they are written. */
function changed(names: Names, schema: JsonObject, subject: Words, before: Json, after: Json): Sentence {
  const [one, other] = [valueWords(names, schema, before), valueWords(names, schema, after)];
  if (one.zh !== other.zh) return fromTo(subject, one, other);
  return fromTo(subject, same(JSON.stringify(before)), same(JSON.stringify(after)));
}

function asWritten(before: Json | undefined, after: Json | undefined): Pick<Sentence, 'expert'> {
  const text = (value: Json | undefined): string => (value === undefined ? '' : JSON.stringify(value, null, 2));
  return { expert: { before: text(before), after: text(after) } };
}
