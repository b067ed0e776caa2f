import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** What is dragged: a question of the list, or something new from the left. */
export type Dragged = { readonly question: string } | { readonly item: string };

type Side = 'before' | 'after';

/**
 * Lets a line of the list be dragged by its handle and take in what is dropped on its upper or lower half.
 *
 * @param accepts whether something may be dropped here
 * @returns the side at which it would be put now, for the line that shows it
 */
export function useQuestionDrag(
  line: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  path: string,
  accepts: (dragged: Dragged) => boolean,
  onDrop: (dragged: Dragged, side: Side) => void,
): Side | null {
  const [side, setSide] = useState<Side | null>(null);
  const latest = useRef({ accepts, onDrop });
  useEffect(() => {
    latest.current = { accepts, onDrop };
  });
  useEffect(() => {
    const [element, dragHandle] = [line.current, handle.current];
    if (element === null) return undefined;
    return combine(
      ...(dragHandle === null ? [] : [draggable({ element, dragHandle, getInitialData: () => ({ question: path }) })]),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => {
          const dragged = draggedIn(source.data);
          return dragged !== null && latest.current.accepts(dragged);
        },
        getData: ({ input }) => ({ side: sideOf(element, input.clientY) }),
        onDrag: ({ self }) => setSide(self.data['side'] === 'before' ? 'before' : 'after'),
        onDragLeave: () => setSide(null),
        onDrop: ({ self, source }) => {
          setSide(null);
          const dragged = draggedIn(source.data);
          if (dragged !== null) latest.current.onDrop(dragged, self.data['side'] === 'before' ? 'before' : 'after');
        },
      }),
    );
  }, [line, handle, path]);
  return side;
}

/** Lets something of the left be dragged into the list. */
export function useItemDrag(element: RefObject<HTMLElement | null>, item: string): void {
  useEffect(() => {
    if (element.current === null) return undefined;
    return draggable({ element: element.current, getInitialData: () => ({ item }) });
  }, [element, item]);
}

/** What a drag carries, or null when it is not of this page's making. */
function draggedIn(data: Readonly<Record<string | symbol, unknown>>): Dragged | null {
  const { question, item } = data;
  if (typeof question === 'string') return { question };
  return typeof item === 'string' ? { item } : null;
}

function sideOf(element: Element, y: number): Side {
  const { top, height } = element.getBoundingClientRect();
  return y < top + height / 2 ? 'before' : 'after';
}
