import { groupBy } from '../../../server/kernel/group-by.ts';
import { isOnDrawing, type Point } from './diagram.ts';
import { middleOfLongest } from './insert-step.ts';
import type { ProcessCanvas } from './process-canvas.ts';

interface Overlays {
  readonly add: (element: string, type: string, overlay: object) => void;
  readonly remove: (filter: { readonly type: string }) => void;
}

/** A mark at an element, with the number of the sentence that says what is wrong there. */
export interface Mark {
  readonly place: string;
  readonly words: string;
  readonly label: string;
}

const TYPE = 'gl-problem';

/** Puts the marks onto the drawing in place of those before; several at one element stand side by side. */
export function markProblems(canvas: ProcessCanvas, marks: readonly Mark[], onPress: (place: string) => void): void {
  const overlays = canvas.part<Overlays>('overlays');
  overlays.remove({ type: TYPE });
  for (const [place, here] of groupBy(marks, (mark) => mark.place)) {
    const element = canvas.element(place);
    if (element === undefined || !isOnDrawing(element)) continue;
    overlays.add(place, TYPE, {
      position: element.waypoints === undefined ? { top: -10, right: 12 } : onLine(element.waypoints),
      html: badges(here, () => onPress(place)),
    });
  }
}

/** On a line the mark sits in the middle of its longest part; places count from its upper left corner. */
function onLine(waypoints: readonly Point[]): { readonly top: number; readonly left: number } {
  const { x, y } = middleOfLongest(waypoints);
  const [left, top] = [Math.min(...waypoints.map((one) => one.x)), Math.min(...waypoints.map((one) => one.y))];
  return { left: x - left - 10, top: y - top - 10 };
}

function badges(marks: readonly Mark[], onPress: () => void): HTMLElement {
  const row = document.createElement('div');
  row.className = 'gl-marks';
  for (const { words, label } of marks) {
    const badge = document.createElement('button');
    badge.type = 'button';
    badge.className = 'gl-mark';
    badge.append(words);
    badge.setAttribute('aria-label', label);
    badge.addEventListener('click', onPress);
    row.append(badge);
  }
  return row;
}
