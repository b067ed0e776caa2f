import type { readPostBoard } from '../../server/http/contract/organization.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { groupBy } from '../../server/kernel/group-by.ts';

export type Board = AnswerOf<typeof readPostBoard>;
export type BoardRow = Board['rows'][number];
export type BoardPost = Board['posts'][number];
export type BoardCell = BoardRow['cells'][number];
export type GridKind = NonNullable<BoardRow['area']['kind']>;

/** An area above grids with its own posts and the grids below it. */
export interface BoardGroup {
  readonly head: BoardRow;
  readonly grids: readonly BoardRow[];
  /** Posts that ought to be held in the area and its grids, and how many are. */
  readonly required: number;
  readonly held: number;
  readonly vacant: number;
}

/** What narrows the board. */
export interface BoardFilter {
  readonly vacantOnly: boolean;
  readonly kind: GridKind | undefined;
  readonly post: string | undefined;
  /** Found in the names of people and areas. */
  readonly words: string;
}

/** Rows by the area above their grids, in the server's order; an area without grids (a street) is a group of its own. */
export function groupBoard(rows: readonly BoardRow[]): readonly BoardGroup[] {
  const grids = groupBy(
    rows.filter(({ area }) => area.type === 'grid'),
    ({ area }) => area.parent ?? '',
  );
  const heads = rows.filter(({ area }) => area.type !== 'grid');
  const known = new Set(heads.map(({ area }) => area.code));
  const orphans = [...grids].filter(([parent]) => !known.has(parent)).flatMap(([, own]) => own);
  return [
    ...heads.map((head) => groupOf(head, grids.get(head.area.code) ?? [])),
    ...orphans.map((grid) => groupOf(grid, [])),
  ];
}

/** The groups with only what the filter lets through; a group of which nothing is left goes. */
export function filterBoard(groups: readonly BoardGroup[], filter: BoardFilter): readonly BoardGroup[] {
  if (!filter.vacantOnly && filter.kind === undefined && filter.post === undefined && filter.words === '')
    return groups;
  return groups
    .map((group) => ({ ...group, grids: group.grids.filter((row) => lets(row, filter)) }))
    .filter(({ head, grids }) => grids.length > 0 || (filter.kind === undefined && lets(head, filter)));
}

/** True when fewer hold the post than ought to. */
export function isVacant({ vacantSince }: BoardCell): boolean {
  return vacantSince !== null;
}

function lets(row: BoardRow, { vacantOnly, kind, post, words }: BoardFilter): boolean {
  const cells = post === undefined ? row.cells : row.cells.filter((cell) => cell.post === post);
  if (kind !== undefined && row.area.kind !== kind) return false;
  if (vacantOnly && !cells.some(isVacant)) return false;
  if (post !== undefined && cells.length === 0) return false;
  const names = [row.area.name, ...cells.flatMap(({ holders }) => holders.map(({ person }) => person.name))];
  return words === '' || names.some((name) => name.includes(words));
}

function groupOf(head: BoardRow, grids: readonly BoardRow[]): BoardGroup {
  const cells = [head, ...grids].flatMap((row) => row.cells);
  const required = sum(cells, (cell) => cell.required);
  const missing = sum(cells, missingIn);
  return { head, grids, required, held: required - missing, vacant: cells.filter(isVacant).length };
}

function missingIn({ required, holders, vacantSince }: BoardCell): number {
  if (vacantSince === null) return 0;
  return Math.max(1, required - holders.filter(({ kind }) => kind === 'formal').length);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
