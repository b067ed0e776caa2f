// bpmn-moddle 10 ships types of the BPMN elements but none of its own entry point.
declare module 'bpmn-moddle' {
  export interface ModdleWarning {
    readonly message: string;
    readonly element?: unknown;
    readonly property?: string;
    readonly value?: string;
  }

  export class BpmnModdle {
    constructor(packages?: { readonly [prefix: string]: unknown });
    fromXML(xml: string): Promise<{ readonly rootElement: unknown; readonly warnings: readonly ModdleWarning[] }>;
    toXML(element: unknown, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}
