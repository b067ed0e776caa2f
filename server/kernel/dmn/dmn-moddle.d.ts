// dmn-moddle 12 ships no types.
declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages?: { readonly [prefix: string]: unknown });
    fromXML(xml: string): Promise<{
      readonly rootElement: unknown;
      readonly warnings: readonly { readonly message: string; readonly element?: unknown }[];
    }>;
  }
}
