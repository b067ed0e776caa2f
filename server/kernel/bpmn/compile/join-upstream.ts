import type { FlowNode, Upstream } from '../executable-process.ts';
import type { CompiledScopes } from './compile-scope.ts';

/**
 * The nodes with what inclusive and complex joins must know about what lies before them: for each incoming flow the nodes
 * a token can come from without passing the join (BPMN 2.0.2, table 13.3). Links jump from the throwing to the catching
 * event, a boundary event is reached from its activity; what is inside a sub-process counts where the sub-process is.
 */
export function withUpstream({ nodes, flows }: CompiledScopes): Map<string, FlowNode> {
  const before = predecessors(nodes, flows);
  return new Map(
    [...nodes].map(([id, node]) => {
      const joins = node.type === 'inclusiveGateway' || node.type === 'complexGateway';
      if (!joins || node.incoming.length < 2) return [id, node];
      const upstream: Upstream = new Map(
        node.incoming.map((flow) => [flow, reaching(flows.get(flow)?.source ?? '', id, before)]),
      );
      return [id, { ...node, upstream }];
    }),
  );
}

/** The nodes from which a token comes directly to a node. */
function predecessors(
  nodes: CompiledScopes['nodes'],
  flows: CompiledScopes['flows'],
): ReadonlyMap<string, readonly string[]> {
  const before = new Map<string, string[]>();
  const add = (to: string, from: string): void => {
    before.set(to, [...(before.get(to) ?? []), from]);
  };
  for (const { source, target } of flows.values()) add(target, source);
  for (const node of nodes.values()) {
    if (node.type === 'boundaryEvent') add(node.id, node.attachedTo);
    if (node.type !== 'intermediateThrowEvent') continue;
    for (const thrown of node.throws) {
      if (thrown.kind !== 'link') continue;
      for (const other of nodes.values())
        if (other.type === 'intermediateCatchEvent' && other.parent === node.parent)
          if (other.catches.some((part) => part.kind === 'link' && part.link === thrown.link)) add(other.id, node.id);
    }
  }
  return before;
}

function reaching(from: string, join: string, before: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || id === join) continue;
    found.add(id);
    waiting.push(...(before.get(id) ?? []));
  }
  return found;
}
