import type { TranslationsFile } from '../release/definitions.ts';
import type { PackDefinitions, Written } from './pack-definitions.ts';

/** Kinds whose definitions have an id; of two with the same id the one of the pack nearer to the street counts. */
type ById =
  | 'posts'
  | 'roles'
  | 'limits'
  | 'caseTypes'
  | 'forms'
  | 'calendars'
  | 'ladders'
  | 'meetings'
  | 'ledgers'
  | 'notices';

/** What holds after inheritance: a street's pack over the packs it extends, definition by definition. */
export type EffectiveDefinitions = Pick<
  PackDefinitions,
  ById | 'codePatterns' | 'areas' | 'areaChanges' | 'processes' | 'decisions' | 'people' | 'demoCases' | 'scenarios'
> & {
  readonly packs: readonly PackDefinitions[];
  /** The pack asked for. */
  readonly top: PackDefinitions;
  readonly english: TranslationsFile;
};

/**
 * Resolves inheritance. Areas, and invented people, are taken whole from the nearest pack that writes any; processes and
 * decisions are resolved by their ids when they are compiled; demo cases and scenarios are the pack's own.
 *
 * @param packs the chain, the most general first
 */
export function effectiveDefinitions(packs: readonly [...PackDefinitions[], PackDefinitions]): EffectiveDefinitions {
  const top = packs[packs.length - 1] as PackDefinitions;
  const nearest = packs.findLast((pack) => pack.areas.length > 0) ?? top;
  return {
    packs,
    top,
    codePatterns: nearest.codePatterns,
    areas: nearest.areas,
    areaChanges: nearest.areaChanges,
    posts: overriding(packs, (pack) => pack.posts),
    roles: overriding(packs, (pack) => pack.roles),
    limits: overriding(packs, (pack) => pack.limits),
    caseTypes: overriding(packs, (pack) => pack.caseTypes),
    forms: overriding(packs, (pack) => pack.forms),
    calendars: overriding(packs, (pack) => pack.calendars),
    ladders: overriding(packs, (pack) => pack.ladders),
    meetings: overriding(packs, (pack) => pack.meetings),
    ledgers: overriding(packs, (pack) => pack.ledgers),
    notices: overriding(packs, (pack) => pack.notices),
    processes: packs.flatMap((pack) => pack.processes),
    decisions: packs.flatMap((pack) => pack.decisions),
    people: packs.findLast((pack) => pack.people.length > 0)?.people ?? [],
    demoCases: top.demoCases,
    scenarios: top.scenarios,
    english: Object.assign(
      {},
      ...packs.flatMap((pack) =>
        pack.translations.filter((file) => file.file === 'translations/en.json').map((file) => file.value),
      ),
    ),
  };
}

function overriding<Value extends { readonly id: string }>(
  packs: readonly PackDefinitions[],
  of: (pack: PackDefinitions) => readonly Written<Value>[],
): readonly Written<Value>[] {
  return [
    ...new Map(packs.flatMap((pack) => of(pack).map((written) => [written.value.id, written] as const))).values(),
  ];
}
