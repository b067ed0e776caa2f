// The peer's own types pull in packages it does not ship.
declare module 'bpmn-engine' {
  interface Execution {
    getState(): object;
    signal(message: { id: string }): void;
  }
  interface Options {
    readonly name?: string;
    readonly source?: string;
    readonly moddleContext?: unknown;
    readonly services?: Readonly<Record<string, (scope: unknown, next: () => void) => void>>;
  }
  export class Engine {
    constructor(options: Options);
    execute(options?: { listener?: unknown }, done?: (error: Error | null) => void): Promise<Execution>;
    recover(state: object): Engine;
    resume(options?: { listener?: unknown }, done?: (error: Error | null) => void): Promise<Execution>;
    waitFor(event: string): Promise<unknown>;
  }
}
