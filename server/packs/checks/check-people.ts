import { staffingOf } from '../../kernel/organization/staffing.ts';
import { areaHasPost } from '../../kernel/organization/holders.ts';
import type { DemoPerson, DemoPostHeld } from '../../kernel/release/demo.ts';
import { errorAt, warningAt, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';
import { unknownArea, unknownPost } from './unknown-reference.ts';

/** Demo people: accounts are unique, posts exist where they are held, and no post has more people than it may. */
export function checkPeople(definitions: EffectiveDefinitions): readonly PackFault[] {
  // Those of a pack below were checked with its own areas and posts.
  return definitions.people
    .filter(({ pack }) => pack === definitions.top.id)
    .flatMap((file) => {
      const { people } = file.value;
      const placed = people.map((person, index) => ({ person, at: { ...file, place: `/people/${index}` } }));
      return [
        ...repeatedAccounts(placed),
        ...repeatedNames(placed),
        ...placed.flatMap(({ person, at }) =>
          person.posts.flatMap((held, index) =>
            checkHeld(definitions, { ...at, place: `${at.place}/posts/${index}` }, held),
          ),
        ),
        ...crowded(definitions, placed),
      ];
    });
}

interface Placed {
  readonly person: DemoPerson;
  readonly at: Located;
}

function repeatedAccounts(placed: readonly Placed[]): readonly PackFault[] {
  return [...Map.groupBy(placed, ({ person }) => person.account).values()].flatMap(([first, ...others]) =>
    others.map(({ person, at }) =>
      errorAt(
        at,
        'person-twice',
        {
          zh: `账号「${person.account}」已经是${first?.person.name ?? ''}的。请换一个。`,
          en: `The account "${person.account}" is already taken by ${first?.person.name ?? ''}. Choose another.`,
        },
        '/account',
      ),
    ),
  );
}

function repeatedNames(placed: readonly Placed[]): readonly PackFault[] {
  return [...Map.groupBy(placed, ({ person }) => person.name).values()].flatMap(([, ...others]) =>
    others.map(({ person, at }) =>
      warningAt(
        at,
        'person-name-twice',
        {
          zh: `有两个人叫「${person.name}」，场景里分不清。`,
          en: `Two people are called "${person.name}"; scenarios cannot tell them apart.`,
        },
        '/name',
      ),
    ),
  );
}

function checkHeld(definitions: EffectiveDefinitions, at: Located, held: DemoPostHeld): readonly PackFault[] {
  const post = definitions.posts.find((known) => known.value.id === held.post)?.value;
  const area = definitions.areas.find((known) => known.value.code === held.area)?.value;
  if (!post) return [unknownPost(at, held.post, '/post')];
  if (!area) return [unknownArea(at, held.area, '/area')];
  if (areaHasPost(area, post)) return [];
  return [
    errorAt(
      at,
      'post-not-at-area',
      {
        zh: `「${area.name}」不设「${post.title}」这个岗位。请改区域或岗位。`,
        en: `"${area.name}" has no post "${post.title}". Correct the area or the post.`,
      },
      '/area',
    ),
  ];
}

function crowded(definitions: EffectiveDefinitions, placed: readonly Placed[]): readonly PackFault[] {
  const held = placed.flatMap(({ person, at }) =>
    person.posts.flatMap((one, index) =>
      (one.kind ?? 'formal') === 'formal' && one.leftDaysAgo === undefined
        ? [{ ...one, at: { ...at, place: `${at.place}/posts/${index}` } }]
        : [],
    ),
  );
  return [...Map.groupBy(held, ({ post, area }) => `${post}@${area}`).values()].flatMap((holders) => {
    const [first] = holders;
    const post = definitions.posts.find((known) => known.value.id === first?.post)?.value;
    const area = definitions.areas.find((known) => known.value.code === first?.area)?.value;
    if (!post || !area) return [];
    const { max } = staffingOf(post, area);
    return holders.slice(max).map(({ at }) =>
      errorAt(at, 'post-crowded', {
        zh: `「${post.title}」在 ${area.code} 最多 ${max} 人，这里已是第 ${max + 1} 人。`,
        en: `"${post.title}" at ${area.code} may have ${max} people at most; this is one too many.`,
      }),
    );
  });
}
