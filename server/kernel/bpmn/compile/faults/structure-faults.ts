import { beginningsOf } from '../../beginnings.ts';
import type { ExecutableProcess, FlowNode } from '../../executable-process.ts';
import { linkTarget } from '../../link-target.ts';
import { calledName, type ModelFault } from './model-fault.ts';

/**
 * Faults of a process that the standard allows or leaves to the modeller, but a published definition must not have:
 * a way that leads nowhere, a step nothing leads to, a decision that may find no way out. (What the standard forbids
 * does not compile, see `rules/`.)
 *
 * @param process a compiled process
 * @returns the faults in the order of the elements
 */
export function structureFaults(process: ExecutableProcess): readonly ModelFault[] {
  const begins = [process.startEvent, ...beginningsOf([process]).map(({ node }) => node)];
  const reached = new Set(begins.flatMap((start) => [...reachableFrom(process, start)]));
  return [...process.nodes.values()].flatMap((node) => [
    ...(reached.has(node.id) || isAside(process, node) ? [] : [unreachable(node)]),
    ...(node.outgoing.length === 0 && !mayEndHere(process, node) ? [deadEnd(node)] : []),
    ...undecided(process, node),
  ]);
}

/** Outside the normal flow by its nature: what compensates. */
function isAside(process: ExecutableProcess, node: FlowNode): boolean {
  return ('forCompensation' in node && node.forCompensation) || isInAdHoc(process, node);
}

function isInAdHoc({ nodes }: ExecutableProcess, node: FlowNode): boolean {
  const around = nodes.get(node.parent);
  return around?.type === 'subProcess' && around.kind === 'adHoc';
}

/** What ends without a flow: end events, links, compensations, event sub-processes, what is picked by hand. */
function mayEndHere(process: ExecutableProcess, node: FlowNode): boolean {
  if (node.type === 'endEvent' || isAside(process, node)) return true;
  if (node.type === 'intermediateThrowEvent') return node.throws.some(({ kind }) => kind === 'link');
  if (node.type === 'boundaryEvent') return node.catches.some(({ kind }) => kind === 'compensation');
  return node.type === 'subProcess' && node.kind === 'event';
}

/** Ids of the nodes a token can get to from a node: over boundary events, links, into sub-processes and their events. */
export function reachableFrom(process: ExecutableProcess, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start, ...(process.scopes.get(process.id)?.eventSubProcesses ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const node = process.nodes.get(id);
    const inside = process.scopes.get(id);
    waiting.push(...(inside?.starts ?? []), ...(inside?.eventSubProcesses ?? []));
    for (const flow of node?.outgoing ?? []) waiting.push(process.flows.get(flow)?.target ?? '');
    for (const boundary of process.boundaryEvents.get(id) ?? []) waiting.push(boundary.id);
    for (const thrown of node && 'throws' in node ? node.throws : [])
      if (thrown.kind === 'link')
        waiting.push(linkTarget(process.nodes.values(), node?.parent ?? '', thrown.link)?.id ?? '');
  }
  return reached;
}

function undecided(process: ExecutableProcess, node: FlowNode): ModelFault[] {
  if (node.outgoing.length < 2) return [];
  const named = 'defaultFlow' in node ? node.defaultFlow : undefined;
  const defaultFlow = node.outgoing.find((flow) => flow === named);
  if (node.type === 'exclusiveGateway' && !defaultFlow) {
    return [
      {
        code: 'gateway-without-default',
        element: node.id,
        zh: `判断「${calledName(node)}」没有默认去向：条件都不成立时事件会停在这里。请把其中一条线设为默认。`,
        en: `The gateway "${calledName(node)}" has no default flow: when no condition holds the case would be stuck. Make one flow the default.`,
      },
    ];
  }
  const unconditional = node.outgoing.filter((flow) => flow !== defaultFlow && !process.flows.get(flow)?.condition);
  if (node.type === 'exclusiveGateway' && unconditional.length > 0) {
    return unconditional.map((flow) => ({
      code: 'condition-missing',
      element: flow,
      zh: `判断「${calledName(node)}」的一条去向没有写条件，也不是默认。请写上条件。`,
      en: `A flow out of the gateway "${calledName(node)}" has neither a condition nor is it the default. Give it a condition.`,
    }));
  }
  return [];
}

function unreachable(node: FlowNode): ModelFault {
  return {
    code: 'node-unreachable',
    element: node.id,
    zh: `没有一条线能走到「${calledName(node)}」。请把它接上，或删掉。`,
    en: `Nothing leads to "${calledName(node)}". Connect it or remove it.`,
  };
}

function deadEnd(node: FlowNode): ModelFault {
  return {
    code: 'dead-end',
    element: node.id,
    zh: `「${calledName(node)}」之后没有去向，事件到这里就断了。请接到下一步或结束。`,
    en: `Nothing follows "${calledName(node)}": the case would break off here. Lead it to a next step or an end event.`,
  };
}
