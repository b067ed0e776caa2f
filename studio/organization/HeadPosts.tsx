import type { ReactElement } from 'react';
import { useText } from '../translations/texts.ts';
import { HolderChip, PostOfHead } from '../ui/desktop/Board.tsx';
import { type Board, type BoardRow, isVacant } from './board-groups.ts';
import type { BoardChoice } from './BoardTable.tsx';
import { coverNote, coverWords, vacantWords } from './BoardLine.tsx';

/** The posts of the community or street itself, in one line above its grids. */
export function HeadPosts({
  board,
  row,
  span,
  chosen,
  person,
  onChoose,
}: BoardChoice & { readonly board: Board; readonly row: BoardRow; readonly span: number }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  return (
    <tr>
      <th scope="row">
        <span className="quiet">{text('board.own-posts')}</span>
      </th>
      <td colSpan={span}>
        <div className="gl-head-posts">
          {row.cells.map((cell) => {
            const here = { area: row.area.code, post: cell.post };
            const title = pack(board.posts.find(({ id }) => id === cell.post)?.title ?? cell.post);
            return (
              <PostOfHead
                key={cell.post}
                title={title}
                vacant={isVacant(cell)}
                chosen={chosen?.area === here.area && chosen.post === here.post}
                onChoose={() => onChoose(here, null)}
              >
                {cell.vacantSince !== null && (
                  <b title={coverWords(cell, board.asOf, texts) ?? ''}>
                    {vacantWords(cell.vacantSince, board.asOf, texts)}
                  </b>
                )}
                {cell.holders.length === 0 && cell.vacantSince === null && (
                  <span className="quiet">{text('board.x.none')}</span>
                )}
                {cell.holders.map(({ assignment, person: who, kind, to }) => (
                  <HolderChip
                    key={assignment}
                    name={who.name}
                    marked={who.id === person}
                    onPress={() => onChoose(here, who.id)}
                    {...(kind === 'cover' ? { note: coverNote(to, board.asOf, texts) } : {})}
                  />
                ))}
              </PostOfHead>
            );
          })}
        </div>
      </td>
    </tr>
  );
}
