import type { DiagramElement, EventBus } from './diagram.ts';

/** What stands under the name of a step: who does it, or what it is. */
export type StepNote = (element: DiagramElement) => string;

/** What diagram-js asks a renderer to draw, and into what. */
interface Drawing {
  readonly element: DiagramElement;
  readonly gfx: SVGElement;
}

interface TextRenderer {
  readonly createText: (words: string, options: object) => SVGElement;
}

/** Before bpmn-js's own renderer, which draws at 1000. */
const PRIORITY = 1500;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws steps as the street's people read them: the name, and below it who does it. Everything else is drawn by bpmn-js.
 * Its services come by parameter name, which is how diagram-js hands them out.
 */
export class StepRenderer {
  static readonly $inject = ['eventBus', 'textRenderer', 'config.steps'];
  readonly #textRenderer: TextRenderer;
  readonly #note: StepNote;

  constructor(eventBus: EventBus, textRenderer: TextRenderer, steps: { readonly note: StepNote }) {
    this.#textRenderer = textRenderer;
    this.#note = steps.note;
    eventBus.on<object, Drawing>('render.shape', PRIORITY, (_event, { element, gfx }) =>
      isStep(element) ? this.#draw(gfx, element) : undefined,
    );
    eventBus.on<object, DiagramElement>('render.getShapePath', PRIORITY, (_event, element) =>
      isStep(element) ? outlineOf(element) : undefined,
    );
  }

  #draw(visuals: SVGElement, shape: DiagramElement): SVGElement {
    const { width, height, businessObject } = shape;
    const frame = document.createElementNS(SVG, 'rect');
    for (const [name, value] of Object.entries({ width, height, rx: 8, ry: 8 }))
      frame.setAttribute(name, String(value));
    frame.setAttribute('class', 'gl-step-frame');
    visuals.append(frame);
    const note = this.#note(shape);
    const name = businessObject.name ?? '';
    // One block in the middle: the name, and below it who does it, in two lines where the step is high enough.
    const names = Math.min(note === '' ? 3 : 2, linesOf(name, width));
    const notes = note === '' ? 0 : Math.min(Math.max(1, Math.floor(height / LINE) - names), 2, linesOf(note, width));
    const top = (height - (names + notes) * LINE) / 2;
    this.#write(visuals, name, { y: top, width, height: names * LINE, className: 'gl-step-name' });
    if (notes > 0)
      this.#write(visuals, note, { y: top + names * LINE, width, height: notes * LINE, className: 'gl-step-note' });
    return frame;
  }

  #write(
    visuals: SVGElement,
    words: string,
    { y, width, height, className }: { y: number; width: number; height: number; className: string },
  ): void {
    const text = this.#textRenderer.createText(shortened(words, width, Math.max(1, Math.floor(height / LINE))), {
      box: { x: 0, y: 0, width, height },
      align: 'center-middle',
      padding: 3,
      style: { fontWeight: className === 'gl-step-name' ? 600 : 400 },
    });
    text.setAttribute('class', className);
    text.setAttribute('transform', `translate(0, ${y})`);
    visuals.append(text);
  }
}

/** A line of text, and a Chinese character, in pixels. */
const LINE = 17;
const CHARACTER = 14;

function linesOf(words: string, width: number): number {
  return Math.max(1, Math.ceil(Array.from(words).length / perLine(width)));
}

function perLine(width: number): number {
  return Math.max(1, Math.floor((width - 6) / CHARACTER));
}

/** As many characters as there is room for. */
function shortened(words: string, width: number, lines: number): string {
  const characters = Array.from(words);
  const most = perLine(width) * lines;
  return !/\p{Script=Han}/u.test(words) || characters.length <= most
    ? words
    : `${characters.slice(0, most - 1).join('')}…`;
}

function isStep({ type, labelTarget, businessObject }: DiagramElement): boolean {
  const isBox = /^bpmn:(User|Service|BusinessRule|Manual)?Task$/.test(type) && labelTarget === undefined;
  return isBox && businessObject['loopCharacteristics'] === undefined;
}

/** Where lines end at the step. */
function outlineOf({ x, y, width, height }: DiagramElement): string {
  return `M${x},${y}h${width}v${height}h${-width}z`;
}
