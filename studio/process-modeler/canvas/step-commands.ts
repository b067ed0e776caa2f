import type { ProcessPart } from '../../../server/kernel/release/process-contract.ts';
import { stepsBefore } from '../model/variables-in-sight.ts';
import { limitsOf } from '../model/limit-facts.ts';
import { attributeOf } from '../model/step-facts.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { newClockTimer, newStep, newTimer, type StepGround } from '../steps/new-step.ts';
import { kindOf, type StepKind } from '../steps/step-kind.ts';
import { type DiagramElement, isOnDrawing, isSequenceFlow, type NewShape } from './diagram.ts';
import { type Ground, insertAfter, insertBefore, insertIntoFlow } from './insert-step.ts';
import type { ProcessCanvas } from './process-canvas.ts';

/** What new steps are made from, as the page has it now. */
export interface StepSources {
  readonly vocabulary: Vocabulary;
  readonly part: ProcessPart | null;
  readonly nameOf: (kind: StepKind | 'timer' | 'clock-timer') => string;
}

/** Where a new step goes: before or behind what is chosen. */
export type Side = 'before' | 'after';

/**
 * Adds a step and chooses it. Behind a step it goes into the way out, before one into all ways in, and where a line is
 * chosen into that line; where nothing is chosen it comes last, before the end.
 */
export function addStep(canvas: ProcessCanvas, sources: StepSources, kind: StepKind, side: Side = 'after'): void {
  const at = canvas.view()?.selected;
  if (at === undefined) return;
  const added = canvas.together(() => placed(canvas, sources, kind, at, side));
  canvas.select(added.id);
}

function placed(
  canvas: ProcessCanvas,
  sources: StepSources,
  kind: StepKind,
  at: DiagramElement,
  side: Side,
): DiagramElement {
  const ground = groundOf(canvas);
  const anchor = anchorOf(canvas, at, kind);
  const shape = newStep(stepGround(canvas, sources, anchor, side), kind);
  if (anchor === undefined || kind === 'start') return alone(canvas, shape);
  if (isSequenceFlow(anchor)) return intoFlow(canvas, ground, kind, anchor, shape);
  if (kind === 'end') return atEnd(canvas, ground, anchor, shape);
  const isLast = anchor.businessObject.$type === 'bpmn:EndEvent';
  const step = side === 'before' || isLast ? insertBefore(ground, anchor, shape) : insertAfter(ground, anchor, shape);
  return withDefault(canvas, kind, step);
}

function intoFlow(
  canvas: ProcessCanvas,
  ground: Ground,
  kind: StepKind,
  flow: Parameters<typeof insertIntoFlow>[1],
  shape: NewShape,
): DiagramElement {
  const [step] = insertIntoFlow(ground, flow, shape);
  return withDefault(canvas, kind, step);
}

/** A new decision goes on as before until somebody adds another way. */
function withDefault(canvas: ProcessCanvas, kind: StepKind, step: DiagramElement): DiagramElement {
  const [flow] = step.outgoing.filter(isSequenceFlow);
  if (kind === 'choice' && flow !== undefined) canvas.edits.setDefault(step, flow);
  return step;
}

/** An end follows what leads nowhere yet, or is one more way out of a decision; it never cuts a way off. */
function atEnd(canvas: ProcessCanvas, ground: Ground, anchor: DiagramElement, shape: NewShape): DiagramElement {
  const isOpen = anchor.outgoing.length === 0 && anchor.businessObject.$type !== 'bpmn:EndEvent';
  const isGateway = anchor.type.endsWith('Gateway');
  return isOpen || isGateway ? ground.append(anchor, shape) : alone(canvas, shape);
}

/** What the new step is placed by: what is chosen, or the end of the process. */
function anchorOf(canvas: ProcessCanvas, at: DiagramElement, kind: StepKind): DiagramElement | undefined {
  if (isOnDrawing(at) && (isSequenceFlow(at) || kindOf(at.businessObject) !== 'drawing')) return at;
  if (kind === 'end') return canvas.elements().find((one) => isOpenStep(one));
  const ends = canvas.elements().filter(({ type, incoming }) => type === 'bpmn:EndEvent' && incoming.length > 0);
  const last = ends.find(({ parent }) => !parent?.type.endsWith('SubProcess'));
  return last ?? ends[0] ?? canvas.elements().find((one) => isOpenStep(one));
}

