import { errorAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { EffectiveDefinitions } from '../../kernel/compilation/effective-definitions.ts';

/** Files no street can do without, once it has work to do; a pack that only others stand on needs none of them. */
const needed = ['areas', 'posts', 'roles', 'limits'] as const;

/** The files a street's pack lacks, here and in every pack it stands on. */
export function missingFiles(definitions: EffectiveDefinitions): readonly PackFault[] {
  const { caseTypes, meetings, ledgers, packs, top } = definitions;
  if (caseTypes.length + meetings.length + ledgers.length === 0) return [];
  const missing = needed.filter((kind) => !packs.some((pack) => pack.files.has(`${kind}.json`)));
  return missing.map((kind) =>
    errorAt({ pack: top.id, file: `${kind}.json`, place: '' }, 'pack-incomplete', {
      zh: `配置包和它下面的包都没有 ${kind}.json。请补上。`,
      en: `Neither this pack nor one it stands on has ${kind}.json. Add it.`,
    }),
  );
}
