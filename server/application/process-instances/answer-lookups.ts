import type { Answer, Lookup } from '../../kernel/bpmn/commands.ts';
import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import { resolveVoters } from '../../kernel/organization/resolve-voters.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { holdersAt, rememberAsked } from '../organization/expected-holders.ts';
import { keepAssignments, organizationOf } from '../organization/organization-in.ts';

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
  const { tree } = context.releases.organizationFrame(release);
  const asked = lookups.flatMap((lookup) => (lookup.kind === 'voters' ? lookup.areas : [lookup.area]));
  const areas = [...new Set(asked.flatMap((from) => upwardsFrom(tree, from).map((area) => area.code)))];
  const assignments = await holdersAt(context, tx, areas);
  rememberAsked(context, id, areas);
  keepAssignments(tx, areas, assignments);
  const organization = organizationOf(context, release, assignments);
  const today = localDate(now);
  return lookups.map((lookup) =>
    lookup.kind === 'voters'
      ? resolveVoters(organization, lookup, today)
      : resolvePosition(organization, lookup, today),
  );
}
