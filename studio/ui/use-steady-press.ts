import { type MouseEvent, type MouseEventHandler, type PointerEvent, useRef } from 'react';

/** Whoever moves the pointer further than this, in pixels, has changed their mind. */
const waverPx = 12;

interface SteadyPress {
  readonly onPointerDown: (event: PointerEvent<HTMLButtonElement>) => void;
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
}

/**
 * Presses a button that moves away under the pointer. Pressing it takes the keyboard out of a field, whose sentence goes
 * because it was mended, and the page closes the gap: the pointer is let go beside the button, and a browser calls that
 * no click (Pointer Events, 10.3: a captured pointer clicks what has captured it).
 */
export function useSteadyPress(onPress: MouseEventHandler<HTMLButtonElement> | undefined): SteadyPress {
  const began = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onPointerDown: ({ currentTarget, pointerId, clientX, clientY }) => {
      began.current = { x: clientX, y: clientY };
      currentTarget.setPointerCapture(pointerId);
    },
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      const from = began.current;
      began.current = null;
      // A key that presses it has no pointer, and counts no clicks.
      const isByPointer = from !== null && event.detail > 0;
      const isElsewhere = isByPointer && Math.hypot(event.clientX - from.x, event.clientY - from.y) > waverPx;
      if (isElsewhere) event.preventDefault();
      else onPress?.(event);
    },
  };
}
