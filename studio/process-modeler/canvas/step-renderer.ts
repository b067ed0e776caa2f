import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import type { DiagramElement, EventBus } from './diagram.ts';

/** What stands under the name of a step: who does it, or what it is. */
export type StepNote = (element: DiagramElement) => string;

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
export class StepRenderer extends BaseRenderer {
  static readonly $inject = ['eventBus', 'textRenderer', 'config.steps'];
  readonly #textRenderer: TextRenderer;
  readonly #note: StepNote;

  constructor(eventBus: EventBus, textRenderer: TextRenderer, steps: { readonly note: StepNote }) {
    super(eventBus as never, PRIORITY);
    this.#textRenderer = textRenderer;
    this.#note = steps.note;
  }

  override canRender(element: object): boolean {
    const { type, labelTarget, businessObject } = element as DiagramElement;
    const isStep = /^bpmn:(User|Service|BusinessRule|Manual)?Task$/.test(type) && labelTarget === undefined;
    return isStep && businessObject['loopCharacteristics'] === undefined;
  }

  override drawShape(visuals: SVGElement, shape: object): SVGElement {
    const { width, height, businessObject } = shape as DiagramElement;
    const frame = document.createElementNS(SVG, 'rect');
    for (const [name, value] of Object.entries({ width, height, rx: 8, ry: 8 })) frame.setAttribute(name, String(value));
    frame.setAttribute('class', 'gl-step-frame');
    visuals.append(frame);
    const note = this.#note(shape as DiagramElement);
    const name = businessObject.name ?? '';
    const half = note === '' ? height : height / 2 + 6;
    this.#write(visuals, name, { y: 0, width, height: half, className: 'gl-step-name' });
    if (note !== '') this.#write(visuals, note, { y: height / 2 + 2, width, height: 22, className: 'gl-step-note' });
    return frame;
  }

  /** Where lines end at the step. */
  override getShapePath(shape: object): string {
    const { x, y, width, height } = shape as DiagramElement;
    return `M${x},${y}h${width}v${height}h${-width}z`;
  }

  #write(
    visuals: SVGElement,
    words: string,
    { y, width, height, className }: { y: number; width: number; height: number; className: string },
  ): void {
    const text = this.#textRenderer.createText(shortened(words, width), {
      box: { x: 0, y: 0, width, height },
      align: 'center-middle',
      padding: 4,
      style: { fontWeight: className === 'gl-step-name' ? 600 : 400 },
    });
    text.setAttribute('class', className);
    text.setAttribute('transform', `translate(0, ${y})`);
    visuals.append(text);
  }
}

/** As many characters as two lines hold; a Chinese character is 14 wide. */
function shortened(words: string, width: number): string {
  const most = Math.floor(((width - 8) / 14) * 2);
  const characters = Array.from(words);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : words;
}
