import type { Expression } from '../feel/expression.ts';
import type { JsonObject } from '../json.ts';

/**
 * The compiled, immutable form of one BPMN process: what the engine walks. XML is read once (see `compile/`), never
 * while an instance runs. Elements are found by their BPMN id, and carry a dense `index` for bit sets.
 */
export interface ExecutableProcess {
  /** BPMN `process/@id`. */
  readonly id: string;
  readonly name: string;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly flows: ReadonlyMap<string, SequenceFlow>;
  /** Boundary events by the id of the activity they are attached to. */
  readonly boundaryEvents: ReadonlyMap<string, readonly BoundaryEvent[]>;
  /** Where a `create-instance` command without a start event begins: the one none start event of the process. */
  readonly startEvent: string;
}

/** A sequence flow (BPMN 2.0.2, 8.4.13). */
export interface SequenceFlow {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  /** FEEL, must answer true or false; absent on unconditional and default flows. */
  readonly condition?: Expression;
  /** `grid:passes`: stages that need nobody when this flow is taken, and the reason shown in the story. */
  readonly passes?: { readonly stages: readonly string[]; readonly because: string };
}

interface FlowNodeBase {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  /** Id of the containing process or sub-process. */
  readonly parent: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  /** `grid:stage`: the stage of the case type this element belongs to. */
  readonly stage?: string;
}

/** An activity's variable mapping (`zeebe:ioMapping`): sources are FEEL, targets are dotted variable names. */
export interface VariableMapping {
  readonly source: Expression;
  readonly target: string;
}

interface ActivityBase extends FlowNodeBase {
  readonly inputs: readonly VariableMapping[];
  readonly outputs: readonly VariableMapping[];
  readonly defaultFlow?: string;
}

export interface StartEvent extends FlowNodeBase {
  readonly type: 'startEvent';
}

export interface EndEvent extends FlowNodeBase {
  readonly type: 'endEvent';
}

/** Which position a user task goes to: a post, placed at the area or at its nearest ancestor that has that post. */
interface Assignment {
  /** FEEL or literal post id. */
  readonly post: Expression;
  /** FEEL giving an area id. */
  readonly area: Expression;
  /** Who of several holders is asked first, as a plugin's rule says (`workload:fewest-open`); absent: all alike. */
  readonly rule?: string;
}

export interface UserTask extends ActivityBase {
  readonly type: 'userTask';
  /** Form id (`zeebe:formDefinition/@formId`). */
  readonly form?: string;
  readonly assignment?: Assignment;
  /** FEEL giving a time limit id, or absent for no limit. */
  readonly timeLimit?: Expression;
  /** Id of the ladder that begins when the limit has run out. */
  readonly ladder?: string;
  /** One plain sentence that tells the person what to do. */
  readonly instruction?: string;
}

export interface ServiceTask extends ActivityBase {
  readonly type: 'serviceTask';
  readonly jobType: string;
  readonly retries: number;
  readonly headers: JsonObject;
}

export interface BusinessRuleTask extends ActivityBase {
  readonly type: 'businessRuleTask';
  readonly decision: string;
  readonly resultVariable: string;
}

/** A task without behaviour of its own (none task, manual task): completes at once. */
export interface PlainTask extends ActivityBase {
  readonly type: 'task';
}

export interface ExclusiveGateway extends FlowNodeBase {
  readonly type: 'exclusiveGateway';
  readonly defaultFlow?: string;
}

export interface ParallelGateway extends FlowNodeBase {
  readonly type: 'parallelGateway';
}

/** When a timer is due. `date`: FEEL giving an instant; `duration`: FEEL giving an ISO duration or duration value. */
export type TimerDefinition =
  | { readonly kind: 'date'; readonly expression: Expression }
  | { readonly kind: 'duration'; readonly expression: Expression }
  | { readonly kind: 'cycle'; readonly expression: Expression };

export interface IntermediateCatchEvent extends FlowNodeBase {
  readonly type: 'intermediateCatchEvent';
  readonly timer: TimerDefinition;
}

export interface BoundaryEvent extends FlowNodeBase {
  readonly type: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly timer: TimerDefinition;
}

export type FlowNode =
  | StartEvent
  | EndEvent
  | UserTask
  | ServiceTask
  | BusinessRuleTask
  | PlainTask
  | ExclusiveGateway
  | ParallelGateway
  | IntermediateCatchEvent
  | BoundaryEvent;

export type FlowNodeType = FlowNode['type'];
