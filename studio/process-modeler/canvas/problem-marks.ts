import { groupBy } from '../../../server/kernel/group-by.ts';
import { isOnDrawing } from './diagram.ts';
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
    const isLine = element.waypoints !== undefined;
    overlays.add(place, TYPE, {
      position: isLine ? { top: -10, left: 0 } : { top: -10, right: 12 },
      html: badges(here, () => onPress(place)),
    });
  }
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
