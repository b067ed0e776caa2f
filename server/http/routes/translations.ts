import { readTranslations } from '../../application/sessions/read-translations.ts';
import * as contract from '../contract/translations.ts';
import { type Door, openRoute } from '../route.ts';

/** English of the packs' texts. */
export function translationRoutes(door: Door): void {
  const { context } = door;
  openRoute(door, contract.readTranslations, async ({ actor }) => ({ texts: await readTranslations(context, actor) }));
}
