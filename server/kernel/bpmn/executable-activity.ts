import type { ClockStage } from '../calendar/time-limit.ts';
import type { Expression } from '../feel/expression.ts';
import type { JsonObject } from '../json.ts';
import type { Approval } from './approval.ts';
import type { MessageDefinition, Throw } from './executable-event.ts';
import type { NodeFrame } from './executable-process.ts';

/** An activity's variable mapping (`zeebe:ioMapping`, data association): sources are FEEL, targets dotted names. */
export interface VariableMapping {
  readonly source: Expression;
  readonly target: string;
}

/** How often an activity is done for one token (BPMN 2.0.2, 13.3.6 and 13.3.7). */
export type Loop =
  | {
      readonly kind: 'standard';
      readonly testBefore: boolean;
      /** FEEL; absent: only the maximum ends it. */
      readonly condition?: Expression;
      readonly maximum?: Expression;
    }
  | {
      readonly kind: 'multiple';
      readonly sequential: boolean;
      /** FEEL giving a number. */
      readonly cardinality?: Expression;
      /** FEEL giving a list; one iteration for each item. */
      readonly collection?: Expression;
      /** Variable of an iteration that holds its item. */
      readonly item?: string;
      /** Variable that collects what each iteration's `output` gives, in the order of the items. */
      readonly results?: string;
      readonly output?: Expression;
      readonly completion?: Expression;
      /** Its items are the positions that are asked, and what it collects are their answers. */
      readonly approval?: Approval;
      /** Events thrown as iterations complete (`behavior`: none, one, complex); the default `all` throws none. */
      readonly events: readonly LoopEvent[];
    };

export interface LoopEvent {
  readonly when: 'first' | 'each' | 'condition';
  readonly condition?: Expression;
  readonly throws: Throw;
}

export interface ActivityFrame extends NodeFrame {
  readonly inputs: readonly VariableMapping[];
  readonly outputs: readonly VariableMapping[];
  readonly defaultFlow?: string;
  readonly loop?: Loop;
  /** Tokens that must come before it starts, and tokens put on each flow out of it (BPMN 2.0.2, 10.3). */
  readonly startQuantity: number;
  readonly completionQuantity: number;
  /** Outside the normal flow: entered only to compensate another activity. */
  readonly forCompensation: boolean;
}

/** Which position a user task goes to: a post, placed at the area or at its nearest ancestor that has that post. */
interface Assignment {
  /** FEEL or literal post id. */
  readonly post: Expression;
  /** FEEL giving an area id. */
  readonly area: Expression;
  /** FEEL or literal post that gets it while nobody holds the post; absent: the post's own fallback. */
  readonly fallback?: Expression;
  /** Who of several holders is asked first, as a plugin's rule says (`workload:fewest-open`); absent: all alike. */
  readonly rule?: string;
}

/** Who is told that a user task has begun, without having to do anything (抄送). */
interface Told {
  /** FEEL giving a post id or a list of them. */
  readonly posts: Expression;
  readonly area: Expression;
}

/** What somebody owes in a case besides having its user task. */
export const dutyNames = ['feedback', 'responsible', 'procedural', 'substantive'] as const;
export type Duty = (typeof dutyNames)[number];

/**
 * Who owes what from this user task on: the answer to the person served (反馈责任), the end of the matter (第一责任人), the
 * push (督促), the settling (主办). Each a FEEL or literal post id, placed at the area.
 */
interface Duties {
  readonly posts: { readonly [duty in Duty]?: Expression };
  readonly area: Expression;
}

/** A time limit of a user task besides that of its handling. */
export interface StageLimit {
  readonly stage: Exclude<ClockStage, 'handle'>;
  /** FEEL giving a time limit id; empty for no limit. */
  readonly limit: Expression;
  /** Id of the ladder that begins when it has run out. */
  readonly ladder?: string;
}

export interface UserTask extends ActivityFrame {
  readonly type: 'userTask';
  /** Form id (`zeebe:formDefinition/@formId`). */
  readonly form?: string;
  readonly assignment?: Assignment;
  readonly told?: Told;
  readonly duties?: Duties;
  /** FEEL giving a time limit id, or absent for no limit. */
  readonly timeLimit?: Expression;
  /** Id of the ladder that begins when the limit has run out. */
  readonly ladder?: string;
  /** Its other clocks: for signing, for the first response … */
  readonly stageLimits?: readonly StageLimit[];
  /** One plain sentence that tells the person what to do. */
  readonly instruction?: string;
}

/** Work that a job does: a service task, or a send task or script task that names a job type. */
export interface ServiceTask extends ActivityFrame {
  readonly type: 'serviceTask';
  readonly jobType: string;
  readonly retries: number;
  readonly headers: JsonObject;
}

export interface BusinessRuleTask extends ActivityFrame {
  readonly type: 'businessRuleTask';
  readonly decision: string;
  readonly resultVariable: string;
}

export interface ScriptTask extends ActivityFrame {
  readonly type: 'scriptTask';
  readonly script: Expression;
  /** Variable that gets the value; absent: the members of the value become variables. */
  readonly resultVariable?: string;
}

export interface SendTask extends ActivityFrame {
  readonly type: 'sendTask';
  readonly message: MessageDefinition;
  readonly messageFlows: readonly string[];
}

export interface ReceiveTask extends ActivityFrame {
  readonly type: 'receiveTask';
  readonly message: MessageDefinition;
  readonly instantiate: boolean;
}

/** A task without behaviour of its own (none task, manual task): completes at once. */
export interface PlainTask extends ActivityFrame {
  readonly type: 'task';
  /** Message flows that begin at it in a drawing: they carry a message when it is done. */
  readonly messageFlows: readonly string[];
}

export interface CallActivity extends ActivityFrame {
  readonly type: 'callActivity';
  /** FEEL or literal: id of the process or global task. */
  readonly called: Expression;
  /** Whether all of the caller's variables go in when there is no input mapping, and all come back without an output. */
  readonly propagatesAll: boolean;
}

export interface SubProcess extends ActivityFrame {
  readonly type: 'subProcess';
  readonly kind: 'embedded' | 'event' | 'transaction' | 'adHoc';
  readonly adHoc?: AdHoc;
}

/** BPMN 2.0.2, 13.3.5. */
export interface AdHoc {
  readonly sequential: boolean;
  readonly completion?: Expression;
  readonly cancelsRemaining: boolean;
  /** FEEL giving the ids of the activities to begin with; absent: somebody picks them (`activate`). */
  readonly active?: Expression;
}

export type Activity =
  | UserTask
  | ServiceTask
  | BusinessRuleTask
  | ScriptTask
  | SendTask
  | ReceiveTask
  | PlainTask
  | CallActivity
  | SubProcess;
