import { type RefObject, useEffect } from 'react';
import type { ProcessCanvas } from './canvas/process-canvas.ts';

/**
 * Undo and redo work wherever one is in the editor, and Escape leads from the panel back to the drawing. Keys on the
 * drawing itself are diagram-js's.
 */
export function useEditorKeys(
  canvas: ProcessCanvas | null,
  frame: RefObject<HTMLDivElement | null>,
  panel: RefObject<HTMLDivElement | null>,
): void {
  useEffect(() => {
    if (canvas === null) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !(event.target instanceof Node)) return;
      if (frame.current?.contains(event.target) === true) return;
      if (event.key === 'Escape' && panel.current?.contains(event.target) === true) canvas.focus();
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) canvas.redo();
      else canvas.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [canvas, frame, panel]);
}
