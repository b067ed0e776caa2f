import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../Icon.tsx';
import './drag-list.css';

interface DragListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly titleOf: (item: Item) => string;
  readonly fixed: boolean;
  readonly onMove: (from: number, to: number) => void;
  /** Null: nothing can be taken away. */
  readonly onRemove: ((nth: number) => void) | null;
  readonly children: (item: Item, nth: number) => ReactNode;
}

/** Lines that are put in order by dragging, or by the arrow keys on the handle. */
export function DragList<Item>(props: DragListProps<Item>): ReactElement {
  const { items, keyOf, titleOf, fixed, onMove, onRemove, children } = props;
  const list = useId();
  return (
    <ol className="gl-drag-list">
      {items.map((item, nth) => (
        <DragLine
          key={keyOf(item)}
          list={list}
          nth={nth}
          last={items.length - 1}
          title={titleOf(item)}
          fixed={fixed}
          onMove={onMove}
          onRemove={onRemove === null ? null : () => onRemove(nth)}
        >
          {children(item, nth)}
        </DragLine>
      ))}
    </ol>
  );
}

interface DragLineProps {
  readonly list: string;
  readonly nth: number;
  readonly last: number;
  readonly title: string;
  readonly fixed: boolean;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (() => void) | null;
  readonly children: ReactNode;
}

function DragLine({ list, nth, last, title, fixed, onMove, onRemove, children }: DragLineProps): ReactElement {
  const { text } = useText();
  const line = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const over = useDragging({ line, handle, list, nth, onMove, fixed });
  return (
    <li ref={line} className={over ? 'gl-drag-over' : undefined}>
      {!fixed && (
        <button
          ref={handle}
          type="button"
          className="gl-drag-handle"
          aria-label={text('drag', { title })}
          title={text('drag.hint')}
          onKeyDown={(event) => {
            const to = { ArrowUp: nth - 1, ArrowDown: nth + 1 }[event.key];
            if (to === undefined || to < 0 || to > last) return;
            event.preventDefault();
            onMove(nth, to);
          }}
        >
          <span aria-hidden="true">⠿</span>
        </button>
      )}
      <div>{children}</div>
      {!fixed && onRemove !== null && (
        <button
          type="button"
          className="gl-drag-remove"
          aria-label={text('drag.remove', { title })}
          onClick={onRemove}
        >
          <Icon name="close" small />
        </button>
      )}
    </li>
  );
}

interface Dragging {
  readonly line: { readonly current: HTMLLIElement | null };
  readonly handle: { readonly current: HTMLButtonElement | null };
  readonly list: string;
  readonly nth: number;
  readonly fixed: boolean;
  readonly onMove: (from: number, to: number) => void;
}

/** Lets a line be dragged by its handle and take others; true while another line of the list is above it. */
function useDragging({ line, handle, list, nth, onMove, fixed }: Dragging): boolean {
  const [over, setOver] = useState(false);
  const move = useRef(onMove);
  useEffect(() => {
    move.current = onMove;
  });
  useEffect(() => {
    const element = line.current;
    if (element === null || handle.current === null || fixed) return undefined;
    const stops = [
      draggable({ element, dragHandle: handle.current, getInitialData: () => ({ list, nth }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data['list'] === list && source.data['nth'] !== nth,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          move.current(Number(source.data['nth']), nth);
        },
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [line, handle, list, nth, fixed]);
  return over;
}
