import { areasSince } from '../../database/areas.ts';
import { readPersonNames } from '../../database/person-names.ts';
import { readAssignmentsAt, type StoredAssignment } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { downwardsFrom, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { holdsOn, positionKey, postsOf } from '../../kernel/organization/holders.ts';
import type { Area, Post } from '../../kernel/organization/organization.ts';
import { staffingOf } from '../../kernel/organization/staffing.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { listScope } from '../policy/policy.ts';
import type { InForce } from '../releases/release-store.ts';
import { releasesWithin } from '../releases/releases-within.ts';
import { boardPage, type BoardPage, type BoardQuery, type BoardRow } from './board-page.ts';
import { type AreaView, areaView } from './list-areas.ts';
import { type OrganizationPart, organizationsWithin } from './organizations-within.ts';

/** A post as the board's head shows it. */
interface PostView {
  readonly id: string;
  readonly title: string;
  readonly areaType: Post['areaType'];
  readonly areaKinds: NonNullable<Post['areaKinds']>;
  readonly group: Post['group'];
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
  readonly fallbackTitle: string | null;
  /** No source prints its numbers: 假定值. */
  readonly assumed: boolean;
}

/** A post at an area, with who holds it today. */
export interface BoardCell {
  readonly post: string;
  readonly holders: readonly {
    readonly assignment: string;
    readonly person: { readonly id: string; readonly name: string };
    readonly kind: 'formal' | 'cover';
    readonly from: string;
    readonly to: string | null;
    /** Of a cover: the person it stands in for. */
    readonly covers: { readonly id: string; readonly name: string } | null;
  }[];
  readonly required: number;
  readonly least: number;
  readonly most: number;
  readonly breach: 'below' | 'above' | null;
  readonly vacantSince: string | null;
  readonly fallback: string | null;
}

export interface PostBoard extends BoardPage {
  readonly asOf: Instant;
  readonly area: { readonly code: string; readonly name: string };
  /** `positions` are the required posts of grids (41 grids × 7 = 287); those of communities and the street are `upper…`. */
  readonly totals: {
    readonly communities: number;
    readonly grids: number;
    readonly positions: number;
    readonly vacant: number;
    readonly upperPositions: number;
    readonly upperVacant: number;
    readonly several: number;
    readonly covered: number;
    readonly breaches: number;
  };
  readonly sizes: readonly {
    readonly type: AreaView['type'];
    readonly kind: AreaView['kind'];
    readonly count: number;
  }[];
  readonly posts: readonly PostView[];
}

/**
 * Areas × posts with holders and vacancies (岗位看板), group by group as the tree is written; counts are of everything,
 * rows of the page that is asked for.
 *
 * @param asked code of the area to look at; absent: everywhere the person may look
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function readPostBoard(
  context: Context,
  actor: Actor,
  asked: string | undefined,
  query: BoardQuery = {},
): Promise<PostBoard> {
  const scope = listScope(actor, 'posts.view', asked);
  return context.database.read(async (tx) => {
    const board = await boardData(context, tx, scope.areas);
    const vacancies = board.parts.flatMap((part) => part.vacancies(board.today));
    const vacant = new Map(
      vacancies.map((vacancy) => [positionKey(vacancy), vacancy.since ?? board.since.get(vacancy.area) ?? board.today]),
    );
    const rows = board.areas.map((area) => ({
      area: areaView(area),
      cells: postsOf(partOf(board, area.code).organization, area).map((post) => cell(board, area, post, vacant)),
    }));
    const posts = releasesWithin(board.live, scope.areas).flatMap((release) =>
      release.posts
        .filter((post) => board.areas.some((area) => area.type === post.areaType))
        .map((post) => postView(release, post)),
    );
    const page = boardPage(rows, query);
    return {
      asOf: tx.now,
      area: scope.label,
      totals: totals(board.areas, rows),
      posts: eachOnce(posts),
      sizes: sizesOf(board.areas),
      ...page,
      rows: page.rows.map((row) => withFallbacks(board, row)),
    };
  });
}

function sizesOf(areas: readonly Area[]): PostBoard['sizes'] {
  const alike = Map.groupBy(areas.map(areaView), ({ type, kind }) => `${type} ${kind ?? ''}`);
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ type: first.type, kind: first.kind, count: same.length }] : [];
  });
}

/** Who has the work of posts that nobody holds is looked up for the page that is sent, not for thousands of grids. */
function withFallbacks(board: BoardData, row: BoardRow): BoardRow {
  const cells = row.cells.map((one) =>
    one.holders.length > 0
      ? one
      : { ...one, fallback: titleOfFallback(board, { post: one.post, area: row.area.code }) },
  );
  return { ...row, cells };
}

/** Of posts that several releases have, the most general one's numbers head the column. */
function eachOnce(posts: readonly PostView[]): readonly PostView[] {
  return posts.filter((post, index) => posts.findIndex(({ id }) => id === post.id) === index);
}

interface BoardData {
  readonly live: InForce;
  /** By the release that areas run on; those above the board's own areas are in none. */
  readonly parts: readonly OrganizationPart[];
  readonly areas: readonly Area[];
  readonly stored: ReadonlyMap<string, readonly StoredAssignment[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly since: ReadonlyMap<string, string>;
  readonly today: string;
}

async function boardData(context: Context, tx: Transaction, tops: readonly string[]): Promise<BoardData> {
  const live = await context.releases.inForce(tx);
  const areas = [...new Set(tops.flatMap((top) => downwardsFrom(live.tree, top)))];
  // Those above matter too: they get the work of a vacant post.
  const above = tops.flatMap((top) => upwardsFrom(live.tree, top));
  const codes = [...new Set([...areas, ...above].map(({ code }) => code))];
  const assignments = await readAssignmentsAt(tx, context.tenant, codes);
  const stored = Map.groupBy(assignments, positionKey);
  const holders = [...new Set(assignments.flatMap(({ person, covers }) => (covers ? [person, covers] : [person])))];
  const names = await readPersonNames(tx, context.tenant, holders);
  return {
    live,
    parts: organizationsWithin(live, tops, assignments),
    areas,
    stored,
    names,
    since: await areasSince(tx, context.tenant, codes),
    today: localDate(tx.now),
  };
}

function cell(board: BoardData, area: Area, post: Post, vacant: ReadonlyMap<string, string>): BoardCell {
  const position = { post: post.id, area: area.code };
  const key = positionKey(position);
  const { required, min, max } = staffingOf(post, area);
  const holding = (board.stored.get(key) ?? []).filter((assignment) => holdsOn(assignment, board.today));
  const formal = holding.filter(({ kind }) => kind === 'formal').length;
  return {
    post: post.id,
    holders: holding.map(({ id, person, kind, from, to, covers }) => ({
      assignment: id,
      person: { id: person, name: board.names.get(person) ?? '' },
      kind,
      from,
      to,
      covers: covers ? { id: covers, name: board.names.get(covers) ?? '' } : null,
    })),
    required: required ? min : 0,
    least: min,
    most: max,
    breach: breachOf(formal, post, area),
    vacantSince: vacant.get(key) ?? null,
    fallback: null,
  };
}

/** A post that must be held and is not is vacant; a breach is what is wrong besides. */
function breachOf(formal: number, post: Post, area: Area): BoardCell['breach'] {
  const { required, min, max } = staffingOf(post, area);
  if (formal > max) return 'above';
  return !required && formal > 0 && formal < min ? 'below' : null;
}

function partOf({ parts }: BoardData, area: string): OrganizationPart {
  const part = parts.find(({ has }) => has(area));
  if (!part) throw new Error(`no release is in force at ${area}`);
  return part;
}

/** Who gets the work of a position that nobody holds. */
function titleOfFallback(board: BoardData, position: { readonly post: string; readonly area: string }): string | null {
  const { organization } = partOf(board, position.area);
  const resolved = resolvePosition(organization, position, board.today);
  if (resolved.kind === 'unknown' || positionKey(resolved.position) === positionKey(position)) return null;
  const { post, area } = resolved.position;
  const title = organization.posts.get(post)?.title ?? post;
  return area === position.area ? title : `${organization.tree.areas.get(area)?.name ?? area} · ${title}`;
}

function totals(areas: readonly Area[], rows: readonly BoardRow[]): PostBoard['totals'] {
  const cellsOf = (isGrid: boolean): readonly BoardCell[] =>
    rows
      .filter(({ area }) => (area.type === 'grid') === isGrid)
      .flatMap(({ cells }) => cells.filter(({ required }) => required > 0));
  const vacantIn = (cells: readonly BoardCell[]): number =>
    cells.filter(({ vacantSince }) => vacantSince !== null).length;
  const all = rows.flatMap(({ cells }) => cells);
  const [ofGrids, upper] = [cellsOf(true), cellsOf(false)];
  return {
    communities: areas.filter(({ type }) => type === 'community').length,
    grids: areas.filter(({ type }) => type === 'grid').length,
    positions: ofGrids.length,
    vacant: vacantIn(ofGrids),
    upperPositions: upper.length,
    upperVacant: vacantIn(upper),
    several: all.filter(({ holders }) => holders.length > 1).length,
    covered: all.filter(({ holders }) => holders.some(({ kind }) => kind === 'cover')).length,
    breaches: all.filter(({ breach }) => breach !== null).length,
  };
}

function postView(release: CompiledRelease, post: Post): PostView {
  const { id, title, areaType, group, required, min, max } = post;
  return {
    id,
    title,
    areaType,
    group,
    required,
    min,
    max,
    areaKinds: post.areaKinds ?? [],
    fallbackTitle: release.posts.find((other) => other.id === post.fallback)?.title ?? null,
    assumed: release.assumed.some(
      ({ path }) => path === `posts.json#/posts/${id}/min` || path === `posts.json#/posts/${id}/max`,
    ),
  };
}
