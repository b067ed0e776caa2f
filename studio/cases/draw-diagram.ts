import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import type { readCaseDiagram } from '../../server/http/contract/cases.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { tokenValue } from '../ui/token-values.ts';

type Diagram = AnswerOf<typeof readCaseDiagram>;
type Token = Diagram['tokens'][number];

/** The little of bpmn-js that this page uses. */
interface Shape {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly waypoints?: readonly unknown[];
  readonly labelTarget?: Shape;
  readonly businessObject: { readonly $type: string };
  readonly di: { readonly set: (name: string, value: string) => void };
}
interface GraphicsFactory {
  readonly update: (kind: 'shape' | 'connection', shape: Shape, graphics: SVGElement) => void;
}
interface Registry {
  readonly get: (id: string) => Shape | undefined;
  readonly getAll: () => readonly Shape[];
  readonly getGraphics: (shape: Shape) => SVGElement;
}
interface Canvas {
  readonly addMarker: (shape: Shape, marker: string) => void;
  readonly viewbox: (box?: { x: number; y: number; width: number; height: number }) => {
    readonly outer: { readonly width: number; readonly height: number };
  };
  readonly zoom: (scale: number | 'fit-viewport', centre?: 'auto' | { x: number; y: number }) => number;
}
interface Overlays {
  readonly add: (
    id: string,
    overlay: {
      position: { top?: number; left?: number; right?: number; bottom?: number };
      html: HTMLElement;
      scale?: boolean;
    },
  ) => void;
}
interface ZoomScroll {
  readonly stepZoom: (step: number) => void;
}

/** A diagram that is drawn; to be removed when its page goes. */
export interface DrawnDiagram {
  readonly ready: Promise<void>;
  /** `whole`: everything at once. `token`: at reading size, where the case is now. */
  readonly show: (what: 'whole' | 'token') => void;
  readonly zoom: (step: number) => void;
  readonly remove: () => void;
}

interface Words {
  /** What a screen reader calls the drawing. */
  readonly label: string;
  readonly here: string;
  readonly stuck: string;
  readonly pack: (chinese: string) => string;
}

/** Below this scale letters of 14 pixels cannot be read any more. */
const READABLE = 0.85;

/**
 * Draws a case's process: done steps with a check mark, the way taken in ink, what has not come yet pale, and the live
 * token with whose it is. The mark of bpmn.io stays where its licence wants it.
 */
export function drawDiagram(container: HTMLElement, diagram: Diagram, words: Words): DrawnDiagram {
  const viewer = new NavigatedViewer({ container, ...drawingStyle() });
  const canvas = (): Canvas => viewer.get<Canvas>('canvas');
  const registry = (): Registry => viewer.get<Registry>('elementRegistry');
  const firstToken = (): Shape | undefined =>
    diagram.tokens.map(({ element }) => registry().get(element)).find((shape) => shape !== undefined);
  translateNames(viewer, words.pack);
  return {
    ready: viewer.importXML(diagram.xml).then(() => {
      container.querySelector('svg[tabindex]')?.setAttribute('aria-label', words.label);
      mark(registry(), canvas(), viewer.get<GraphicsFactory>('graphicsFactory'), diagram);
      speak(viewer.get<Overlays>('overlays'), registry(), diagram, words);
    }),
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

interface Parsed {
  readonly elementsById: Readonly<Record<string, { name?: string }>> | undefined;
}

/** Names are the pack's words: they are put into the chosen language between reading the drawing and drawing it. */
function translateNames(viewer: NavigatedViewer, pack: Words['pack']): void {
  viewer.on('import.parse.complete', ({ elementsById }: Parsed) => {
    for (const element of Object.values(elementsById ?? {})) {
      if (element.name !== undefined) Object.assign(element, { name: pack(element.name) });
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

/** The whole fits, or what is at hand is readable: then the case's place is put into the middle. */
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

const PALE = '#B9C4CF';

/** Past, present and future by colour; lines are drawn again, because their arrow heads take the colour only then. */
function mark(registry: Registry, canvas: Canvas, factory: GraphicsFactory, { visited, flows, tokens }: Diagram): void {
  const past = new Set([...visited, ...flows]);
  const now = new Set(tokens.map(({ element }) => element));
  const drawn = registry
    .getAll()
    .filter(({ businessObject }) => !/Process|Collaboration|Plane|Participant/.test(businessObject.$type));
  for (const shape of drawn) {
    const { id } = shape.labelTarget ?? shape;
    const when = now.has(id) ? 'now' : past.has(id) ? 'past' : 'future';
    canvas.addMarker(shape, `gl-${when}`);
    if (when !== 'future' || shape.labelTarget !== undefined) continue;
    shape.di.set('color:border-color', PALE);
    factory.update(shape.waypoints === undefined ? 'shape' : 'connection', shape, registry.getGraphics(shape));
  }
}

function speak(overlays: Overlays, registry: Registry, { visited, tokens }: Diagram, words: Words): void {
  const here = new Set(tokens.map(({ element }) => element));
  for (const id of new Set(visited)) {
    const shape = registry.get(id);
    if (shape !== undefined && !here.has(id) && shape.businessObject.$type.endsWith('Task')) {
      overlays.add(id, { position: { top: -9, right: 9 }, html: bubble('gl-check', '✓') });
    }
  }
  for (const token of tokens) {
    if (registry.get(token.element) === undefined) continue;
    overlays.add(token.element, { position: { top: -11, left: -11 }, html: bubble(tokenClass(token), '') });
    overlays.add(token.element, {
      position: { top: -26, left: 14 },
      html: bubble('gl-here', tokenWords(token, words)),
    });
  }
}

function tokenClass({ incident }: Token): string {
  return incident ? 'gl-token gl-token-stuck' : 'gl-token';
}

function tokenWords({ holder, incident }: Token, { here, stuck, pack }: Words): string {
  const place = incident ? stuck : here;
  return holder === '' ? place : `${place} · ${pack(holder)}`;
}

/** Built as nodes, never from markup: a holder's name is data. */
function bubble(className: string, words: string): HTMLElement {
  const node = document.createElement('span');
  node.className = className;
  node.textContent = words;
  return node;
}
