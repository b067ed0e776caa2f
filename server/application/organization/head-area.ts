import type { Area } from '../../kernel/organization/organization.ts';

/**
 * The area the installed pack is for: from the top down while there is only one way. For a county with one street that
 * is the street, for a county with many the county.
 *
 * @param areas areas of a release
 * @throws Error when there is none
 */
export function headArea(areas: readonly Area[]): Area {
  const below = (code: string | null): readonly Area[] => areas.filter((area) => area.parent === code);
  let [head] = below(null);
  if (head === undefined) throw new Error('the release has no area');
  for (let next = below(head.code); next.length === 1 && next[0] !== undefined; next = below(head.code)) {
    if (next[0].type === 'grid') break;
    head = next[0];
  }
  return head;
}
