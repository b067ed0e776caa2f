import { rankOf, typesWithKind } from '../../kernel/organization/area-types.ts';
import { areaHasPost } from '../../kernel/organization/holders.ts';
import { findCategory } from '../../kernel/cases/find-category.ts';
import type { Post, Staffing } from '../../kernel/organization/organization.ts';
import { errorAt, warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';
import { unknownPost } from './unknown-reference.ts';

/** Posts: somebody can hold each, its counts make sense, its roles exist, and its fallback leads up to a street post. */
export function checkPosts(definitions: EffectiveDefinitions): readonly PackFault[] {
  const posts = new Map(definitions.posts.map((post) => [post.value.id, post.value]));
  return [
    ...definitions.posts.flatMap((post) => [
      ...checkPlace(definitions, post),
      ...checkCounts(post),
      ...checkByKind(post),
      ...checkCategories(definitions, post),
      ...checkRoles(definitions, post),
      ...checkFallback(posts, post),
    ]),
    ...checkTitles(definitions),
  ];
}

function checkPlace(definitions: EffectiveDefinitions, post: Written<Post>): readonly PackFault[] {
  if (definitions.areas.length === 0 || definitions.areas.some((area) => areaHasPost(area.value, post.value)))
    return [];
  return [
    errorAt(
      post,
      'post-nobody-can-hold',
      {
        zh: `没有一个区域能设「${post.value.title}」：没有这一级、这种类型的区域。请改所在层级或网格类型。`,
        en: `No area can have the post "${post.value.title}": there is none of that level and kind. Change its level or kinds.`,
      },
      post.value.areaKinds ? '/areaKinds' : '/areaType',
    ),
  ];
}

/** The numbers for some kinds make sense each, name a kind the post stands in, and no kind twice. */
function checkByKind(post: Written<Post>): readonly PackFault[] {
  const { title, areaType, areaKinds, byKind = [] } = post.value;
  return byKind.flatMap((own, index) => {
    const at = { ...post, place: `${post.place}/byKind/${index}` };
    const isElsewhere = !typesWithKind.has(areaType) || (areaKinds !== undefined && !areaKinds.includes(own.areaKind));
    const isTwice = byKind.findIndex(({ areaKind }) => areaKind === own.areaKind) < index;
    const misplaced = errorAt(
      at,
      'post-kind-misplaced',
      {
        zh: `「${title}」给一种类型另外写了人数，可它${isTwice ? '已经写过这种类型' : '不设在这种类型里'}。请删掉这一行或改类型。`,
        en: `"${title}" has numbers for a kind ${isTwice ? 'that has some already' : 'it does not stand in'}. Remove the line or change its kind.`,
      },
      '/areaKind',
    );
    return [...(isElsewhere || isTwice ? [misplaced] : []), ...checkCounts({ ...at, value: { ...own, title } })];
  });
}

function checkCategories(definitions: EffectiveDefinitions, post: Written<Post>): readonly PackFault[] {
  const { title, categories = [] } = post.value;
  return categories.flatMap((category, index) =>
    definitions.caseTypes.some(({ value }) => findCategory(value.categories, category))
      ? []
      : [
          errorAt(
            post,
            'post-category-unknown',
            {
              zh: `「${title}」管的事件类别「${category}」不存在。请改成事件类型里有的类别。`,
              en: `"${title}" is for the category "${category}", which no case type has. Name an existing one.`,
            },
            `/categories/${index}`,
          ),
        ],
  );
}

function checkCounts(post: Written<Staffing & { readonly title: string }>): readonly PackFault[] {
  const { title, min, max, required } = post.value;
  if (min > max)
    return [
      errorAt(
        post,
        'post-count',
        {
          zh: `「${title}」最少 ${min} 人，比最多 ${max} 人还多。请改人数。`,
          en: `"${title}" needs at least ${min} people but at most ${max}. Correct the numbers.`,
        },
        '/min',
      ),
    ];
  if (required && min < 1)
    return [
      errorAt(
        post,
        'post-count',
        {
          zh: `「${title}」必须配，最少人数却是 0。请改成 1 以上，或改为可选。`,
          en: `"${title}" is required but its minimum is 0. Make it 1 or more, or optional.`,
        },
        '/min',
      ),
    ];
  return [];
}

function checkRoles(definitions: EffectiveDefinitions, post: Written<Post>): readonly PackFault[] {
  return post.value.roles.flatMap((role, index) =>
    definitions.roles.some((known) => known.value.id === role)
      ? []
      : [
          errorAt(
            post,
            'role-unknown',
            {
              zh: `没有权限组「${role}」。请先加上，或改成已有的。`,
              en: `There is no role "${role}". Add it to roles.json, or name an existing one.`,
            },
            `/roles/${index}`,
          ),
        ],
  );
}

function checkFallback(posts: ReadonlyMap<string, Post>, post: Written<Post>): readonly PackFault[] {
  const { fallback, title } = post.value;
  if (fallback === undefined) return isUpper(post.value) ? [] : [endsLow(post, title, '')];
  const next = posts.get(fallback);
  if (!next) return [unknownPost(post, fallback, '/fallback')];
  if (rankOf(next.areaType) > rankOf(post.value.areaType)) {
    return [
      errorAt(
        post,
        'post-fallback-down',
        {
          zh: `「${title}」空岗时交给「${next.title}」是往下交。请改成同级或上级的岗位。`,
          en: `The fallback of "${title}" leads down to "${next.title}". Name a post of the same level or above.`,
        },
        '/fallback',
      ),
    ];
  }
  const chain = chainFrom(posts, post.value);
  if (chain === 'circle') {
    return [
      errorAt(
        post,
        'post-fallback-cycle',
        {
          zh: `「${title}」空岗时由谁办，绕了一圈又回到原处。请改其中一个。`,
          en: `The fallbacks from "${title}" run in a circle. Change one of them.`,
        },
        '/fallback',
      ),
    ];
  }
  return isUpper(chain) ? [] : [endsLow(post, title, chain.title)];
}

/** The last post of the chain of fallbacks; an unknown one ends it (and is reported where it is written). */
function chainFrom(posts: ReadonlyMap<string, Post>, first: Post): Post | 'circle' {
  const seen = new Set<string>([first.id]);
  let last = first;
  for (let next = posts.get(first.fallback ?? ''); next; next = posts.get(next.fallback ?? '')) {
    if (seen.has(next.id)) return 'circle';
    seen.add(next.id);
    last = next;
  }
  return last;
}

function isUpper(post: Post): boolean {
  return rankOf(post.areaType) <= rankOf('street');
}

function endsLow(post: Written<Post>, title: string, last: string): PackFault {
  const end = last === '' ? title : last;
  return errorAt(
    post,
    'post-fallback-end',
    {
      zh: `「${title}」空岗时一路往上，到「${end}」就断了，没有到街道。请给「${end}」写上空岗时由谁办。`,
      en: `The fallbacks of "${title}" end at "${end}", below the street. Give "${end}" a fallback.`,
    },
    '/fallback',
  );
}

function checkTitles(definitions: EffectiveDefinitions): readonly PackFault[] {
  return [...Map.groupBy(definitions.posts, (post) => post.value.title).values()].flatMap(([first, ...others]) =>
    others.map((post) =>
      warningAt(
        post,
        'post-title-twice',
        {
          zh: `岗位名称「${post.value.title}」和编号 ${first?.value.id ?? ''} 的岗位重复，看的人分不清。`,
          en: `The title "${post.value.title}" is also that of post ${first?.value.id ?? ''}; people cannot tell them apart.`,
        },
        '/title',
      ),
    ),
  );
}
