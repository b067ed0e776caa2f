import { kindOfFile } from '../../kernel/compilation/file-kinds.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { PackFile } from '../../kernel/release/definitions.ts';
import { listFiles } from '../reading/written-definitions.ts';
import { lastingPlace } from './value-signatures.ts';

/** What a pack says about the values of one definition; places are inside the definition. */
export interface SaidAbout {
  readonly assumed: readonly { readonly place: string; readonly reason: string }[];
  readonly sources: readonly { readonly place: string; readonly document: string; readonly passage: string }[];
}

/** Where the values of a definition come from, and which of them no source prints. */
export function saidAbout(
  { sources, assumed }: Pick<PackFile, 'sources' | 'assumed'>,
  pack: PackFolder,
  { file, id }: { readonly file: string; readonly id: string },
): SaidAbout {
  const kind = kindOfFile(file);
  const list = kind === null ? undefined : listFiles[kind];
  const inside = (said: string): string | null => {
    const [path = '', at = ''] = said.split(/#(.*)/s);
    if (path !== file) return null;
    if (!list) return at;
    // What is said of the whole list is said of none of its items.
    const place = lastingPlace(pack, path, at);
    const item = `/${list.list}/${id}`;
    return place === item ? '' : place.startsWith(`${item}/`) ? place.slice(item.length) : null;
  };
  return {
    assumed: assumed.flatMap(({ path, reason }) => {
      const place = inside(path);
      return place === null ? [] : [{ place, reason }];
    }),
    sources: sources.flatMap(({ definition, document, passage }) => {
      const place = inside(definition);
      return place === null ? [] : [{ place, document, passage }];
    }),
  };
}
