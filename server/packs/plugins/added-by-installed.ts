import { addedBy, type AddedByPlugins } from '../../kernel/release/added-by-plugins.ts';
import { readPlugins } from './read-plugins.ts';

/** What the plugins add that lie in `plugins/` now. */
export async function addedByInstalled(): Promise<AddedByPlugins> {
  const { found } = await readPlugins();
  return addedBy(found.map(({ manifest }) => manifest));
}
