import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { FlowNode } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';

/**
 * What one kind of flow node does, in the four moments of its life. A verb answers a fault when the element is stuck
 * (it becomes an incident and the element stays), else null. Behaviours emit events and schedule work, nothing more.
 */
export interface Behaviour<Node extends FlowNode> {
  /** A token has come in; ends by waiting (`element-waiting`) or by `leave`. Run again when an incident is resolved. */
  readonly enter: (execution: Execution, node: Node, element: ElementInstance) => EvaluationFault | null;
  /** What it waited for has happened; `variables` came with it. */
  readonly complete?: (
    execution: Execution,
    node: Node,
    element: ElementInstance,
    variables: JsonObject,
  ) => EvaluationFault | null;
  /** One of its own timers has run out; nothing here can stick it, it goes on waiting or leaves. */
  readonly trigger?: (execution: Execution, node: Node, element: ElementInstance, key: string) => void;
  /** It is taken away before it was done: closes what the world holds for it. */
  readonly cancel?: (execution: Execution, node: Node, element: ElementInstance) => void;
}
