import type { Choice } from '../../server/kernel/forms/schema-node.ts';
import type { Category } from '../../server/kernel/release/definitions.ts';
import type { DraftDefinitions } from '../api/drafts/draft-definitions.ts';
import type { Texts } from '../translations/texts.ts';
import type { ColumnChoices } from './table-columns.ts';

/** The words a table's columns may speak, from the draft's other definitions. */
export function columnChoices(definitions: DraftDefinitions, { text, pack }: Texts): ColumnChoices {
  const { areas, posts, limits, caseTypes } = definitions;
  const titled = ({ id, title }: { readonly id: string; readonly title: string }): Choice => ({
    value: id,
    title: pack(title),
  });
  return {
    areas: areas.map(({ code, name }) => ({ value: code, title: pack(name) })),
    posts: posts.map((post) => ({ ...titled(post), group: text(`area-type.${post.areaType}`) })),
    limits: limits.map(titled),
    levels: (['grid', 'community', 'street'] as const).map((level) => ({
      value: level,
      title: text(`area-type.${level}`),
    })),
    channels: caseTypes.flatMap(({ channels }) => channels.map(titled)),
    'case-types': caseTypes.map(titled),
    categories: caseTypes.flatMap(({ categories }) => categories.flatMap((category) => leavesOf(category, pack))),
  };
}

/** The categories that cases have: those below, each in the group of its top one. */
function leavesOf({ id, title, children = [] }: Category, pack: Texts['pack']): readonly Choice[] {
  if (children.length === 0) return [{ value: id, title: pack(title) }];
  return children.map((child) => ({ value: child.id, title: pack(child.title), group: pack(title) }));
}
