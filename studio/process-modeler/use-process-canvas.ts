import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { problemOf, type ProblemRecord } from '../api/problem-error.ts';
import type { Language } from '../translations/language.ts';
import { type CanvasHost, type CanvasView, ProcessCanvas } from './canvas/process-canvas.ts';

/** A drawing on the page. */
export interface DrawnProcess {
  readonly canvas: ProcessCanvas | null;
  readonly view: CanvasView | null;
  /** Why it could not be drawn. */
  readonly problem: ProblemRecord | null;
}

const noSubscription = (): (() => void) => () => undefined;
const nothing = (): null => null;

/**
 * Draws a process into an element and keeps it there. It is drawn again when `reload` changes, because the text came from
 * elsewhere; what is typed here never comes back as a new text.
 *
 * @param text as it is when it must be drawn
 * @param host asked anew each time, so that it may close over what the page knows now
 */
export function useProcessCanvas(
  frame: RefObject<HTMLDivElement | null>,
  text: string,
  reload: number,
  language: Language,
  host: CanvasHost,
): DrawnProcess {
  const [canvas, setCanvas] = useState<ProcessCanvas | null>(null);
  const [problem, setProblem] = useState<ProblemRecord | null>(null);
  const newest = useRef({ text, host });
  useEffect(() => {
    newest.current = { text, host };
  });
  useEffect(() => {
    if (frame.current === null) return;
    const made = new ProcessCanvas(frame.current, language, {
      note: (element) => newest.current.host.note(element),
      actions: (element) => newest.current.host.actions(element),
      expert: () => newest.current.host.expert(),
      fixed: () => newest.current.host.fixed(),
      keys: {
        toPanel: () => newest.current.host.keys.toPanel(),
        find: () => newest.current.host.keys.find(),
        paste: () => newest.current.host.keys.paste(),
      },
      changed: (xml) => newest.current.host.changed(xml),
    });
    setCanvas(made);
    return () => {
      setCanvas(null);
      made.remove();
    };
  }, [frame, language]);
  useEffect(() => {
    if (canvas === null) return;
    canvas.open(newest.current.text).then(
      () => setProblem(null),
      (thrown: unknown) => setProblem(problemOf(thrown)),
    );
  }, [canvas, reload]);
  const view = useSyncExternalStore(canvas?.subscribe ?? noSubscription, canvas?.view ?? nothing);
  return { canvas, view, problem };
}
