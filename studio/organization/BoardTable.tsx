import { type ReactElement, useState } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import { BoardBand, BoardFrame } from '../ui/desktop/Board.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LightTag } from '../ui/Light.tsx';
import type { Board, BoardGroup } from './board-groups.ts';
import { BoardLine } from './BoardLine.tsx';
import { HeadPosts } from './HeadPosts.tsx';
import type { Chosen } from './PostPanel.tsx';

export interface BoardChoice {
  readonly chosen: Chosen | null;
  readonly person: string | null;
  readonly onChoose: (cell: Chosen, person: string | null) => void;
}

interface BoardTableProps extends BoardChoice {
  readonly board: Board;
  readonly groups: readonly BoardGroup[];
  /** A filter is on: then all groups are open, for one is looking for something. */
  readonly narrowed: boolean;
}

/** The board, community by community. */
export function BoardTable({ board, groups, narrowed, ...choice }: BoardTableProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const posts = board.posts.filter(({ areaType, group }) => areaType === 'grid' && group !== 'x');
  const extras = board.posts.filter(({ areaType, group }) => areaType === 'grid' && group === 'x');
  const columns = [
    ...posts.map(({ id, title }) => ({ id, title: pack(title) })),
    ...(extras.length === 0 ? [] : [{ id: 'x', title: text('board.x'), wide: true }]),
  ];
  const firstWithGrids = groups.find(({ grids }) => grids.length > 0)?.head.area.code;
  const isOpen = (code: string): boolean => (narrowed || code === firstWithGrids) !== toggled.has(code);
  const toggle = (code: string): void => {
    setToggled((before) =>
      before.has(code) ? new Set([...before].filter((known) => known !== code)) : new Set([...before, code]),
    );
  };
  return (
    <BoardFrame
      label={text('board')}
      corner={text('board.grid')}
      columns={columns}
      foot={footWords(board, choice.person, texts)}
    >
      {groups.length === 0 && (
        <tbody>
          <tr>
            <td colSpan={columns.length + 1}>
              <EmptyState title={text('board.none')} next={text('board.none.next')} />
            </td>
          </tr>
        </tbody>
      )}
      {groups.map((group) => {
        const { area, cells } = group.head;
        const open = isOpen(area.code);
        return (
          <tbody key={area.code}>
            <BoardBand
              title={pack(area.name)}
              says={bandWords(group, texts)}
              mark={<GroupLight vacant={group.figures.vacant} />}
              span={columns.length + 1}
              open={open}
              onToggle={() => toggle(area.code)}
            />
            {open && cells.length > 0 && <HeadPosts board={board} row={group.head} span={columns.length} {...choice} />}
            {open &&
              group.grids.map((row) => (
                <BoardLine key={row.area.code} board={board} row={row} posts={posts} extras={extras} {...choice} />
              ))}
          </tbody>
        );
      })}
    </BoardFrame>
  );
}

function bandWords({ figures: { grids, required, held } }: BoardGroup, { text }: Texts): string {
  return text(grids === 0 ? 'board.band-own' : 'board.band', { grids, required, held });
}

function GroupLight({ vacant }: { readonly vacant: number }): ReactElement {
  const { text } = useText();
  return vacant === 0 ? (
    <LightTag light="green" filled={false}>
      {text('board.full')}
    </LightTag>
  ) : (
    <LightTag light="red">{text('vacant.count', { count: vacant })}</LightTag>
  );
}

function footWords(board: Board, person: string | null, { text }: Texts): string {
  const held = board.rows
    .flatMap(({ cells }) => cells)
    .filter(({ holders }) => holders.some((holder) => holder.person.id === person));
  const name = held.flatMap(({ holders }) => holders).find((holder) => holder.person.id === person)?.person.name;
  return name === undefined ? text('board.legend') : text('board.legend-person', { name, count: held.length });
}
