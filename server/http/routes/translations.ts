import * as contract from '../contract/translations.ts';
import { type Door, openRoute } from '../route.ts';

/** English of the packs' texts. */
export function translationRoutes(door: Door): void {
  const { context } = door;
  openRoute(door, contract.readTranslations, async () => {
    const release = await context.database.read((tx) => context.releases.current(tx));
    return { texts: release.english };
  });
}
