import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
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
    { id, version, title: release.title, assumed: release.assumed.map(assumption), sources: [...release.sources] },
  ];
}

/** `posts.json#/posts/grid-head/min` is the value `/posts/grid-head/min` of the definition `posts.json`. */
function assumption({ path, reason }: CompiledRelease['assumed'][number]): PackAssumptions['assumed'][number] {
  const [definition = path, what = ''] = path.split('#');
  return { definition, what, reason };
}
