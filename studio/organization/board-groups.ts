import type { readPostBoard } from '../../server/http/contract/organization.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';

export type Board = AnswerOf<typeof readPostBoard>;
export type BoardRow = Board['rows'][number];
export type BoardPost = Board['posts'][number];
export type BoardCell = BoardRow['cells'][number];
export type GridKind = NonNullable<BoardRow['area']['kind']>;

/** An area above grids with its own posts and the grids below it, as far as the filter lets them through. */
export interface BoardGroup {
  readonly head: BoardRow;
  readonly grids: readonly BoardRow[];
  /** Of the whole group: its grids, people that ought to be on posts, how many are, and vacant posts. */
  readonly figures: Board['groups'][number];
}

/** What narrows the board, and where its page begins. */
export interface BoardFilter {
  readonly vacantOnly: boolean;
  readonly kind: GridKind | undefined;
  readonly post: string | undefined;
  /** Found in the names of people and areas. */
  readonly words: string;
  readonly offset: number;
}

/** The groups of a page with their rows: the head of each comes first, its grids follow. */
export function groupBoard({ groups, rows }: Pick<Board, 'groups' | 'rows'>): readonly BoardGroup[] {
  const starts = groups.map(({ head }) => rows.findIndex(({ area }) => area.code === head));
  return groups.flatMap((figures, nth) => {
    const start = starts[nth] ?? -1;
    const [head, ...grids] = start < 0 ? [] : rows.slice(start, starts[nth + 1]);
    return head === undefined ? [] : [{ head, grids, figures }];
  });
}

/** True when fewer hold the post than ought to. */
export function isVacant({ vacantSince }: BoardCell): boolean {
  return vacantSince !== null;
}
