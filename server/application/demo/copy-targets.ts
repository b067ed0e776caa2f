import type { Calendar } from '../../kernel/calendar/calendar.ts';
import { openingHours } from '../../kernel/calendar/opening-hours.ts';
import { parseDay } from '../../kernel/civil-day.ts';
import { isJsonArray, isJsonObject, textIn, type Instant, type Json } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { holdersOf, type Organization, type PostAt } from '../../kernel/organization/holders.ts';
import type { CaseRows } from '../../database/case-copies.ts';

/** What copies of a case need to know of it. */
export interface CopyPattern {
  readonly id: string;
  readonly rows: CaseRows;
  readonly area: string;
  readonly isOpen: boolean;
  readonly reportedAt: Instant;
  /** First and last day that it knows, due days included. */
  readonly days: readonly [first: number, last: number];
  /** People by the positions they acted in. */
  readonly people: ReadonlyMap<string, readonly PostAt[]>;
  /** Positions that must have a holder, or the work would have gone elsewhere. */
  readonly positions: readonly PostAt[];
}

/**
 * A case as a pattern for copies.
 *
 * @returns null for one that cannot be carried to another grid: work went past a vacant post or up a ladder, or somebody
 *   acted in no post that is known
 */
export function copyPattern(rows: CaseRows, organization: Organization, now: Instant): CopyPattern | null {
  const [record] = rows.case_record;
  if (!record || rows.process_instance.length !== 1) return null;
  if (
    rows.history_step.some(
      ({ events }) => isJsonArray(events) && events.some((event) => isJsonObject(event) && isPassedOn(event)),
    )
  )
    return null;
  const area = textIn(record['area']);
  const people = new Map<string, PostAt[]>();
  const acted = (person: Json | undefined, position: PostAt): void => {
    if (typeof person === 'string') people.set(person, [...(people.get(person) ?? []), position]);
  };
  const tasks = rows.user_task.map((row) => ({
    row,
    position: { post: textIn(row['post']), area: textIn(row['area']) },
  }));
  for (const { row, position } of tasks) acted(row['completed_by'], position);
  const reporter = textIn(record['first_receiver']);
  const reported = { post: textIn(record['reporter_post']), on: localDate(textIn(record['reported_at'])) };
  const at = upwardsFrom(organization.tree, area).find((upper) =>
    holdersOf(organization, { post: reported.post, area: upper.code }, reported.on).some(
      ({ person }) => person === reporter,
    ),
  );
  if (!at) return null;
  acted(reporter, { post: reported.post, area: at.code });
  const told = rows.notification.map(({ person_id: person }) => person).filter((person) => typeof person === 'string');
  if (told.some((person) => !people.has(person))) return null;
  const dates = [...instantsIn(rows)].map((instant) => parseDay(localDate(instant)) ?? 0);
  return {
    id: textIn(record['id']),
    rows,
    area,
    isOpen: record['status'] === 'open',
    reportedAt: new Date(textIn(record['reported_at']) || now).toISOString(),
    days: [Math.min(...dates), Math.max(...dates)],
    people,
    positions: tasks.map(({ position }) => position),
  };
}

function isPassedOn(event: { readonly [name: string]: Json }): boolean {
  const vacant = event['vacant'];
  return event['type'] === 'user-task-reassigned' || (Array.isArray(vacant) && vacant.length > 0);
}

function* instantsIn(rows: CaseRows): Generator<Instant> {
  const text = JSON.stringify([rows.case_record, rows.user_task, rows.timer]);
  for (const [found] of text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)/g))
    yield new Date(found).toISOString();
}

/** Where a copy happens, and by whom: areas and people by those of the pattern; null where posts have nobody. */
export function carriedTo(
  pattern: CopyPattern,
  organization: Organization,
  grid: string,
  weeks: number,
  pick: (count: number) => number,
): ReadonlyMap<string, string> | null {
  const [from, to] = [upwardsFrom(organization.tree, pattern.area), upwardsFrom(organization.tree, grid)];
  if (from.length !== to.length) return null;
  const areas = new Map(from.map((area, depth) => [area.code, to[depth]?.code ?? area.code]));
  const there = ({ post, area }: PostAt): PostAt => ({ post, area: areas.get(area) ?? area });
  const day = localDate(new Date(Date.parse(pattern.reportedAt) - weeks * weekMs).toISOString());
  const holders = (position: PostAt): readonly string[] =>
    holdersOf(organization, there(position), day).map(({ person }) => person);
  if (pattern.positions.some((position) => holders(position).length === 0)) return null;
  const exchanged = new Map(areas);
  for (const [person, positions] of pattern.people) {
    const [first = [], ...others] = positions.map(holders);
    const able = first.filter((candidate) => others.every((list) => list.includes(candidate)));
    const chosen = able[pick(able.length)];
    if (chosen === undefined) return null;
    exchanged.set(person, chosen);
  }
  return exchanged;
}

export const weekMs = 7 * 86_400_000;

/** Whether so many weeks earlier every day of a case had the same hours: no holiday and no make-up day in between. */
export function sameHours(calendar: Calendar, { days: [first, last] }: CopyPattern, weeks: number): boolean {
  const hours = openingHours(calendar);
  for (let day = first; day <= last; day += 1)
    if (JSON.stringify(hours.of(day)) !== JSON.stringify(hours.of(day - 7 * weeks))) return false;
  return true;
}
