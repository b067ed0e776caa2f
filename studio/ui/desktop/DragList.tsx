import { type ReactElement, type ReactNode, useId, useRef } from 'react';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../Icon.tsx';
import { DragHandle } from './DragHandle.tsx';
import { useDragOrder } from './use-drag-order.ts';

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
  const over = useDragOrder({ line, handle, list, nth, onMove, fixed });
  return (
    <li ref={line} className={over ? 'gl-drag-over' : undefined}>
      {!fixed && <DragHandle handle={handle} title={title} nth={nth} last={last} onMove={onMove} />}
      <div>{children}</div>
      {!fixed && onRemove !== null && (
        <button type="button" className="gl-drag-remove" aria-label={text('drag.remove', { title })} onClick={onRemove}>
          <Icon name="close" small />
        </button>
      )}
    </li>
  );
}
