import Modeler from 'bpmn-js/lib/Modeler';
import { getLabel, isLabelExternal } from 'bpmn-js/lib/util/LabelUtil';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import zeebeDescriptor from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { gridDescriptor } from '../../../server/kernel/bpmn/compile/grid-descriptor.ts';
import type { Language } from '../../translations/language.ts';
import { tokenValue } from '../../ui/token-values.ts';
import { saveChanges } from '../preserve/save-changes.ts';
import {
  type BpmnFactory,
  type BpmnReplace,
  type Canvas,
  type CommandStack,
  type DiagramElement,
  type ElementFactory,
  type ElementRegistry,
  type EventBus,
  isOnDrawing,
  middleOf,
  type Modeling,
  type Selection,
} from './diagram.ts';
import { type ModelEdits, modelEdits } from './edit-model.ts';
import { FixedRules } from './fixed-rules.ts';
import type { KeyActions } from './walk-keys.ts';
import { WalkKeys } from './walk-keys.ts';
import { type PadAction, WordPad } from './word-pad.ts';
import { type StepNote, StepRenderer } from './step-renderer.ts';
import { Together } from './together.ts';
import { wordsOfBpmnJs } from './words-of-bpmn-js.ts';

/** What the drawing asks the page for while it is used. */
export interface CanvasHost {
  readonly note: StepNote;
  readonly actions: (element: DiagramElement) => readonly PadAction[];
  /** Whether everything BPMN has is offered. */
  readonly expert: () => boolean;
  /** Whether the process may only be looked at. */
  readonly fixed: () => boolean;
  readonly keys: KeyActions;
  /** Somebody changed something; the text to be saved. */
  readonly changed: (xml: string) => void;
}

/** What is to be seen of the drawing from outside; a new object whenever something of it has changed. */
export interface CanvasView {
  /** Null until the first text is drawn. */
  readonly root: DiagramElement | null;
  readonly selected: DiagramElement;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/**
 * A process on the screen, with bpmn-js: draws a text, lets people edit it, and hands back the text with only what they
 * changed. The mark of bpmn.io stays where its licence wants it.
 */
export class ProcessCanvas {
  readonly #modeler: Modeler;
  readonly #host: CanvasHost;
  readonly #listeners = new Set<() => void>();
  readonly edits: ModelEdits;
  #view: CanvasView | null = null;
  /** The text that was drawn, and what bpmn-moddle made of it then. */
  #opened: { readonly text: string; readonly written: string } | null = null;
  #saving: Promise<void> = Promise.resolve();

