import {
  type Connection,
  type DiagramElement,
  isSequenceFlow,
  middleOf,
  type Modeling,
  type NewShape,
  type Point,
} from './diagram.ts';

/** Between two steps in a row. */
const GAP = 40;

/** How steps are put into a process: what the commands work on. */
export interface Ground {
  readonly modeling: Modeling;
  /** Where a further step behind one with several ways out finds a free place. */
  readonly append: (source: DiagramElement, shape: NewShape) => DiagramElement;
  readonly root: DiagramElement;
}

/**
 * Puts a step between a step and what follows it. The line keeps its name and condition and leads to the new step; what
 * stands to the right in the same row makes room.
 *
 * @returns the new step, and the line that leads on from it
 */
export function insertIntoFlow(ground: Ground, flow: Connection, shape: NewShape): [DiagramElement, Connection] {
  const { modeling } = ground;
  const { source, target } = flow;
  const at = placeBetween(modeling, flow, shape);
  const step = modeling.createShape(shape, at, source.parent ?? ground.root);
  modeling.reconnectEnd(flow, step, middleOf(step));
  const onward = modeling.connect(step, target);
  modeling.layoutConnection(flow);
  return [step, onward];
}

/** Puts a step behind another: into its one way out, or as one more way out of a gateway, or at its open end. */
export function insertAfter(ground: Ground, source: DiagramElement, shape: NewShape): DiagramElement {
  const ways = source.outgoing.filter(isSequenceFlow);
  const [only] = ways;
  const branches = source.type.endsWith('Gateway') && !joins(source);
  if (only === undefined || branches) return ground.append(source, shape);
  return insertIntoFlow(ground, only, shape)[0];
}

/** A gateway that only brings ways together has one way out. */
function joins(gateway: DiagramElement): boolean {
  return gateway.incoming.length > 1 && gateway.outgoing.length === 1;
}

/** Puts a step before another: every line that led there leads to the new step. */
export function insertBefore(ground: Ground, target: DiagramElement, shape: NewShape): DiagramElement {
  const { modeling } = ground;
  const into = target.incoming.filter(isSequenceFlow);
  const inRow = into.filter(({ source }) => isInRow(source, target) && source.x < target.x);
  // The nearest one stands right before the target; a line from farther away runs around it.
  const main = inRow.toSorted((one, other) => other.source.x - one.source.x)[0] ?? into[0];
  if (main === undefined) return modeling.createShape(shape, leftOf(target, shape), target.parent ?? ground.root);
  const [step] = insertIntoFlow(ground, main, shape);
  for (const flow of into) {
    if (flow === main) continue;
    modeling.reconnectEnd(flow, step, middleOf(step));
    modeling.layoutConnection(flow);
  }
  return step;
}

function leftOf(target: DiagramElement, shape: NewShape): Point {
  return { x: target.x - GAP - shape.width / 2, y: middleOf(target).y };
}

/** Where the step comes to stand; room is made for it when its neighbours stand in one row. */
function placeBetween(modeling: Modeling, { source, target, waypoints }: Connection, shape: NewShape): Point {
  if (!isInRow(source, target)) return middleOfLongest(waypoints);
  const right = source.x < target.x ? target : source;
  // Other steps may stand between the two, with the line running around them.
  const before = rowOf(right).filter((other) => other.x < right.x);
  const edge = Math.max(...before.map(({ x, width }) => x + width));
  const missing = shape.width + 2 * GAP - (right.x - edge);
  if (missing > 0)
    modeling.moveElements(
      rowOf(right).filter((other) => other.x >= right.x),
      { x: missing, y: 0 },
    );
  return { x: right.x - GAP - shape.width / 2, y: middleOf(right).y };
}

/** Two steps are in one row when their middles are on nearly one level. */
function isInRow(one: DiagramElement, other: DiagramElement): boolean {
  return Math.abs(middleOf(one).y - middleOf(other).y) < 40;
}

/** The steps that stand in one row with one of them, itself among them. */
function rowOf(one: DiagramElement): DiagramElement[] {
  return (one.parent?.children ?? []).filter(
    (other) =>
      other.waypoints === undefined &&
      other.labelTarget === undefined &&
      other.host === undefined &&
      isInRow(other, one),
  );
}

/** The middle of the longest straight part of a line. */
export function middleOfLongest(waypoints: readonly Point[]): Point {
  let longest: Point = waypoints[0] ?? { x: 0, y: 0 };
  let length = -1;
  for (const [nth, to] of waypoints.entries()) {
    const from = waypoints[nth - 1];
    if (from === undefined) continue;
    const distance = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    if (distance <= length) continue;
    length = distance;
    longest = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  }
  return longest;
}
