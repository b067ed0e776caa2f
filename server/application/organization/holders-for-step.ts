import { readAssignmentsAt, type StoredAssignment } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';

/** So many instances are remembered in a process, those that were asked about last. */
const mostRemembered = 20_000;

/** Of each instance, the areas whose holders its last step asked for. It is no answer, only what to ask. */
const asked = new WeakMap<Context, Map<string, readonly string[]>>();

/** What a transaction has read of holders. */
interface Read {
  readonly areas: ReadonlySet<string>;
  readonly assignments: Promise<readonly StoredAssignment[]>;
  /** `expected` is for the next step alone; `kept` is what the last step went by. */
  readonly for: 'expected' | 'kept';
}

const read = new WeakMap<Transaction, Read>();

/**
 * Asks who holds posts where the last step of an instance asked for it, together with the instance itself: that saves
 * the step a round trip. Call it after the instance's lock was asked for, so that the answer is no older than that.
 */
export function expectHolders(context: Context, tx: Transaction, instance: string): void {
  const areas = asked.get(context)?.get(instance);
  if (areas === undefined) return;
  const assignments = readAssignmentsAt(tx, context.tenant, areas);
  void Promise.allSettled([assignments]); // whoever awaits it is told
  read.set(tx, { areas: new Set(areas), assignments, for: 'expected' });
}

/**
 * Who holds posts at areas, for a step of an instance: by what was expected, or by asking now. What a step goes by is kept,
 * so that telling who has the next user task asks for nothing again; the next step asks anew.
 */
export async function holdersForStep(
  context: Context,
  tx: Transaction,
  instance: string,
  areas: readonly string[],
): Promise<readonly StoredAssignment[]> {
  const assignments = await holdersIn(context, tx, areas, 'expected');
  read.set(tx, { areas: new Set(areas), assignments: Promise.resolve(assignments), for: 'kept' });
  rememberAsked(context, instance, areas);
  return assignments;
}

/** Who holds posts at areas, as the last step of this transaction has read it, or read now. */
export function holdersAt(
  context: Context,
  tx: Transaction,
  areas: readonly string[],
): Promise<readonly StoredAssignment[]> {
  return holdersIn(context, tx, areas, 'kept');
}

async function holdersIn(
  context: Context,
  tx: Transaction,
  areas: readonly string[],
  from: Read['for'],
): Promise<readonly StoredAssignment[]> {
  const known = read.get(tx);
  if (known?.for !== from || areas.some((area) => !known.areas.has(area)))
    return readAssignmentsAt(tx, context.tenant, areas);
  return (await known.assignments).filter(({ area }) => areas.includes(area));
}

/** The next step of an instance will most likely ask for the same. */
function rememberAsked(context: Context, instance: string, areas: readonly string[]): void {
  const remembered = asked.get(context) ?? new Map<string, readonly string[]>();
  asked.set(context, remembered);
  remembered.delete(instance); // so that it comes last
  remembered.set(instance, areas);
  const [oldest] = remembered.size > mostRemembered ? remembered.keys() : [];
  if (oldest !== undefined) remembered.delete(oldest);
}
