import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { CaseTypeFile, Category } from '../../kernel/release/definitions.ts';
import type { CompiledDecision } from '../../kernel/compilation/compile-decisions.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';
import { unknownLimit, unknownPost } from './unknown-reference.ts';

const levels = ['grid', 'community', 'street'];
const anyTime = '2026-01-01T00:00:00.000Z';

/** Every category of a case type leads to a post, a level and a limit that exist; no rule is for a category nobody can choose. */
export function checkRoutes(
  compiled: CompiledDefinitions,
  caseType: Written<CaseTypeFile>,
  decision: CompiledDecision,
): readonly PackFault[] {
  const leaves = leavesOf(caseType.value.categories, '/categories');
  return [
    ...leaves.flatMap((leaf) => checkRoute(caseType, decision, leaf)),
    ...checkOutcomes(compiled, decision),
    ...checkRules(decision, new Set(leaves.map(({ category }) => category.id))),
  ];
}

interface Leaf {
  readonly category: Category;
  readonly place: string;
}

function leavesOf(categories: readonly Category[], place: string): readonly Leaf[] {
  return categories.flatMap((category, index): readonly Leaf[] => {
    const at = `${place}/${index}`;
    return category.children ? leavesOf(category.children, `${at}/children`) : [{ category, place: at }];
  });
}

function checkRoute(caseType: Written<CaseTypeFile>, decision: CompiledDecision, leaf: Leaf): readonly PackFault[] {
  const { id, title } = leaf.category;
  const result = decision.decision.evaluate({ variables: { case: sampleCase(caseType.value.id, id) }, now: anyTime });
  if (!result.ok)
    return [
      errorAt(
        caseType,
        'category-route-fails',
        {
          zh: `类别「${title}」的分派规则算不出来：${result.fault.zh}`,
          en: `The route of category "${id}" cannot be decided: ${result.fault.en}`,
        },
        leaf.place,
      ),
    ];
  const missing = isJsonObject(result.output)
    ? ['post', 'level', 'limit'].filter((name) => typeof (result.output as JsonObject)[name] !== 'string')
    : ['post'];
  if (missing.length === 0) return [];
  return [
    errorAt(
      caseType,
      'category-without-route',
      {
        zh: `类别「${title}」没有分派规则：不知道由谁办、哪一级办、限多久。请在「${decision.decision.name}」里加一条。`,
        en: `The category "${id}" has no route: nobody knows who handles it, at which level and until when. Add a rule to "${decision.decision.id}".`,
      },
      leaf.place,
    ),
  ];
}

function sampleCase(type: string, category: string): JsonObject {
  return {
    id: 'sample',
    type,
    area: '',
    category,
    channel: '',
    onTheSpot: false,
    wantsAnswer: false,
    reporterPost: '',
  };
}

/** Posts, levels, limits and told posts that stand in a routing table exist. */
function checkOutcomes(compiled: CompiledDefinitions, decision: CompiledDecision): readonly PackFault[] {
  const posts = new Set(compiled.definitions.posts.map((post) => post.value.id));
  const limits = new Set(compiled.definitions.limits.map((limit) => limit.value.id));
  return decision.outcomes.flatMap(({ column, value, at }) => {
    if (column === 'told')
      return textsOf(value)
        .filter((post) => !posts.has(post))
        .map((post) => unknownPost(at, post));
    if (column === 'post')
      return textsOf(value)
        .filter((post) => !posts.has(post))
        .map((post) => unknownPost(at, post));
    if (column === 'limit')
      return textsOf(value)
        .filter((limit) => !limits.has(limit))
        .map((limit) => unknownLimit(at, limit));
    if (column !== 'level' || textsOf(value).every((level) => levels.includes(level))) return [];
    return [
      errorAt(at, 'route-level-unknown', {
        zh: `层级只能写 ${levels.join('、')}。`,
        en: `The level must be one of ${levels.join(', ')}.`,
      }),
    ];
  });
}

function textsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return isJsonArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function checkRules(decision: CompiledDecision, categories: ReadonlySet<string>): readonly PackFault[] {
  return decision.tested
    .filter(({ expression }) => expression === 'case.category')
    .flatMap(({ value, at }) =>
      typeof value === 'string' && categories.has(value)
        ? []
        : [
            errorAt(at, 'route-category-unknown', {
              zh: `事件类型里没有类别${JSON.stringify(value)}，这条规则用不上。请改成已有的类别，或删去。`,
              en: `The case type has no category ${JSON.stringify(value)}, so this rule never applies. Name an existing category, or remove it.`,
            }),
          ],
    );
}