  constructor(container: HTMLElement, language: Language, host: CanvasHost) {
    this.#host = host;
    this.#modeler = new Modeler({
      container,
      ...drawingStyle(),
      moddleExtensions: { zeebe: zeebeDescriptor, grid: gridDescriptor },
      steps: host,
      additionalModules: [
        wordsOfBpmnJs(language),
        {
          __init__: ['stepRenderer', 'wordPad', 'walkKeys', 'fixedRules'],
          fixedRules: ['type', FixedRules],
          stepRenderer: ['type', StepRenderer],
          wordPad: ['type', WordPad],
          walkKeys: ['type', WalkKeys],
        },
      ],
    } as never);
    this.edits = modelEdits(this.modeling, this.part<BpmnFactory>('bpmnFactory'));
    this.part<CommandStack>('commandStack').registerHandler('gridloom.together', Together);
    const bus = this.part<EventBus>('eventBus');
    bus.on('elements.changed', 100, () => this.#look());
    bus.on<{ readonly newSelection: readonly DiagramElement[] }>('selection.changed', 100, ({ newSelection }) => {
      const [chosen, ...others] = newSelection;
      if (chosen !== undefined && others.length === 0) this.part<Canvas>('canvas').scrollToElement(chosen, sight);
      this.#look();
    });
    bus.on('commandStack.changed', 100, () => {
      this.#look();
      if (this.#opened !== null) this.#save();
    });
  }

  /** A service of diagram-js. */
  part<Part>(name: string): Part {
    return this.#modeler.get<Part>(name);
  }

  get modeling(): Modeling {
    return this.part<Modeling>('modeling');
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): CanvasView | null => this.#view;

  /**
   * Draws a text; where something was drawn before, the part that is seen and what is chosen stay.
   *
   * @throws Error when it cannot be drawn
   */
  async open(text: string): Promise<void> {
    const canvas = this.part<Canvas>('canvas');
    const before = this.#opened === null ? null : { box: canvas.viewbox(), chosen: this.#view?.selected.id };
    this.#opened = null;
    await this.#modeler.importXML(text);
    this.#settle();
    const { xml = '' } = await this.#modeler.saveXML({ format: true });
    this.#opened = { text, written: xml };
    if (before === null) this.fit({ readable: true });
    else canvas.viewbox(before.box);
    if (before?.chosen !== undefined) this.select(before.chosen);
    this.#look();
  }

  /** The text as it would be saved now. */
  async text(): Promise<string> {
    if (this.#opened === null) throw new Error('Nothing is drawn yet.');
    const { text, written } = this.#opened;
    const { xml = '' } = await this.#modeler.saveXML({ format: true });
    return saveChanges(text, written, xml);
  }

  element(id: string): DiagramElement | undefined {
    return this.part<ElementRegistry>('elementRegistry').get(id);
  }

  /** Everything on the drawing but labels. */
  elements(): readonly DiagramElement[] {
    return this.part<ElementRegistry>('elementRegistry').filter(({ labelTarget }) => labelTarget === undefined);
  }

  /** Chooses an element and brings it into sight; null chooses the whole process. */
  select(id: string | null): void {
    const element = id === null ? undefined : this.element(id);
    const isWhole = element === undefined || element === this.part<Canvas>('canvas').getRootElement();
    this.part<Selection>('selection').select(isWhole ? null : element);
    if (!isWhole) this.part<Canvas>('canvas').scrollToElement(element, sight);
  }

  /** Several commands that are taken back as one. */
  together<Answer>(change: () => Answer): Answer {
    let answer: { readonly is: Answer } | undefined;
    const context = {
      change: () => {
        answer = { is: change() };
      },
    };
    this.part<CommandStack>('commandStack').execute('gridloom.together', context);
    if (answer === undefined) throw new Error('The command was not executed.');
    return answer.is;
  }

  undo(): void {
    this.part<CommandStack>('commandStack').undo();
  }

  redo(): void {
    this.part<CommandStack>('commandStack').redo();
  }

  replace(element: DiagramElement, target: object): DiagramElement {
    return this.part<BpmnReplace>('bpmnReplace').replaceElement(element, target);
  }

  get factory(): BpmnFactory {
    return this.part<BpmnFactory>('bpmnFactory');
  }

  get shapes(): ElementFactory {
    return this.part<ElementFactory>('elementFactory');
  }

  /** Draws all steps again, because what stands below their names has changed. */
  drawAgain(): void {
    if (this.#opened === null) return;
    const steps = this.elements().filter((step) => step.waypoints === undefined && isOnDrawing(step));
    this.part<EventBus>('eventBus').fire('elements.changed', { elements: steps });
  }

  zoom(step: number): void {
    this.part<{ readonly stepZoom: (by: number) => void }>('zoomScroll').stepZoom(step);
    this.#look();
  }

  /**
   * The whole is seen beside the palette, but never larger than it is drawn. With `readable` what would become too small
   * to read is drawn at full size instead, from its beginning on.
   */
  fit({ readable = false }: { readonly readable?: boolean } = {}): void {
    const canvas = this.part<Canvas>('canvas');
    const { inner, outer } = canvas.viewbox();
    const room = { width: outer.width - margins.left - margins.right, height: outer.height - 2 * margins.top };
    const fitting = Math.min(1, room.width / inner.width, room.height / inner.height);
    const scale = readable && fitting < READABLE ? 1 : fitting;
    const spare = Math.max(0, outer.width / scale - inner.width - (margins.left + margins.right) / scale) / 2;
    canvas.viewbox({
      x: inner.x - margins.left / scale - spare,
      y: inner.y + inner.height / 2 - outer.height / scale / 2,
      width: outer.width / scale,
      height: outer.height / scale,
    });
    this.#look();
  }

  focus(): void {
    this.part<Canvas>('canvas').focus();
  }

  /** Puts a copy below what is chosen. */
  paste(): void {
    const root = this.part<Canvas>('canvas').getRootElement();
    const at = this.#view?.selected ?? root;
    const { x, y } = at === root ? { x: 200, y: 200 } : middleOf(at);
    const copies = this.part<{ readonly paste: (context: object) => readonly DiagramElement[] | undefined }>(
      'copyPaste',
    );
    const pasted = copies.paste({ element: at.parent ?? root, point: { x: x + 40, y: y + at.height + 60 } });
    if (pasted !== undefined) this.part<Selection>('selection').select(pasted);
  }

  find(): void {
    this.part<{ readonly toggle: () => void }>('searchPad').toggle();
  }

  remove(): void {
    this.#listeners.clear();
    this.#modeler.destroy();
  }

  /**
   * Writes into the model where everything is drawn. bpmn-js measures and rounds names when it draws, and would write
   * that down for whatever a command touches, also when it is taken back: it must not count as an edit.
   */
  #settle(): void {
    const updater = this.part<{
      readonly updateBounds: (shape: DiagramElement) => void;
      readonly updateConnectionWaypoints: (line: DiagramElement) => void;
    }>('bpmnUpdater');
    for (const element of this.part<ElementRegistry>('elementRegistry').filter(isOnDrawing)) {
      if (element.waypoints === undefined) updater.updateBounds(element);
      else updater.updateConnectionWaypoints(element);
      // Renaming a step leaves an empty BPMNLabel at its shape, for no use of anybody's.
      const named =
        element.labelTarget === undefined && getLabel(element as never) && !isLabelExternal(element as never);
      if (named && element.di.label === undefined) element.di.set('label', this.factory.create('bpmndi:BPMNLabel'));
    }
  }

  #look(): void {
    if (this.#opened === null) return;
    const root = this.part<Canvas>('canvas').getRootElement();
    const stack = this.part<CommandStack>('commandStack');
    const [first, ...others] = this.part<Selection>('selection').get();
    const chosen = first?.labelTarget ?? first;
    this.#view = {
      root,
      selected: chosen === undefined || others.length > 0 ? root : chosen,
      canUndo: stack.canUndo(),
      canRedo: stack.canRedo(),
    };
    for (const tell of this.#listeners) tell();
  }

  /** One after the other, so that the newest text is the last that is handed over. */
  #save(): void {
    this.#saving = this.#saving.then(async () => this.#host.changed(await this.text()));
  }
}

/** Below this scale letters of 14 pixels cannot be read any more. */
const READABLE = 0.85;
/** Pixels that the palette and the tools need around the drawing. */
const margins = { left: 96, right: 24, top: 48 };
/** What is chosen has room beside it for what can be done with it. */
const sight = { top: 60, right: 130, bottom: 130, left: 96 };

function drawingStyle(): object {
  const letters = { fontFamily: tokenValue('--font'), fontSize: 14 };
  return {
    bpmnRenderer: {
      defaultFillColor: tokenValue('--surface'),
      defaultStrokeColor: tokenValue('--text-2'),
      defaultLabelColor: tokenValue('--text'),
    },
    textRenderer: { defaultStyle: letters, externalStyle: letters },
  };
}
