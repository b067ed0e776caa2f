import type { Context } from '../context.ts';

/** Values of a pack that no source prints, and where each definition comes from. */
export interface PackAssumptions {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly assumed: readonly { readonly definition: string; readonly what: string; readonly reason: string }[];
  readonly sources: readonly { readonly definition: string; readonly document: string; readonly passage: string }[];
}

/** What the release that is effective now assumes, and what it rests on. */
export async function readAssumptions(context: Context): Promise<readonly PackAssumptions[]> {
  const release = await context.database.read((tx) => context.releases.current(tx));
  const { pack: id, version } = release.manifest;
  return [
    {
      id,
      version,
      title: release.title,
      assumed: release.assumed.map(({ definition, what, reason }) => ({ definition, what, reason })),
      sources: [...release.sources],
    },
  ];
}
