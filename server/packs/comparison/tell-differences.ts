import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { jsonDifferences, type Difference, type Pair } from './json-differences.ts';
import type { Names } from './names.ts';
import type { Sentence, Words } from './sentence.ts';
import { subjectAt, tellPlainly } from './tell-plainly.ts';

/** Two versions of a definition, with what is needed to speak of them. */
export interface Told {
  readonly names: Names;
  /** Schema whose titles say what each value is. */
  readonly schema: JsonObject;
  /** What the definition is called in a sentence: `岗位「网格长」`. */
  readonly subject: Words;
  /** What definitions of its kind are called: `岗位`. */
  readonly kind?: Words;
}

/** A place where something differs, as a rule sees it. */
export interface ChangedPlace extends Told {
  /** The objects or lists the rule is about. */
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** What they are called: `「超期逐级上报」第 2 级「二级：街道」`. */
  readonly subject: Words;
  readonly path: readonly string[];
  /** What stands on the way to it: first the whole definitions. */
  readonly trail: readonly Pair[];
  /** The differences the rule would speak for. */
  readonly differences: readonly Difference[];
}

/** An item that came into a list or left it. */
export interface ChangedItem extends Told {
  readonly item: JsonObject;
  readonly list: Pair;
  readonly path: readonly string[];
  readonly trail: readonly Pair[];
}

type Said = Sentence | readonly Sentence[] | null;

/**
 * How differences at one kind of place are said. A rule that answers null leaves them to the next one; one that answers
 * no sentence says that another sentence already tells of them.
 */
export type Rule =
  | {
      /** Path of the object, `*` for any one segment: `rungs/*`. */
      readonly at: string;
      /** Its members the rule speaks for, together. `*`: all. */
      readonly members: readonly string[];
      readonly say: (place: ChangedPlace) => Said;
    }
  | {
      /** Path of a list or of a map. */
      readonly at: string;
      readonly added?: (change: ChangedItem) => Said;
      readonly removed?: (change: ChangedItem) => Said;
      readonly reordered?: (list: Pair, told: Told) => Said;
    };

/**
 * Says every difference of two versions: by the first rule that takes it, else plainly with its place in the words of
 * the schema. Nothing that differs is left out.
 *
 * @returns sentences in the order of the definition
 */
export function tellDifferences(
  told: Told,
  before: JsonObject,
  after: JsonObject,
  rules: readonly Rule[],
): readonly Sentence[] {
  const all = jsonDifferences(before, after);
  const said = new Map<Difference, readonly Sentence[]>();
  for (const rule of rules) {
    const open = all.filter((difference) => !said.has(difference));
    for (const group of groupsFor(rule, open)) {
      const sentences = asList(
        'members' in rule ? rule.say(placeOf(told, rule, group)) : sayItem(told, rule, group[0]),
      );
      if (sentences === null) continue;
      for (const difference of group) said.set(difference, []);
      said.set(group[0], sentences);
    }
  }
  return all.flatMap((difference) => said.get(difference) ?? [tellPlainly(told, difference)]);
}

type Group = readonly [Difference, ...Difference[]];

function groupsFor(rule: Rule, open: readonly Difference[]): readonly Group[] {
  const pattern = rule.at === '' ? [] : rule.at.split('/');
  const depth = pattern.length;
  const fitting = open.filter(
    ({ path }) => path.length >= depth && pattern.every((part, index) => part === '*' || part === path[index]),
  );
  if (!('members' in rule))
    return fitting
      .filter(({ path, reordered }) => path.length === (reordered ? depth : depth + 1))
      .map((one): Group => [one]);
  const inside = fitting.filter(
    ({ path, trail }) =>
      path.length > depth &&
      isJsonObject(trail[depth]?.before) &&
      isJsonObject(trail[depth]?.after) &&
      (rule.members.includes('*') || rule.members.includes(path[depth] ?? '')),
  );
  const groups: readonly (readonly Difference[])[] = [
    ...Map.groupBy(inside, ({ path }) => path.slice(0, depth).join('/')).values(),
  ];
  return groups.filter(isGroup);
}

function isGroup(differences: readonly Difference[]): differences is Group {
  return differences.length > 0;
}

function placeOf(told: Told, rule: Rule, group: Group): ChangedPlace {
  const depth = rule.at === '' ? 0 : rule.at.split('/').length;
  const { path, trail } = group[0];
  const pair = trail[depth];
  return {
    ...told,
    before: objectOf(pair?.before),
    after: objectOf(pair?.after),
    subject: subjectAt(told, path.slice(0, depth), trail),
    path: path.slice(0, depth),
    trail,
    differences: group,
  };
}

function sayItem(told: Told, rule: Exclude<Rule, { members: unknown }>, difference: Difference): Said {
  const { before, after, path, trail, reordered } = difference;
  if (reordered) return rule.reordered?.({ before, after }, told) ?? null;
  const list = trail.at(-1) ?? { before: undefined, after: undefined };
  const change = (item: JsonObject): ChangedItem => ({ ...told, item, list, path, trail });
  if (before === undefined && isJsonObject(after)) return rule.added?.(change(after)) ?? null;
  if (after === undefined && isJsonObject(before)) return rule.removed?.(change(before)) ?? null;
  return null;
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function asList(said: Said): readonly Sentence[] | null {
  if (said === null) return null;
  return 'zh' in said ? [said] : said;
}
