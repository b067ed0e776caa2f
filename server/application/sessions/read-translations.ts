import type { TranslationsFile } from '../../kernel/release/definitions.ts';
import { ownTitles } from '../../packs/reading/written-definitions.ts';
import { clockTellings } from '../clocks/tell-of-clock.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor } from '../policy/policy.ts';
import { releasesWithin } from '../releases/releases-within.ts';

/** English of titles that the program itself gives; what a pack says of the same words counts. */
const programTitles = Object.fromEntries(
  [...Object.values(clockTellings), ...Object.values(ownTitles)].map(({ zh, en }) => [zh, en]),
);

/**
 * English of what somebody may come to read: of the tenant's own texts, and of those of their areas.
 *
 * @param actor null before anybody is signed in
 */
export async function readTranslations(context: Context, actor: Actor | null): Promise<TranslationsFile> {
  const live = await context.database.read((tx) => context.releases.inForce(tx));
  const areas = actor === null ? [] : areasFor(actor);
  return Object.assign(
    {},
    programTitles,
    live.root.release.english,
    ...releasesWithin(live, areas).map(({ english }) => english),
  ) as TranslationsFile;
}
