import { readAssignmentsAt, type StoredAssignment } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';

/** So many instances are remembered in a process, those that were asked about last. */
const mostRemembered = 20_000;

/** Of each instance, the areas whose holders its last step asked for. It is no answer, only what to ask. */
const asked = new WeakMap<Context, Map<string, readonly string[]>>();

interface Expected {
  readonly areas: ReadonlySet<string>;
  readonly assignments: Promise<readonly StoredAssignment[]>;
}

const expected = new WeakMap<Transaction, Expected>();

/** Remembers whose holders a step of an instance has asked for: its next step will most likely ask for the same. */
export function rememberAsked(context: Context, instance: string, areas: readonly string[]): void {
  const remembered = asked.get(context) ?? new Map<string, readonly string[]>();
  asked.set(context, remembered);
  remembered.delete(instance); // so that it comes last
  remembered.set(instance, areas);
  const [oldest] = remembered.size > mostRemembered ? remembered.keys() : [];
  if (oldest !== undefined) remembered.delete(oldest);
}

/**
 * Asks who holds posts where the last step of an instance asked for it, together with the instance itself: that saves
 * the step a round trip. Call it after the instance's lock was asked for, so that the answer is no older than that.
 */
export function expectHolders(context: Context, tx: Transaction, instance: string): void {
  const areas = asked.get(context)?.get(instance);
  if (areas === undefined) return;
  const assignments = readAssignmentsAt(tx, context.tenant, areas);
  void Promise.allSettled([assignments]); // whoever awaits it is told
  expected.set(tx, { areas: new Set(areas), assignments });
}

/** Who holds posts at areas, by what was asked already, or by asking now; an answer counts for one step. */
export async function holdersAt(
  context: Context,
  tx: Transaction,
  areas: readonly string[],
): Promise<readonly StoredAssignment[]> {
  const known = expected.get(tx);
  expected.delete(tx);
  if (!known || areas.some((area) => !known.areas.has(area))) return readAssignmentsAt(tx, context.tenant, areas);
  return (await known.assignments).filter(({ area }) => areas.includes(area));
}
