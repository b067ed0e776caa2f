import { caseNumber, counterKey } from '../../kernel/cases/number-case.ts';
import { textIn, type Instant } from '../../kernel/json.ts';
import type { Organization } from '../../kernel/organization/holders.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { CaseTypeFile } from '../../kernel/release/definitions.ts';
import {
  insertCopies,
  readCopies,
  renumberCases,
  setCounters,
  type CaseRows,
  type Renumbered,
} from '../../database/case-copies.ts';
import { readPersonNames } from '../../database/person-names.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import { organizationOf } from '../../kernel/organization/holders.ts';
import type { Context } from '../context.ts';
import { copyCase } from './copy-case.ts';
import { carriedTo, copyPattern, sameHours, weekMs, type CopyPattern } from './copy-targets.ts';
import { placeIn, placesOf } from './demo-places.ts';
import { seededDice } from './seeded-dice.ts';

/**
 * What the street of the source had: 2,505 cases, 2,451 of them closed (97.8 %). Cited in the pack's README.
 */
export const sourceFigures = { cases: 2505, closed: 2451 } as const;

/** How many weeks back copies reach: what is shown is about one year. */
const weeksBack = 50;
const casesPerStatement = 150;

/** One copy to be made. */
interface PlannedCopy {
  readonly pattern: CopyPattern;
  readonly exchanged: ReadonlyMap<string, string>;
  readonly weeks: number;
  readonly reportedAt: Instant;
}

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
  const live = await tx.query<{ id: string; status: string }>(
    'select id, status from case_record where tenant_id = $1',
    [tenant],
  );
  const closed = live.filter(({ status }) => status === 'closed').length;
  const open = live.filter(({ status }) => status === 'open').length;
  const rows = await readCopies(
    tx,
    tenant,
    live.map(({ id }) => id),
  );
  const assignments = await readAssignmentsAt(
    tx,
    tenant,
    release.areas.map(({ code }) => code),
  );
  const organization = organizationOf({ areas: release.areas, posts: release.posts, assignments });
  const patterns = [...rows.values()]
    .map((one) => copyPattern(one, organization, tx.now))
    .filter((one) => one !== null);
  const planned = [
    ...planCopies(
      release,
      organization,
      patterns.filter(({ isOpen }) => !isOpen),
      wanted.closed - closed,
    ),
    ...planCopies(
      release,
      organization,
      patterns.filter(({ isOpen }) => isOpen),
      wanted.cases - wanted.closed - open,
    ),
  ].toSorted((one, other) => (one.reportedAt < other.reportedAt ? -1 : 1));
  const numbers = await numberAll(tx, tenant, release, [...rows.values()], planned, renumber);
  const names = await readPersonNames(tx, tenant, [...new Set(assignments.map(({ person }) => person))]);
  const places = placesOf(release, [...rows.values()]);
  const dice = seededDice(2);
  for (let at = 0; at < planned.length; at += casesPerStatement) {
    const copies = planned.slice(at, at + casesPerStatement).map(({ pattern, exchanged, weeks }, index) => {
      const place = placeIn(places, exchanged.get(pattern.area) ?? pattern.area, dice);
      const number = numbers[at + index] ?? '';
      return copyCase(pattern.rows, {
        exchanged,
        number,
        place,
        earlierMs: weeks * weekMs,
        words: wordsOf(release, pattern, exchanged, names, { number, place }),
      });
    });
    await insertCopies(tx, copies);
    report(Math.min(at + casesPerStatement, planned.length), planned.length);
  }
  return {
    cases: live.length + planned.length,
    closed: closed + planned.filter(({ pattern }) => !pattern.isOpen).length,
  };
}

/** As many copies as are wanted, spread over grids and weeks by dice that always fall alike. */
function planCopies(
  release: CompiledRelease,
  organization: Organization,
  patterns: readonly CopyPattern[],
  wanted: number,
): readonly PlannedCopy[] {
  const dice = seededDice(1);
  const grids = release.areas.filter(({ type }) => type === 'grid').map(({ code }) => code);
  const [calendar] = release.calendars.values();
  const planned: PlannedCopy[] = [];
  const mostThrows = wanted * 200;
  for (let thrown = 0; planned.length < wanted && thrown < mostThrows && calendar; thrown += 1) {
    const pattern = patterns[thrown % patterns.length];
    const grid = grids[dice(grids.length)];
    if (!pattern || grid === undefined) break;
    const weeks = pattern.isOpen ? 0 : 1 + dice(weeksBack);
    if (!sameHours(calendar, pattern, weeks)) continue;
    const exchanged = grid === pattern.area && weeks === 0 ? null : carriedTo(pattern, organization, grid, weeks, dice);
    const reportedAt = new Date(Date.parse(pattern.reportedAt) - weeks * weekMs).toISOString();
    if (exchanged) planned.push({ pattern, exchanged, weeks, reportedAt });
  }
  return planned;
}

/** Numbers for the copies in the order of their reports, and the counters behind them. */
async function numberAll(
  tx: Transaction,
  tenant: string,
  release: CompiledRelease,
  there: readonly CaseRows[],
  planned: readonly PlannedCopy[],
  renumber: boolean,
): Promise<readonly string[]> {
  const counters = new Map<string, number>();
  if (!renumber)
    for (const row of await tx.query<{ key: string; value: number }>(
      'select key, value from case_counter where tenant_id = $1',
      [tenant],
    ))
      counters.set(row.key, row.value);
  const next = (caseType: CaseTypeFile | undefined, at: Instant): string => {
    if (!caseType) throw new Error('a case is of a type the release does not have');
    const key = counterKey(caseType.id, caseType.numbering, at);
    const value = (counters.get(key) ?? 0) + 1;
    counters.set(key, value);
    return caseNumber(caseType.numbering, at, value);
  };
  const typeOf = (rows: CaseRows): CaseTypeFile | undefined =>
    release.caseTypes.get(textIn(rows.case_record[0]?.['case_type']));
  const numbers: string[] = [];
  const renumbered: Renumbered[] = [];
  const all = [
    ...planned.map((copy, index) => ({ at: copy.reportedAt, rows: copy.pattern.rows, copy: index })),
    ...(renumber ? there.map((rows) => ({ at: reportOf(rows), rows, copy: null })) : []),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const { at, rows, copy } of all) {
    const number = next(typeOf(rows), at);
    if (copy !== null) numbers[copy] = number;
    else
      renumbered.push({
        case: textIn(rows.case_record[0]?.['id']),
        from: textIn(rows.case_record[0]?.['number']),
        to: number,
      });
  }
  await renumberCases(tx, tenant, renumbered);
  await setCounters(tx, tenant, counters);
  return numbers;
}

function reportOf(rows: CaseRows): Instant {
  return new Date(textIn(rows.case_record[0]?.['received_at'])).toISOString();
}

/** What people read in a copy instead. */
function wordsOf(
  release: CompiledRelease,
  pattern: CopyPattern,
  exchanged: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  { number, place }: { readonly number: string; readonly place: string },
): ReadonlyMap<string, string> {
  const [record] = pattern.rows.case_record;
  const called = (id: string): string | undefined =>
    names.get(id) ?? release.areas.find(({ code }) => code === id)?.name;
  const words = [...exchanged].flatMap(([from, to]) => {
    const [was, is] = [called(from), called(to)];
    return was === undefined || is === undefined || was === is ? [] : [[was, is] as const];
  });
  return new Map([
    [textIn(record?.['number']), number] as const,
    [textIn(record?.['place']), place] as const,
    ...words,
  ]);
}
