/** The little of bpmn-js that drawings use; its own types do not say what the services are. */
export interface Shape {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly waypoints?: readonly unknown[];
  readonly labelTarget?: Shape;
  readonly businessObject: { readonly $type: string };
  readonly di: { readonly set: (name: string, value: string | undefined) => void };
}

export interface GraphicsFactory {
  readonly update: (kind: 'shape' | 'connection', shape: Shape, graphics: SVGElement) => void;
}

export interface ElementRegistry {
  readonly get: (id: string) => Shape | undefined;
  readonly getAll: () => readonly Shape[];
  readonly getGraphics: (shape: Shape) => SVGElement;
}

export interface Canvas {
  readonly addMarker: (shape: Shape, marker: string) => void;
  readonly removeMarker: (shape: Shape, marker: string) => void;
  readonly viewbox: (box?: { x: number; y: number; width: number; height: number }) => {
    readonly outer: { readonly width: number; readonly height: number };
  };
  readonly zoom: (scale: number | 'fit-viewport', centre?: 'auto' | { x: number; y: number }) => number;
}

export interface Overlays {
  readonly add: (
    id: string,
    overlay: {
      position: { top?: number; left?: number; right?: number; bottom?: number };
      html: HTMLElement;
    },
  ) => void;
  readonly clear: () => void;
}

export interface ZoomScroll {
  readonly stepZoom: (step: number) => void;
}
