import type { Answer, Lookup } from '../../kernel/bpmn/commands.ts';
import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import { resolveVoters } from '../../kernel/organization/resolve-voters.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { chosenSuccessors } from '../organization/chosen-successors.ts';
import { frameToday, lineUpFrom } from '../organization/frame-today.ts';
import { organizationOf } from '../organization/organization-in.ts';
import { holdersForStep } from '../organization/holders-for-step.ts';

interface Asking {
  /** The instance whose step asks. */
  readonly id: string;
  readonly release: CompiledRelease;
  readonly now: Instant;
}

/**
 * Answers what a step asks about the world: who gets work for a post. Only the areas on the way up matter, so only
 * their holders are read.
 *
 * @returns one answer per look-up, in order
 */
export async function answerLookups(
  context: Context,
  tx: Transaction,
  { id, release, now }: Asking,
  lookups: readonly Lookup[],
): Promise<readonly Answer[]> {
  if (lookups.length === 0) return [];
  const today = localDate(now);
  const frame = frameToday(context, await context.releases.inForce(tx), release);
  const named = [...new Set(lookups.flatMap(areasOf))].map((area) => ({ post: '', area }));
  const chosen = await chosenSuccessors(context, tx, frame, { id, today }, named);
  const placeOf = new Map(named.map(({ area }, nth) => [area, chosen[nth]?.area ?? area]));
  const areas = [...new Set([...placeOf.values()].flatMap((area) => lineUpFrom(frame, area, today)))];
  const organization = organizationOf(frame, await holdersForStep(context, tx, id, areas));
  const place = (area: string): string => placeOf.get(area) ?? area;
  return lookups.map((lookup) =>
    lookup.kind === 'voters'
      ? resolveVoters(organization, { ...lookup, areas: lookup.areas.map(place) }, today)
      : resolvePosition(organization, { ...lookup, area: place(lookup.area) }, today),
  );
}

/** Where a look-up asks. */
function areasOf(lookup: Lookup): readonly string[] {
  return lookup.kind === 'voters' ? lookup.areas : [lookup.area];
}
