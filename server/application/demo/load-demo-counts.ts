import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { organizationOf, type Organization } from '../../kernel/organization/holders.ts';
import { insertCopies, readCopies, type CaseRows } from '../../database/case-copies.ts';
import { readPersonNames } from '../../database/person-names.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { copyCase } from './copy-case.ts';
import { copyPattern, weekMs, type CopyPattern } from './copy-targets.ts';
import { copyWords } from './copy-words.ts';
import { placeIn, placesOf, type DemoPlaces } from './demo-places.ts';
import { numberCopies } from './number-copies.ts';
import { planCopies, type PlannedCopy } from './plan-copies.ts';
import { seededDice } from './seeded-dice.ts';

/** What the street of the source had: 2,505 cases, 2,451 of them closed (97.8 %). */
export const sourceFigures = { cases: 2505, closed: 2451 } as const;

const casesPerStatement = 150;

/**
 * Brings the invented cases up to the figures of the source: cases the application has handled are copied into other
 * grids and earlier weeks, to the people who hold the same posts there, until as many are closed and open. Copies of open
 * cases are in hand now and can be worked on. No worker may run meanwhile.
 *
 * @param renumber whether all cases may get new numbers in the order of their reports; else copies are numbered after
 * @param wanted the figures
 * @returns how many there are then
 */
export async function loadDemoCounts(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  renumber: boolean,
  report: (done: number, of: number) => void,
  wanted: { readonly cases: number; readonly closed: number } = sourceFigures,
): Promise<{ readonly cases: number; readonly closed: number }> {
  const { tenant } = context;
  const there = await readThere(tx, tenant, release);
  const { organization, patterns, closed, open } = there;
  const isOpen = (pattern: CopyPattern): boolean => pattern.isOpen;
  const planned = [
    ...planCopies(
      release,
      organization,
      patterns.filter((one) => !isOpen(one)),
      wanted.closed - closed,
    ),
    ...planCopies(release, organization, patterns.filter(isOpen), wanted.cases - wanted.closed - open),
  ].toSorted((one, other) => (one.reportedAt < other.reportedAt ? -1 : 1));
  const numbers = await numberCopies(tx, tenant, release, there.rows, planned, renumber);
  const numbered = planned.map((copy, index) => ({ ...copy, number: numbers[index] ?? '' }));
  for (let at = 0; at < numbered.length; at += casesPerStatement) {
    await insertCopies(tx, copiesOf(release, there, numbered.slice(at, at + casesPerStatement)));
    report(Math.min(at + casesPerStatement, numbered.length), numbered.length);
  }
  return {
    cases: closed + open + planned.length,
    closed: closed + planned.filter(({ pattern }) => !pattern.isOpen).length,
  };
}

/** The cases there are, and who could have handled them elsewhere. */
interface There {
  readonly rows: readonly CaseRows[];
  readonly closed: number;
  readonly open: number;
  readonly patterns: readonly CopyPattern[];
  readonly organization: Organization;
  readonly names: ReadonlyMap<string, string>;
  readonly places: DemoPlaces;
  readonly dice: (count: number) => number;
}

async function readThere(tx: Transaction, tenant: string, release: CompiledRelease): Promise<There> {
  const cases = await tx.query<{ id: string; status: string }>(
    `select id, status from case_record where tenant_id = $1 and status <> 'cancelled'`,
    [tenant],
  );
  const ids = cases.map(({ id }) => id);
  const rows = [...(await readCopies(tx, tenant, ids)).values()];
  const areas = release.areas.map(({ code }) => code);
  const assignments = await readAssignmentsAt(tx, tenant, areas);
  const organization = organizationOf({ areas: release.areas, posts: release.posts, assignments });
  const people = [...new Set(assignments.map(({ person }) => person))];
  const closed = cases.filter(({ status }) => status === 'closed').length;
  return {
    rows,
    organization,
    closed,
    open: cases.length - closed,
    patterns: rows.map((one) => copyPattern(one, organization, tx.now)).filter((one) => one !== null),
    names: await readPersonNames(tx, tenant, people),
    places: placesOf(release, rows),
    dice: seededDice(2),
  };
}

function copiesOf(
  release: CompiledRelease,
  { names, places, dice }: There,
  planned: readonly (PlannedCopy & { readonly number: string })[],
): readonly CaseRows[] {
  return planned.map(({ pattern, exchanged, weeks, number }) => {
    const place = placeIn(places, exchanged.get(pattern.area) ?? pattern.area, dice);
    const words = copyWords(release, pattern, exchanged, names, { number, place });
    return copyCase(pattern.rows, { exchanged, number, place, words, earlierMs: weeks * weekMs });
  });
}
