import type { FlowNode } from './executable-process.ts';

/** The link event that catches a name in a scope. */
export function linkTarget(nodes: Iterable<FlowNode>, parent: string, name: string): FlowNode | undefined {
  for (const node of nodes)
    if (node.type === 'intermediateCatchEvent' && node.parent === parent)
      if (node.catches.some((part) => part.kind === 'link' && part.link === name)) return node;
  return undefined;
}
