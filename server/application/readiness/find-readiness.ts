import { openDraftOf } from '../../database/drafts.ts';
import { administratorsOf, countPeopleWithin } from '../../database/readiness-counts.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { childrenOf, downwardsFrom, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { positionKey, postsOf } from '../../kernel/organization/holders.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Context } from '../context.ts';
import { organizationsWithin } from '../organization/organizations-within.ts';
import { approvalRequired } from '../releases/approval-of.ts';
import type { InForce } from '../releases/release-store.ts';
import type { Finding, ReadinessItemId } from './readiness-items.ts';

type Findings = { readonly [item in ReadinessItemId]: Finding };

/** Looks at everything that has to be in order before an area goes live; marks are not counted here. */
export async function findReadiness(context: Context, tx: Transaction, area: string): Promise<Findings> {
  const live = await context.releases.inForce(tx);
  const { release } = live.at(area);
  const today = localDate(tx.now);
  const people = await countPeopleWithin(tx, context.tenant, area, today);
  const year = Number(today.slice(0, 4));
  return {
    ...(await areasAndPosts(context, tx, live, area, today)),
    ...(await administrators(context, tx, live, area, today)),
    release: { done: release.caseTypes.size > 0, count: 0, of: 0, word: release.manifest.version },
    'people-posts': some(people.withoutPost, people.people),
    passwords: some(people.withoutPassword, people.people),
    'signed-in': some(people.neverSignedIn, people.people),
    calendar: calendarFinding(release, year),
    'calendar-next': calendarFinding(release, year + 1),
    limits: some(assumedOf(release), release.limits.size),
    notices: { done: false, count: release.notices.size, of: release.notices.size },
    draft: some((await openDraftOf(tx, context.tenant, area)) === null ? 0 : 1, 0),
    demo: some(people.demo, 0),
    database: { done: context.database.kind === 'postgres', count: 0, of: 0 },
    backup: { done: false, count: 0, of: 0 },
  };
}

function some(count: number, of: number): Finding {
  return { done: count === 0, count, of };
}

async function areasAndPosts(
  context: Context,
  tx: Transaction,
  live: InForce,
  area: string,
  today: string,
): Promise<Pick<Findings, 'areas' | 'posts-own' | 'posts-below'>> {
  const areas = downwardsFrom(live.tree, area);
  const ground = areas.filter(({ type }) => type !== 'unit');
  const hasBelow = (code: string): boolean => childrenOf(live.tree, code).some(({ type }) => type !== 'unit');
  const empty = ground.filter(({ code, type }) => type === 'community' && !hasBelow(code));
  const codes = areas.map(({ code }) => code);
  const above = upwardsFrom(live.tree, area).map(({ code }) => code);
  const assignments = await readAssignmentsAt(tx, context.tenant, [...new Set([...codes, ...above])]);
  const parts = organizationsWithin(live, [area], assignments);
  const vacant = new Map(parts.flatMap((part) => part.vacancies(today)).map((one) => [positionKey(one), one.area]));
  const required = parts.flatMap(({ organization, has }) =>
    areas
      .filter(({ code }) => has(code))
      .flatMap((one) =>
        postsOf(organization, one)
          .filter((post) => post.required)
          .map(() => one.code),
      ),
  );
  const own = (code: string): boolean => code === area;
  const vacantOwn = [...vacant.values()].filter(own).length;
  return {
    areas: { done: ground.length > 1 && empty.length === 0, count: empty.length, of: ground.length },
    'posts-own': some(vacantOwn, required.filter(own).length),
    'posts-below': some(vacant.size - vacantOwn, required.length - required.filter(own).length),
  };
}

async function administrators(
  context: Context,
  tx: Transaction,
  live: InForce,
  area: string,
  today: string,
): Promise<Pick<Findings, 'administrators' | 'approvers'>> {
  const { posts, roles } = live.at(area).release;
  const carrying = posts.filter((post) =>
    post.roles.some((role) => roles.get(role)?.permissions.includes('administration')),
  );
  const line = upwardsFrom(live.tree, area).map(({ code }) => code);
  const found = await administratorsOf(
    tx,
    context.tenant,
    line,
    carrying.map(({ id }) => id),
    today,
  );
  const unready = found.filter((one) => one.unready).length;
  const needsTwo = await approvalRequired(context, tx, area);
  return {
    // An administrator who has not signed in yet is told of; without one who can, nobody could mend anything.
    administrators: {
      done: found.length > 0 && unready === 0,
      count: unready,
      of: found.length,
      blocking: unready === found.length,
    },
    approvers: { done: found.length >= 2, count: found.length, of: 2, blocking: needsTwo },
  };
}

/** Every calendar that a limit runs by has the holidays of a year; provisional ones are told of. */
function calendarFinding({ calendars }: CompiledRelease, year: number): Finding {
  const all = [...calendars.values()];
  const wanting = all.filter(({ years }) => years[year] === undefined || years[year].provisional);
  return { done: all.length > 0 && wanting.length === 0, count: wanting.length, of: all.length, word: String(year) };
}

/** Values of limits that no source prints: somebody has to say that they are what the street wants. */
function assumedOf({ assumed }: CompiledRelease): number {
  return assumed.filter(({ path }) => /^(limits\.json|ladders\/|calendars\/)/.test(path)).length;
}
