import type { ClockStage } from '../calendar/time-limit.ts';
import type { Expression } from '../feel/expression.ts';
import type { VariableMapping } from './executable-activity.ts';
import type { NodeFrame } from './executable-process.ts';

/** When a timer is due. `date`: FEEL giving an instant; `duration`: FEEL giving an ISO duration or duration value. */
export interface TimerDefinition {
  readonly kind: 'date' | 'duration' | 'cycle';
  readonly expression: Expression;
}

/** Where a message goes or comes from: its name, and the value by which it finds its instance. */
export interface MessageDefinition {
  /** Id of the `bpmn:message`, or of the event where a drawing names none. */
  readonly id: string;
  readonly name: string;
  /** FEEL; absent: the message goes to whoever waits for its name. */
  readonly correlation?: Expression;
}

/**
 * What an event waits for (BPMN 2.0.2, 10.5.5). `none`: a start or boundary event without a definition, which happens
 * only when somebody says so.
 */
export type Catch =
  | { readonly kind: 'none' }
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | ClockCatch
  | { readonly kind: 'message'; readonly message: MessageDefinition }
  | { readonly kind: 'signal'; readonly signal: string }
  /** `code` null: every error, also one without a code. */
  | { readonly kind: 'error'; readonly code: string | null }
  | { readonly kind: 'escalation'; readonly code: string | null }
  | { readonly kind: 'conditional'; readonly condition: Expression }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'compensation' };

/** A moment of a clock of the user task it is on: its light turns yellow, it is due, or has been for some time. */
export interface ClockCatch {
  readonly kind: 'clock';
  readonly threshold: 'yellow' | 'due' | 'overdue';
  /** Of `overdue`: FEEL giving a duration (`PT2H`, natural time) or a number in the unit of the limit. */
  readonly after?: Expression;
  /** Which clock; absent: that of the handling. */
  readonly stage?: ClockStage;
}

export type CatchKind = Catch['kind'];

/** What an event makes happen. */
export type Throw =
  | { readonly kind: 'message'; readonly message: MessageDefinition }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'error'; readonly code: string | null }
  | { readonly kind: 'escalation'; readonly code: string | null }
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'cancel' }
  /** `activity` null: everything that was completed in the scope. */
  | { readonly kind: 'compensation'; readonly activity: string | null; readonly waits: boolean };

interface CatchEvent extends NodeFrame {
  /** One for most events; none for a none start event; several for a multiple event. */
  readonly catches: readonly Catch[];
  /** Parallel multiple: all of them must happen (BPMN 2.0.2, 10.5.5.12). */
  readonly all: boolean;
  /** What arrives with the event becomes variables by these mappings; without any, all of it does. */
  readonly outputs: readonly VariableMapping[];
}

export interface StartEvent extends CatchEvent {
  readonly type: 'startEvent';
  /** Of an event sub-process: whether it ends what goes on around it. */
  readonly interrupting: boolean;
}

export interface IntermediateCatchEvent extends CatchEvent {
  readonly type: 'intermediateCatchEvent';
}

export interface BoundaryEvent extends CatchEvent {
  readonly type: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  /** Of a compensation event: the activity its association leads to. */
  readonly handler?: string;
}

interface ThrowEvent extends NodeFrame {
  readonly throws: readonly Throw[];
  /** Make the variables that go out with it; without any, nothing does. */
  readonly inputs: readonly VariableMapping[];
  /** Message flows that begin here, by the element or pool they lead to. */
  readonly messageFlows: readonly string[];
}

export interface IntermediateThrowEvent extends ThrowEvent {
  readonly type: 'intermediateThrowEvent';
}

export interface EndEvent extends ThrowEvent {
  readonly type: 'endEvent';
}
