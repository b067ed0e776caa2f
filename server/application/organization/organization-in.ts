import { positionKey, type Organization } from '../../kernel/organization/holders.ts';
import type { PostAssignment } from '../../kernel/organization/organization.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';

/**
 * The organization as far as some areas are concerned: the pinned tree and posts, and who holds (or held) posts there.
 *
 * @param areas codes of the areas whose holders matter
 */
export async function organizationIn(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  areas: readonly string[],
): Promise<Organization> {
  return organizationOf(context, release, await readAssignmentsAt(tx, context.tenant, areas));
}

/** The organization of a release with assignments that were read. */
export function organizationOf(
  context: Context,
  release: CompiledRelease,
  assignments: readonly PostAssignment[],
): Organization {
  return {
    ...context.releases.organizationFrame(release),
    assignments: Map.groupBy(assignments, (assignment) => positionKey(assignment)),
    assignmentsByPerson: Map.groupBy(assignments, (assignment) => assignment.person),
  };
}
