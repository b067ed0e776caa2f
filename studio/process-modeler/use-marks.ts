import { useEffect, useRef } from 'react';
import { useText } from '../translations/texts.ts';
import type { ProblemLine } from '../ui/desktop/editor/edited-definition.ts';
import { numberProblems } from '../ui/desktop/editor/ProblemLines.tsx';
import { markProblems } from './canvas/problem-marks.ts';
import type { DrawnProcess } from './use-process-canvas.ts';

/** Keeps the marks on the drawing: each error's number at its element, the same as before its sentence below. */
export function useMarks(
  { canvas, view }: DrawnProcess,
  problems: readonly ProblemLine[],
  onPress: (place: string) => void,
): void {
  const { either, text } = useText();
  const newest = useRef(onPress);
  useEffect(() => {
    newest.current = onPress;
  });
  const isDrawn = view !== null;
  useEffect(() => {
    if (canvas === null || !isDrawn) return;
    const marks = numberProblems(problems).errors.map((problem, nth) => ({
      place: problem.place,
      words: String(nth + 1),
      label: text('process.mark', { nth: nth + 1, says: either(problem) }),
    }));
    markProblems(canvas, marks, (place) => newest.current(place));
  }, [canvas, isDrawn, problems, either, text]);
}
