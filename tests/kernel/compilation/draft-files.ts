import { packArgument } from '../../../server/packs/pack-argument.ts';
import type { DraftFiles } from '../../../studio/simulator/compile-draft.ts';

/** The files of a shipped pack and of the packs below it, as a browser gets those of a draft. */
export async function draftFilesOf(pack: string, below: readonly string[] = ['base']): Promise<DraftFiles> {
  const packs = await Promise.all(
    [...below, pack].map(async (id) => {
      const found = await packArgument(id).find(id);
      const files = [...(found?.folder.files.values() ?? [])];
      return { id, files: Object.fromEntries(files.map(({ path, text }) => [path, text])) };
    }),
  );
  return { pack, packs };
}

/** The same files with one of them written anew, or without it. */
export function withFile(draft: DraftFiles, path: string, change: (text: string) => string | null): DraftFiles {
  const packs = draft.packs.map((pack) => {
    const files = Object.entries(pack.files).flatMap(([file, text]) => {
      const written = file === path ? change(text) : text;
      return written === null ? [] : [[file, written] as const];
    });
    return { ...pack, files: Object.fromEntries(files) };
  });
  return { ...draft, packs };
}
