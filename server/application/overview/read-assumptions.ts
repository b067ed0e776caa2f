import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor } from '../policy/policy.ts';
import { releasesWithin } from '../releases/releases-within.ts';

/** Values of a pack that no source prints, and where each definition comes from. */
export interface PackAssumptions {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly assumed: readonly { readonly definition: string; readonly what: string; readonly reason: string }[];
  readonly sources: readonly { readonly definition: string; readonly document: string; readonly passage: string }[];
}

/** What the releases assume that somebody's areas run on now, and what they rest on. */
export async function readAssumptions(context: Context, actor: Actor): Promise<readonly PackAssumptions[]> {
  const live = await context.database.read((tx) => context.releases.inForce(tx));
  return releasesWithin(live, areasFor(actor)).map(({ manifest, title, assumed, sources }) => ({
    id: manifest.pack,
    version: manifest.version,
    title,
    assumed: assumed.map(({ definition, what, reason }) => ({ definition, what, reason })),
    sources: [...sources],
  }));
}
