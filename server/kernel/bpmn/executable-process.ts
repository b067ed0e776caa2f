import type { Expression } from '../feel/expression.ts';
import type { Activity } from './executable-activity.ts';
import type {
  BoundaryEvent,
  EndEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  StartEvent,
} from './executable-event.ts';

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
  /** The process itself and its sub-processes, by id. */
  readonly scopes: ReadonlyMap<string, ScopeDefinition>;
  /** Where a `create-instance` command without a start event begins: the first of the process's own `starts`. */
  readonly startEvent: string;
  /** Whether anything in it listens to a condition: then variables are watched. */
  readonly hasConditions: boolean;
  /** `grid:searchable`: variables of the process by which operators find its instances; dots lead into contexts. */
  readonly searchable: readonly string[];
}

/** What happens inside a process or a sub-process when it is entered. */
export interface ScopeDefinition {
  readonly id: string;
  /** The scope around it; null for the process. */
  readonly parent: string | null;
  /** None start events; where there is no start event, every node that nothing leads to (BPMN 2.0.2, 13.2). */
  readonly starts: readonly string[];
  /** Event sub-processes in it, which listen while it is alive. */
  readonly eventSubProcesses: readonly string[];
  /** Gateways in it at which tokens may wait until nothing else moves: inclusive and complex joins. */
  readonly waitingJoins: readonly string[];
  /** Data objects and properties with the names of the variables they are (BPMN 2.0.2, 10.4.1). */
  readonly data: readonly string[];
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

/** What every flow node has. */
export interface NodeFrame {
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

export interface ExclusiveGateway extends NodeFrame {
  readonly type: 'exclusiveGateway';
  readonly defaultFlow?: string;
}

export interface ParallelGateway extends NodeFrame {
  readonly type: 'parallelGateway';
}

/** Some of a process's nodes, by id. */
export interface NodeSet {
  readonly has: (node: string) => boolean;
}

/**
 * By incoming flow of a join: the nodes of its scope from which a token can come to that flow without passing the join
 * itself, through boundary events and links too (BPMN 2.0.2, table 13.3).
 */
export type Upstream = ReadonlyMap<string, NodeSet>;

export interface InclusiveGateway extends NodeFrame {
  readonly type: 'inclusiveGateway';
  readonly defaultFlow?: string;
  readonly upstream: Upstream;
}

export interface ComplexGateway extends NodeFrame {
  readonly type: 'complexGateway';
  readonly defaultFlow?: string;
  readonly upstream: Upstream;
  /** FEEL over the variables and `activationCount`, the tokens that wait; absent: the first token is enough. */
  readonly activation?: Expression;
}

export interface EventBasedGateway extends NodeFrame {
  readonly type: 'eventBasedGateway';
  /** Whether a process begins at it: the first event (exclusive), or all of them in any order (parallel). */
  readonly instantiate: 'no' | 'exclusive' | 'parallel';
}

type Gateway = ExclusiveGateway | ParallelGateway | InclusiveGateway | ComplexGateway | EventBasedGateway;

export type FlowNode =
  | StartEvent
  | EndEvent
  | IntermediateCatchEvent
  | IntermediateThrowEvent
  | BoundaryEvent
  | Activity
  | Gateway;

export type FlowNodeType = FlowNode['type'];
