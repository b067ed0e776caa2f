import type { JsonObject } from '../json.ts';

/** A step of the file given to `gridloom run --script`; documented in `definitions/README.md`. */
export interface RunStep {
  readonly do: 'start' | 'complete' | 'throwError' | 'trigger' | 'message' | 'signal' | 'advance' | 'choose' | 'waitAt';
  /** BPMN id of the start event, user task, job, event or activity meant. */
  readonly element?: string;
  /** Process id, when the file holds several. */
  readonly process?: string;
  readonly name?: string;
  readonly key?: string;
  readonly code?: string;
  readonly variables?: JsonObject;
  /** ISO duration by which the clock moves. */
  readonly by?: string;
  /** Instant to which the clock moves. */
  readonly to?: string;
  readonly gateway?: string;
  readonly flows?: readonly string[];
}

/** Why a step could not be carried out. */
export interface RunFault {
  readonly code: string;
  readonly element: string | null;
  readonly zh: string;
  readonly en: string;
}
