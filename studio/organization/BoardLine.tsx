import type { ReactElement } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import { BoardCellFrame, HolderChip, VacancyWords } from '../ui/desktop/Board.tsx';
import { LightWord } from '../ui/Light.tsx';
import { dateWords, daysBetween, localDate } from '../ui/time-words.ts';
import { type Board, type BoardCell, type BoardPost, type BoardRow, isVacant } from './board-groups.ts';
import type { BoardChoice } from './BoardTable.tsx';

interface BoardLineProps extends BoardChoice {
  readonly board: Board;
  readonly row: BoardRow;
  readonly posts: readonly BoardPost[];
  readonly extras: readonly BoardPost[];
}

/** One grid: a cell for each post, and the optional ones together in the last. */
export function BoardLine({ board, row, posts, extras, ...choice }: BoardLineProps): ReactElement {
  const { text, pack } = useText();
  const { area, cells } = row;
  const cellOf = (post: string): BoardCell | undefined => cells.find((cell) => cell.post === post);
  const optional = extras.flatMap((post) => cellOf(post.id) ?? []);
  return (
    <tr>
      <th scope="row">
        <b>{pack(area.name)}</b> {area.kind !== null && <span className="quiet">{text(`grid-kind.${area.kind}`)}</span>}
      </th>
      {posts.map((post) => {
        const cell = cellOf(post.id);
        return cell === undefined ? (
          <td key={post.id} className="quiet">
            —
          </td>
        ) : (
          <OneCell key={post.id} board={board} row={row} cell={cell} {...choice} />
        );
      })}
      {extras.length > 0 && <ExtraCell board={board} row={row} cells={optional} {...choice} />}
    </tr>
  );
}

/** A post at an area with whoever holds it. */
function OneCell({
  board,
  row,
  cell,
  chosen,
  person,
  onChoose,
}: BoardChoice & { readonly board: Board; readonly row: BoardRow; readonly cell: BoardCell }): ReactElement {
  const texts = useText();
  const here = { area: row.area.code, post: cell.post };
  const title = board.posts.find(({ id }) => id === cell.post)?.title ?? cell.post;
  return (
    <BoardCellFrame
      chosen={chosen?.area === here.area && chosen.post === here.post}
      vacant={isVacant(cell)}
      label={`${texts.pack(title)} · ${texts.pack(row.area.name)}`}
      onChoose={() => onChoose(here, null)}
    >
      {cell.vacantSince !== null && (
        <VacancyWords
          days={vacantWords(cell.vacantSince, board.asOf, texts)}
          cover={coverWords(cell, board.asOf, texts)}
        />
      )}
      {cell.holders
        .filter(({ kind }) => cell.vacantSince === null || kind === 'formal')
        .map(({ assignment, person: who, kind, to }) => (
          <HolderChip
            key={assignment}
            name={who.name}
            marked={who.id === person}
            onPress={() => onChoose(here, who.id)}
            {...(kind === 'cover' ? { note: coverNote(to, board.asOf, texts) } : {})}
          />
        ))}
      {breachWords(cell, texts) !== null && <LightWord light="yellow">{breachWords(cell, texts) ?? ''}</LightWord>}
    </BoardCellFrame>
  );
}

function ExtraCell({
  board,
  row,
  cells,
  chosen,
  onChoose,
}: BoardChoice & {
  readonly board: Board;
  readonly row: BoardRow;
  readonly cells: readonly BoardCell[];
}): ReactElement {
  const { text, pack } = useText();
  const first = cells[0];
  if (first === undefined) return <td className="quiet">—</td>;
  const words = cells
    .filter(({ holders }) => holders.length > 0)
    .map((cell) => `${pack(board.posts.find(({ id }) => id === cell.post)?.title ?? '')} ${cell.holders.length}`);
  const isChosen = chosen?.area === row.area.code && cells.some(({ post }) => post === chosen.post);
  return (
    <BoardCellFrame
      chosen={isChosen}
      vacant={false}
      label={`${text('board.x')} · ${pack(row.area.name)}`}
      onChoose={() => onChoose({ area: row.area.code, post: first.post }, null)}
    >
      <span className={words.length === 0 ? 'quiet' : undefined}>
        {words.length === 0 ? text('board.x.none') : words.join(' ')}
      </span>
    </BoardCellFrame>
  );
}

/** 空岗 12 天; on the first day simply 空岗. */
export function vacantWords(since: string, asOf: string, { text }: Texts): string {
  const days = daysBetween(since, localDate(asOf));
  return days < 1 ? text('vacant') : text('vacant.days', { count: days });
}

/** 顶岗，12月6日 离岗. */
export function coverNote(to: string | null, asOf: string, texts: Texts): string {
  return to === null ? texts.text('cover') : texts.text('cover.until', { to: dateWords(to, asOf, texts) });
}

/** What is wrong with the number of people on a post that is not vacant; null when nothing is. */
export function breachWords({ breach, most }: BoardCell, { text }: Texts): string | null {
  if (breach === null) return null;
  return breach === 'above' ? text('board.breach.above', { most }) : text('board.breach.below');
}

/** Who does the work of a vacant post: the one who covers it, else the post it falls back to. */
export function coverWords({ holders, fallback }: BoardCell, asOf: string, texts: Texts): string | null {
  const { text, pack } = texts;
  const covers = holders
    .filter(({ kind }) => kind === 'cover')
    .map(({ person, to }) => `${person.name} ${coverNote(to, asOf, texts)}`);
  if (covers.length > 0) return covers.join(text('list.comma'));
  return fallback === null ? null : text('fallback.by', { post: pack(fallback) });
}
