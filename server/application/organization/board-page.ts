import type { AreaView } from './list-areas.ts';
import type { BoardCell } from './read-post-board.ts';

/** An area on the board with its cells. */
export interface BoardRow {
  readonly area: AreaView;
  readonly cells: readonly BoardCell[];
}

/** What narrows the board, and which part of it is wanted: groups, counted from 0; without a limit all of them. */
export interface BoardQuery {
  readonly vacant?: boolean | undefined;
  readonly kind?: string | undefined;
  readonly post?: string | undefined;
  /** Found in the names of people and areas. */
  readonly q?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** An area above grids with its grids: how many there are, and how their posts and its own are held. */
export interface BoardGroup {
  readonly head: string;
  readonly grids: number;
  /** People there ought to be, and how many of those there are. */
  readonly required: number;
  readonly held: number;
  readonly vacant: number;
}

/** One page of the board. */
export interface BoardPage {
  readonly found: number;
  readonly groups: readonly BoardGroup[];
  readonly rows: readonly BoardRow[];
}

interface RowGroup {
  readonly head: BoardRow;
  readonly grids: readonly BoardRow[];
}

/**
 * Rows by the area above their grids, narrowed, and of that one page: a board of thousands of grids is never sent whole.
 * Figures of a group are those of all its rows, whatever the filter leaves of it.
 */
export function boardPage(rows: readonly BoardRow[], query: BoardQuery): BoardPage {
  const { offset = 0, limit } = query;
  const found = groupsOf(rows).flatMap((group) => {
    const left = narrowed(group, query);
    return left === null ? [] : [{ group, left }];
  });
  const page = found.slice(offset, limit === undefined ? undefined : offset + limit);
  return {
    found: found.length,
    groups: page.map(({ group }) => figuresOf(group)),
    rows: page.flatMap(({ left }) => [left.head, ...left.grids]),
  };
}

/** A grid whose upper area is not on the board is a group of its own. */
function groupsOf(rows: readonly BoardRow[]): readonly RowGroup[] {
  const isGrid = ({ area }: BoardRow): boolean => area.type === 'grid';
  const grids = Map.groupBy(rows.filter(isGrid), ({ area }) => area.parent ?? '');
  const heads = rows.filter((row) => !isGrid(row));
  const known = new Set(heads.map(({ area }) => area.code));
  const alone = [...grids].filter(([parent]) => !known.has(parent)).flatMap(([, own]) => own);
  return [
    ...heads.map((head) => ({ head, grids: grids.get(head.area.code) ?? [] })),
    ...alone.map((head) => ({ head, grids: [] })),
  ];
}

/** What a filter leaves of a group; null: nothing. The head stays above what is left of its grids. */
function narrowed({ head, grids }: RowGroup, query: BoardQuery): RowGroup | null {
  const { vacant = false, kind, post, q = '' } = query;
  if (!vacant && kind === undefined && post === undefined && q === '') return { head, grids };
  const left = grids.filter((row) => lets(row, query));
  return left.length > 0 || lets(head, query) ? { head, grids: left } : null;
}

function lets({ area, cells }: BoardRow, { vacant = false, kind, post, q = '' }: BoardQuery): boolean {
  const asked = post === undefined ? cells : cells.filter((cell) => cell.post === post);
  if (kind !== undefined && area.kind !== kind) return false;
  if (vacant && !asked.some(({ vacantSince }) => vacantSince !== null)) return false;
  if (post !== undefined && asked.length === 0) return false;
  const names = [area.name, ...asked.flatMap(({ holders }) => holders.map(({ person }) => person.name))];
  return q === '' || names.some((name) => name.includes(q));
}

function figuresOf({ head, grids }: RowGroup): BoardGroup {
  const cells = [head, ...grids].flatMap((row) => row.cells);
  const required = sum(cells.map((cell) => cell.required));
  return {
    head: head.area.code,
    grids: grids.length,
    required,
    held: required - sum(cells.map(missingIn)),
    vacant: cells.filter(({ vacantSince }) => vacantSince !== null).length,
  };
}

function missingIn({ required, holders, vacantSince }: BoardCell): number {
  if (vacantSince === null) return 0;
  return Math.max(1, required - holders.filter(({ kind }) => kind === 'formal').length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
