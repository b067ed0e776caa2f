import type { Canvas, ElementRegistry, GraphicsFactory, Overlays, Shape } from './bpmn-viewer.ts';
import type { DrawnState, DrawnToken } from './drawn-state.ts';

export interface TokenWords {
  readonly here: string;
  readonly stuck: string;
  /** What a limit that is nearly over, or over, is called; with its shape. */
  readonly lights: { readonly yellow: string; readonly red: string };
  readonly pack: (chinese: string) => string;
}

const PALE = '#B9C4CF';
const times = ['past', 'now', 'future'] as const;
type Time = (typeof times)[number];

/** Past, present and future by colour; lines are drawn again, because their arrow heads take the colour only then. */
export function markProcess(
  registry: ElementRegistry,
  canvas: Canvas,
  factory: GraphicsFactory,
  { visited, flows, tokens }: DrawnState,
): void {
  const past = new Set([...visited, ...flows]);
  const now = new Set(tokens.map(({ element }) => element));
  const timeOf = ({ id }: Shape): Time => (now.has(id) ? 'now' : past.has(id) ? 'past' : 'future');
  const drawn = registry
    .getAll()
    .filter(({ businessObject }) => !/Process|Collaboration|Plane|Participant/.test(businessObject.$type));
  for (const shape of drawn) {
    const time = timeOf(shape.labelTarget ?? shape);
    for (const other of times) if (other !== time) canvas.removeMarker(shape, `gl-${other}`);
    canvas.addMarker(shape, `gl-${time}`);
    if (shape.labelTarget !== undefined) continue;
    shape.di.set('color:border-color', time === 'future' ? PALE : undefined);
    factory.update(shape.waypoints === undefined ? 'shape' : 'connection', shape, registry.getGraphics(shape));
  }
}

/** Check marks at what is done, and at each token that it is here, whose it is, and how it stands. */
export function speakOfTokens(
  overlays: Overlays,
  registry: ElementRegistry,
  { visited, tokens }: DrawnState,
  words: TokenWords,
): void {
  overlays.clear();
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
      html: bubble(`gl-here ${lightClass(token)}`, tokenWords(token, words)),
    });
  }
}

function tokenClass(token: DrawnToken): string {
  return token.incident === false ? 'gl-token' : 'gl-token gl-token-stuck';
}

function lightClass({ incident, light }: DrawnToken): string {
  if (incident !== false || light === 'red') return 'gl-here-late';
  return light === 'yellow' ? 'gl-here-warn' : '';
}

function tokenWords({ holder, incident, light }: DrawnToken, { here, stuck, lights, pack }: TokenWords): string {
  const place = incident === false ? here : typeof incident === 'string' ? `${stuck}：${incident}` : stuck;
  const late = light === 'yellow' || light === 'red' ? [lights[light]] : [];
  return [place, ...(holder === '' ? [] : [pack(holder)]), ...late].join(' · ');
}

/** Built as nodes, never from markup: a holder's name is data. */
function bubble(className: string, words: string): HTMLElement {
  const node = document.createElement('span');
  node.className = className;
  node.textContent = words;
  return node;
}
