import { areaTree, downwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';

/** An area of the pack and all below it, the area itself first; empty when there is no such area. */
export function withDescendantsOf(definitions: EffectiveDefinitions, code: string): readonly Area[] {
  return downwardsFrom(areaTree(definitions.areas.map((area) => area.value)), code);
}
