import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';

interface DragOrder {
  readonly line: { readonly current: HTMLElement | null };
  readonly handle: { readonly current: HTMLElement | null };
  /** Names the list: lines of another one are not taken. */
  readonly list: string;
  readonly nth: number;
  readonly fixed: boolean;
  readonly onMove: (from: number, to: number) => void;
}

/** Lets a line be dragged by its handle and take others; true while another line of the list is above it. */
export function useDragOrder({ line, handle, list, nth, onMove, fixed }: DragOrder): boolean {
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