function isOpenStep(step: DiagramElement): boolean {
  const { type, outgoing, waypoints } = step;
  return isOnDrawing(step) && waypoints === undefined && type !== 'bpmn:EndEvent' && outgoing.length === 0;
}

/** Beside everything else, to be connected by hand. */
function alone(canvas: ProcessCanvas, shape: NewShape): DiagramElement {
  const root = canvas.part<{ readonly getRootElement: () => DiagramElement }>('canvas').getRootElement();
  const steps = canvas.elements().filter((step) => isOnDrawing(step) && step.waypoints === undefined);
  const right = Math.max(0, ...steps.map(({ x, width }) => x + width));
  const top = Math.min(...steps.map(({ y }) => y), 400);
  return canvas.modeling.createShape(shape, { x: right + 60 + shape.width / 2, y: top + shape.height / 2 }, root);
}

function groundOf(canvas: ProcessCanvas): Ground {
  const placer = canvas.part<{ readonly append: (source: DiagramElement, shape: NewShape) => DiagramElement }>(
    'autoPlace',
  );
  return {
    modeling: canvas.modeling,
    append: (source, shape) => placer.append(source, shape),
    root: canvas.part<{ readonly getRootElement: () => DiagramElement }>('canvas').getRootElement(),
  };
}

function stepGround(
  canvas: ProcessCanvas,
  sources: StepSources,
  anchor: DiagramElement | undefined,
  side: Side = 'after',
): StepGround {
  const before = anchor === undefined ? [] : stepsBefore(anchor);
  const at = anchor === undefined || isSequenceFlow(anchor) || side === 'before' ? [] : [anchor];
  const near = [...at, ...before];
  const userTask = near.find(({ businessObject }) => businessObject.$type === 'bpmn:UserTask');
  const staged = near.map(({ businessObject }) => attributeOf(businessObject, 'grid:Stage', 'id'));
  return {
    ...sources,
    factory: canvas.factory,
    shapes: canvas.shapes,
    before: userTask?.businessObject,
    stage: staged.find((stage) => stage !== undefined),
  };
}

/** Begins to drag a new step; it goes where it is let go, into a line when that is a line. */
export function dragStep(canvas: ProcessCanvas, sources: StepSources, kind: StepKind, event: Event): void {
  const create = canvas.part<{ readonly start: (event: Event, shape: NewShape) => void }>('create');
  create.start(event, newStep(stepGround(canvas, sources, undefined), kind));
}

/**
 * Hangs a timer on the edge of a user task: after a while something else happens.
 *
 * @param by `limit`: it listens to a time limit of the user task, to that of the handling before any other
 */
export function addTimer(
  canvas: ProcessCanvas,
  sources: StepSources,
  host: DiagramElement,
  by: 'time' | 'limit' = 'time',
): void {
  const timer = canvas.together(() => {
    const limits = limitsOf(host.businessObject);
    const [first] = limits.filter(({ stage }) => stage === 'handle').concat(limits);
    const shape =
      by === 'limit' && first
        ? newClockTimer(canvas, sources.nameOf('clock-timer'), first.stage)
        : newTimer(canvas, sources.nameOf('timer'));
    const at = { x: host.x + host.width - 24, y: host.y + host.height };
    return canvas.modeling.createShape(shape, at, host, { attach: true });
  });
  canvas.select(timer.id);
}

/** Makes another kind of step of one that is there; what both kinds have stays. */
export function changeKind(canvas: ProcessCanvas, sources: StepSources, step: DiagramElement, kind: StepKind): void {
  const changed = canvas.together(() => {
    const { businessObject } = newStep(stepGround(canvas, sources, step), kind);
    const target = canvas.replace(step, { type: businessObject.$type, width: step.width, height: step.height });
    const extensionElements = businessObject['extensionElements'];
    if (businessObject.$type.endsWith('Task')) canvas.modeling.updateProperties(target, { extensionElements });
    return target;
  });
  canvas.select(changed.id);
}

/** What a step may become: steps become steps, gateways gateways. */
export function otherKinds(step: DiagramElement): readonly StepKind[] {
  const kind = kindOf(step.businessObject);
  const families: readonly (readonly StepKind[])[] = [
    ['user-task', 'together', 'notice', 'rule', 'job'],
    ['choice', 'parallel'],
  ];
  if (kind === 'plain') return families[0] ?? [];
  return families.find((family) => family.some((one) => one === kind))?.filter((one) => one !== kind) ?? [];
}
