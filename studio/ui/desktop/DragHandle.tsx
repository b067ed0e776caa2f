import type { ReactElement, RefObject } from 'react';
import { useText } from '../../translations/texts.ts';
import { Icon } from '../Icon.tsx';
import './drag-list.css';

interface DragHandleProps {
  readonly handle: RefObject<HTMLButtonElement | null>;
  /** What is moved, for those who hear it. */
  readonly title: string;
  readonly nth: number;
  readonly last: number;
  readonly onMove: (from: number, to: number) => void;
}

/** What a line is dragged by; the arrow keys move it too. */
export function DragHandle({ handle, title, nth, last, onMove }: DragHandleProps): ReactElement {
  const { text } = useText();
  return (
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
      <Icon name="grip" small />
    </button>
  );
}
