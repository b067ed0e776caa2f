import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import { tokenValue } from '../token-values.ts';
import type { Canvas, ElementRegistry, GraphicsFactory, Overlays, Shape, ZoomScroll } from './bpmn-viewer.ts';
import type { DrawnState } from './drawn-state.ts';
import { markProcess, speakOfTokens, type TokenWords } from './mark-process.ts';

/** A process that is drawn; to be removed when its page goes. */
export interface DrawnProcess {
  readonly ready: Promise<void>;
  /** Shows where the process is now, in the drawing that stands already. */
  readonly mark: (state: DrawnState) => void;
  /** `whole`: everything at once. `token`: at reading size, where the process is now. */
  readonly show: (what: 'whole' | 'token') => void;
  readonly zoom: (step: number) => void;
  readonly remove: () => void;
}

export interface DrawingWords extends TokenWords {
  /** What a screen reader calls the drawing. */
  readonly label: string;
}

/** Below this scale letters of 14 pixels cannot be read any more. */
const READABLE = 0.85;

/**
 * Draws a process: done steps with a check mark, the way taken in ink, what has not come yet pale, and the live tokens
 * with whose they are. The mark of bpmn.io stays where its licence wants it.
 */
export function drawProcess(container: HTMLElement, xml: string, words: DrawingWords): DrawnProcess {
  const viewer = new NavigatedViewer({ container, ...drawingStyle() });
  const canvas = (): Canvas => viewer.get<Canvas>('canvas');
  const registry = (): ElementRegistry => viewer.get<ElementRegistry>('elementRegistry');
  let tokens: DrawnState['tokens'] = [];
  const firstToken = (): Shape | undefined =>
    tokens.map(({ element }) => registry().get(element)).find((shape) => shape !== undefined);
  translateNames(viewer, words.pack);
  return {
    ready: viewer.importXML(xml).then(() => {
      container.querySelector('svg[tabindex]')?.setAttribute('aria-label', words.label);
    }),
    mark: (state) => {
      tokens = state.tokens;
      markProcess(registry(), canvas(), viewer.get<GraphicsFactory>('graphicsFactory'), state);
      speakOfTokens(viewer.get<Overlays>('overlays'), registry(), state, words);
    },
    show: (what) => {
      show(canvas(), what === 'token' ? firstToken() : undefined, what === 'whole');
    },
    zoom: (step) => {
      viewer.get<ZoomScroll>('zoomScroll').stepZoom(step);
    },
    remove: () => {
      viewer.destroy();
    },
  };
}

/** What drawings are read into: an element has a name, a shape of the drawing may have a label with a place of its own. */
interface ParsedElement {
  readonly name?: string;
  readonly label?: { readonly bounds?: { readonly x: number; readonly width: number } };
}

interface Parsed {
  readonly elementsById: Readonly<Record<string, ParsedElement>> | undefined;
}

/** A label beside its element breaks its words at this width, as editors give it; narrower ones were measured in Chinese. */
const LABEL_WIDTH = 90;

/**
 * Names are the pack's words: they are put into the chosen language between reading the drawing and drawing it. Other
 * words are wider, so a narrow label gets room on both sides.
 */
function translateNames(viewer: NavigatedViewer, pack: DrawingWords['pack']): void {
  viewer.on('import.parse.complete', ({ elementsById }: Parsed) => {
    for (const element of Object.values(elementsById ?? {})) {
      if (element.name !== undefined) Object.assign(element, { name: pack(element.name) });
      const bounds = element.label?.bounds;
      if (bounds !== undefined && bounds.width < LABEL_WIDTH)
        Object.assign(bounds, { x: bounds.x - (LABEL_WIDTH - bounds.width) / 2, width: LABEL_WIDTH });
    }
  });
}

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

/** The whole fits, or what is at hand is readable: then the token is put into the middle. */
function show(canvas: Canvas, token: Shape | undefined, whole: boolean): void {
  const fitting = canvas.zoom('fit-viewport', 'auto');
  if (whole || fitting >= READABLE) {
    if (fitting > 1) canvas.zoom(1, 'auto');
    return;
  }
  const { width, height } = canvas.viewbox().outer;
  const [x, y] =
    token === undefined ? [0, 0] : [token.x + token.width / 2 - width / 2, token.y + token.height / 2 - height / 2];
  canvas.viewbox({ x, y, width, height });
}
