import type { EvaluationFault } from '../../feel/expression.ts';
import type { FlowNode } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { linkTarget } from '../link-target.ts';
import { leave } from './leave.ts';

/** A link goes on where the catching link of its name is, in the same scope (BPMN 2.0.2, 10.5.5). */
export function followLink(
  execution: Execution,
  node: FlowNode,
  element: ElementInstance,
  name: string,
): EvaluationFault | null {
  const target = linkTarget(execution.process.nodes.values(), node.parent, name);
  if (!target)
    return {
      code: 'link-without-target',
      zh: `链接「${node.name || name}」没有对应的接收链接。`,
      en: `The link "${node.name || name}" has no link that catches it.`,
    };
  leave(execution, element);
  execution.schedule({ do: 'enter', element: target.id, scope: element.scope, flow: null });
  return null;
}
