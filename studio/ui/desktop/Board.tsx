import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import './board.css';

interface BoardFrameProps {
  readonly label: string;
  readonly corner: string;
  readonly columns: readonly { readonly id: string; readonly title: string; readonly wide?: boolean }[];
  readonly children: ReactNode;
  readonly foot: string;
}

/** A board: things down, posts across, people in the cells. */
export function BoardFrame({ label, corner, columns, children, foot }: BoardFrameProps): ReactElement {
  return (
    <div className="gl-board">
      <div>
        <table aria-label={label}>
          <colgroup>
            <col className="gl-board-first" />
            {columns.map(({ id, wide = false }) => (
              <col key={id} className={wide ? 'gl-board-wide' : undefined} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          {children}
        </table>
      </div>
      <p className="quiet">{foot}</p>
    </div>
  );
}

interface BoardBandProps {
  readonly title: string;
  readonly says: string;
  readonly mark: ReactNode;
  readonly span: number;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The line above a group of rows; pressing it opens and closes the group. */
export function BoardBand({ title, says, mark, span, open, onToggle }: BoardBandProps): ReactElement {
  return (
    <tr className="gl-board-band">
      <td colSpan={span}>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          <Icon name={open ? 'down' : 'right'} small />
          <b>{title}</b>
          <span className="quiet">{says}</span>
          <span className="push">{mark}</span>
        </button>
      </td>
    </tr>
  );
}

/** A person in a cell; marked when they are the one looked at. */
export function HolderChip({
  name,
  marked,
  onPress,
  note,
}: {
  readonly name: string;
  readonly marked: boolean;
  readonly onPress: () => void;
  readonly note?: string;
}): ReactElement {
  return (
    <button
      type="button"
      className="gl-holder"
      aria-pressed={marked}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      {name}
      {note !== undefined && <span> {note}</span>}
    </button>
  );
}

interface BoardCellFrameProps {
  readonly chosen: boolean;
  readonly vacant: boolean;
  readonly label: string;
  readonly onChoose: () => void;
  readonly children: ReactNode;
  readonly span?: number;
}

/** A cell that can be chosen; dashed red when nobody is in it who ought to be. */
export function BoardCellFrame({
  chosen,
  vacant,
  label,
  onChoose,
  children,
  span = 1,
}: BoardCellFrameProps): ReactElement {
  return (
    <td
      colSpan={span}
      className={`gl-board-cell${vacant ? ' gl-board-vacant' : ''}${chosen ? ' gl-board-chosen' : ''}`}
    >
      <div>
        <button type="button" className="gl-board-choose" aria-label={label} aria-pressed={chosen} onClick={onChoose} />
        {children}
      </div>
    </td>
  );
}

/** What a vacant cell says: for how many days, and who does the work meanwhile. */
export function VacancyWords({ days, cover }: { readonly days: string; readonly cover: string | null }): ReactElement {
  return (
    <span className="gl-vacancy">
      <b>{days}</b>
      {cover !== null && <span title={cover}>{cover}</span>}
    </span>
  );
}

interface PostOfHeadProps {
  readonly title: string;
  readonly vacant: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** A post of an area above the grids: its title and its people in one piece. */
export function PostOfHead({ title, vacant, chosen, onChoose, children }: PostOfHeadProps): ReactElement {
  return (
    <span className={`gl-head-post${vacant ? ' gl-head-post-vacant' : ''}${chosen ? ' gl-head-post-chosen' : ''}`}>
      <button type="button" aria-pressed={chosen} onClick={onChoose}>
        {title}
      </button>
      {children}
    </span>
  );
}
