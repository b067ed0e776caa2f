import { positionKey, type Organization } from '../../kernel/organization/holders.ts';
import type { PostAssignment } from '../../kernel/organization/organization.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { OrganizationFrame } from '../releases/release-store.ts';
import { frameToday } from './frame-today.ts';

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
  const frame = frameToday(context, await context.releases.inForce(tx), release);
  return organizationOf(frame, await readAssignmentsAt(tx, context.tenant, areas));
}

/** The organization of every area that an instance's work may come to lie at, for what may go to any post of a street. */
export async function wholeOrganization(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
): Promise<Organization> {
  const frame = frameToday(context, await context.releases.inForce(tx), release);
  return organizationOf(frame, await readAssignmentsAt(tx, context.tenant, [...frame.tree.areas.keys()]));
}

/** Areas and posts with assignments that were read. */
export function organizationOf(frame: OrganizationFrame, assignments: readonly PostAssignment[]): Organization {
  return {
    ...frame,
    assignments: Map.groupBy(assignments, (assignment) => positionKey(assignment)),
    assignmentsByPerson: Map.groupBy(assignments, (assignment) => assignment.person),
  };
}
