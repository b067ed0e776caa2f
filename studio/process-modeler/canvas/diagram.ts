import type { XmlElement } from '../../../server/kernel/bpmn/compile/xml-element.ts';

/** An element of the model as bpmn-moddle keeps it; the kernel reads the same shape. */
export interface ModelElement extends XmlElement {
  readonly $parent?: ModelElement;
  readonly get: (property: string) => unknown;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The little of diagram-js's elements that the editor uses; a step, a line, a label, or the drawing itself. */
export interface DiagramElement {
  readonly id: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Nothing stands around the drawing itself. */
  readonly parent?: DiagramElement | null;
  readonly host?: DiagramElement;
  readonly attachers?: readonly DiagramElement[];
  readonly labelTarget?: DiagramElement;
  readonly label?: DiagramElement;
  readonly children?: readonly DiagramElement[];
  readonly incoming: readonly Connection[];
  readonly outgoing: readonly Connection[];
  readonly waypoints?: readonly Point[];
  readonly businessObject: ModelElement;
  /** How it is drawn, as the file says it. */
  readonly di: { readonly label?: unknown; readonly set: (property: string, value: unknown) => void };
}

/** A line and what it joins. */
export interface Connection extends DiagramElement {
  readonly source: DiagramElement;
  readonly target: DiagramElement;
  readonly waypoints: readonly Point[];
}

/** True for what stands on the drawing; false for the drawing itself, which is the process. */
export function isOnDrawing({ parent }: DiagramElement): boolean {
  return parent !== null && parent !== undefined;
}

/** True for a line between two steps. */
export function isSequenceFlow(element: DiagramElement): element is Connection {
  return element.businessObject.$type === 'bpmn:SequenceFlow' && element.waypoints !== undefined;
}

export interface EventBus {
  /** A listener is handed the event, and behind it what the event is about. */
  readonly on: <Event, About = undefined>(
    name: string | readonly string[],
    priority: number,
    listener: (event: Event, about: About) => unknown,
  ) => void;
  readonly fire: (name: string, event: object) => void;
}

export interface ElementRegistry {
  readonly get: (id: string) => DiagramElement | undefined;
  readonly filter: (wanted: (element: DiagramElement) => boolean) => readonly DiagramElement[];
}

export interface Selection {
  readonly get: () => readonly DiagramElement[];
  readonly select: (element: DiagramElement | readonly DiagramElement[] | null) => void;
}

export interface CommandStack {
  readonly execute: (command: string, context: object) => void;
  readonly registerHandler: (command: string, handler: new () => object) => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly clear: (emit?: boolean) => void;
}

/** bpmn-js's commands as far as the editor gives them; each can be taken back. */
export interface Modeling {
  readonly createShape: (shape: NewShape, at: Point, parent: DiagramElement, hints?: object) => DiagramElement;
  readonly appendShape: (source: DiagramElement, shape: NewShape, at: Point, parent: DiagramElement) => DiagramElement;
  readonly moveElements: (elements: readonly DiagramElement[], by: Point) => void;
  readonly removeElements: (elements: readonly DiagramElement[]) => void;
  readonly connect: (source: DiagramElement, target: DiagramElement) => Connection;
  readonly reconnectEnd: (flow: Connection, target: DiagramElement, at: Point) => void;
  readonly layoutConnection: (flow: Connection) => void;
  readonly updateProperties: (element: DiagramElement, properties: object) => void;
  readonly updateModdleProperties: (element: DiagramElement, model: XmlElement, properties: object) => void;
}

/** A step that is not on the drawing yet. */
export interface NewShape {
  readonly width: number;
  readonly height: number;
  readonly businessObject: ModelElement;
}

export interface ElementFactory {
  readonly createShape: (attributes: object) => NewShape;
}

export interface BpmnFactory {
  readonly create: (type: string, attributes?: object) => ModelElement;
}

export interface BpmnReplace {
  readonly replaceElement: (element: DiagramElement, target: object) => DiagramElement;
}

export interface Canvas {
  readonly getRootElement: () => DiagramElement;
  readonly zoom: (scale?: number | 'fit-viewport', centre?: 'auto' | Point) => number;
  readonly viewbox: (box?: Box) => Box & { readonly inner: Box; readonly outer: Box; readonly scale: number };
  readonly scrollToElement: (
    element: DiagramElement,
    padding: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>,
  ) => void;
  readonly focus: () => void;
  readonly addMarker: (element: DiagramElement | string, marker: string) => void;
  readonly removeMarker: (element: DiagramElement | string, marker: string) => void;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The middle of a step. */
export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
