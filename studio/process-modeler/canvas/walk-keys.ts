import { type DiagramElement, isSequenceFlow, middleOf, type Selection } from './diagram.ts';

interface Keyboard {
  readonly addListener: (
    priority: number,
    listener: (context: { keyEvent: KeyboardEvent }) => boolean | undefined,
  ) => void;
}

/** What the editor does for keys that bpmn-js has other uses for. */
export interface KeyActions {
  /** Goes on to the panel: Enter, or Tab while something is chosen. */
  readonly toPanel: () => boolean;
  readonly find: () => void;
  /** Puts what was copied beside what is chosen; bpmn-js would hang it at the pointer. */
  readonly paste: () => void;
}

type Direction = 'left' | 'right' | 'up' | 'down';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Before bpmn-js's own keys, which move what is chosen by a pixel and open tools by single letters. */
const EARLY = 3000;

/**
 * Walking a process by keyboard: arrows go from step to step, Enter and Tab to the panel. Moving a step is Shift and an
 * arrow. Single letters do nothing here: they would start tools that nobody sees.
 */
export class WalkKeys {
  static readonly $inject = ['keyboard', 'selection', 'canvas', 'config.steps'];

  constructor(
    keyboard: Keyboard,
    selection: Selection,
    canvas: { readonly getRootElement: () => DiagramElement },
    { keys, expert }: { readonly keys: KeyActions; readonly expert: () => boolean },
  ) {
    keyboard.addListener(EARLY, ({ keyEvent }) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey } = keyEvent;
      const direction = arrows[key];
      if (direction !== undefined && !ctrlKey && !metaKey && !shiftKey && !altKey) {
        const [at] = selection.get();
        const next = neighbourOf(at, direction, canvas.getRootElement());
        if (next !== undefined) selection.select(next);
        return true;
      }
      if (key === 'Enter' || (key === 'Tab' && !shiftKey && selection.get().length > 0))
        return keys.toPanel() || undefined;
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'f') {
        keys.find();
        return true;
      }
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'v') {
        keys.paste();
        return true;
      }
      if (key.length === 1 && !ctrlKey && !metaKey && !altKey && !expert()) return true;
      return undefined;
    });
  }
}

/**
 * The step one comes to in a direction: along a line where one leads there, else the nearest. Without a step to go from
 * it is the first one.
 */
function neighbourOf(
  at: DiagramElement | undefined,
  direction: Direction,
  root: DiagramElement,
): DiagramElement | undefined {
  const steps = everythingIn(root).filter(
    ({ waypoints, labelTarget, type }) => waypoints === undefined && labelTarget === undefined && type !== 'bpmn:Lane',
  );
  if (at === undefined || at === root) return steps.toSorted((one, other) => one.x - other.x || one.y - other.y)[0];
  const from = isSequenceFlow(at) ? at.target : at;
  const alongLines =
    direction === 'right'
      ? from.outgoing.map(({ target }) => target)
      : direction === 'left'
        ? from.incoming.map(({ source }) => source)
        : [];
  const nearest = (found: readonly DiagramElement[]): DiagramElement | undefined =>
    found
      .filter((step) => step !== from)
      .map((step) => ({ step, away: distance(from, step, direction) }))
      .filter(({ away }) => away !== null)
      .toSorted((one, other) => (one.away ?? 0) - (other.away ?? 0))[0]?.step;
  return nearest(alongLines) ?? nearest(steps) ?? alongLines[0];
}

function everythingIn(element: DiagramElement): DiagramElement[] {
  return (element.children ?? []).flatMap((child) => [child, ...everythingIn(child)]);
}

/** How far a step lies in a direction, null when it does not lie there; aside counts double. */
function distance(from: DiagramElement, to: DiagramElement, direction: Direction): number | null {
  const [a, b] = [middleOf(from), middleOf(to)];
  const along = { left: a.x - b.x, right: b.x - a.x, up: a.y - b.y, down: b.y - a.y }[direction];
  const aside = direction === 'left' || direction === 'right' ? Math.abs(a.y - b.y) : Math.abs(a.x - b.x);
  return along <= 0 || aside > along * 2 ? null : along + 2 * aside;
}
