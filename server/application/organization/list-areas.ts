import { downwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor } from '../policy/policy.ts';

/** An area as screens show it. */
export interface AreaView {
  readonly code: string;
  readonly name: string;
  readonly type: Area['type'];
  readonly kind: NonNullable<Area['kind']> | null;
  readonly parent: string | null;
}

export function areaView({ code, name, type, kind, parent }: Area): AreaView {
  return { code, name, type, kind: kind ?? null, parent };
}

/** The areas somebody has any work in, parents before children; the areas above them are not told. */
export function listAreas(actor: Actor): readonly AreaView[] {
  const seen = areasFor(actor).flatMap((code) => downwardsFrom(actor.tree, code));
  return [...new Set(seen)].map(areaView);
}
