import type { Json, JsonObject } from '../json.ts';

/** A step of the file given to `gridloom run --script`; documented in `definitions/README.md`. */
export interface RunStep {
  readonly do:
    | 'start'
    | 'complete'
    | 'throwError'
    | 'trigger'
    | 'message'
    | 'signal'
    | 'advance'
    | 'choose'
    | 'waitAt'
    | 'modify'
    | 'setVariables'
    | 'suspend'
    | 'resume'
    | 'migrate'
    | 'resolve'
    | 'cancel';
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
  /** What an operator moves, in order; all of it or nothing. */
  readonly changes?: readonly StepChange[];
  /** Whether the time an instance was held counts (`run-on`, the default), or its timers get that much longer. */
  readonly clocks?: 'run-on' | 'shift';
  /** Of a migration: which element of the other process takes the place of which. */
  readonly elements?: { readonly [from: string]: string };
}

/** One change of a `modify` step, by BPMN ids. */
export interface StepChange {
  readonly do: 'cancel' | 'activate' | 'addIteration' | 'removeIteration';
  readonly element: string;
  /** Of what is entered: variables of the scope it is entered in. */
  readonly variables?: JsonObject;
  /** What the new iteration is for. */
  readonly item?: Json;
  /** Which iteration is meant, from 1; without it the oldest. */
  readonly iteration?: number;
}

/** Why a step could not be carried out. */
export interface RunFault {
  readonly code: string;
  readonly element: string | null;
  readonly zh: string;
  readonly en: string;
}
