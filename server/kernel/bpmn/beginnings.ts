import type { JsonObject } from '../json.ts';
import type { Command } from './commands.ts';
import type { Catch } from './executable-event.ts';
import type { ExecutableProcess, FlowNode } from './executable-process.ts';

/** What may begin a process from outside. */
export type Occurrence = { readonly kind: 'message' | 'signal'; readonly name: string };

/** An event by which a process begins (BPMN 2.0.2, 10.5.2, 13.2). */
export interface Beginning {
  readonly process: ExecutableProcess;
  /** The start event, receive task or event-based gateway the instance begins at. */
  readonly node: string;
  /** Of an event-based gateway: the event behind it. */
  readonly event?: string;
  readonly catches: readonly Catch[];
  /** Parallel multiple: it begins when all of them have come (BPMN 2.0.2, 10.5.2.3). */
  readonly all: boolean;
}

/** The parts of an event that have come so far, by `partsHeard`, and what came with them. */
export interface Gathered {
  readonly heard: readonly string[];
  readonly variables: JsonObject;
}

/** The events by which new instances of processes begin, in the order they are drawn. */
export function beginningsOf(processes: readonly ExecutableProcess[]): readonly Beginning[] {
  return processes.flatMap((process) =>
    [...process.nodes.values()].filter(({ parent }) => parent === process.id).flatMap((node) => at(process, node)),
  );
}

/** Those of them that a message or a signal is, or is a part of. */
export function beginningsBy(processes: readonly ExecutableProcess[], occurrence: Occurrence): readonly Beginning[] {
  return beginningsOf(processes).filter(({ catches }) => catches.some((part) => isBy(part, occurrence)));
}

/** Where processes begin by a message flow that ends at an event of theirs. */
export function beginningAt(processes: readonly ExecutableProcess[], target: string): Beginning | undefined {
  return beginningsOf(processes).find((beginning) => placeOf(beginning) === target);
}

/** The event at which it begins: its id, unique within its process. */
export function placeOf({ node, event }: Beginning): string {
  return event ?? node;
}

/** What a command that begins an instance says about where. */
export function beginsAt({
  node,
  event,
}: Beginning): Pick<Extract<Command, { readonly type: 'create-instance' }>, 'startEvent' | 'event'> {
  return event === undefined ? { startEvent: node } : { startEvent: node, event };
}

/** Whether a part of an event is this message or signal. */
export function isBy(part: Catch, { kind, name }: Occurrence): boolean {
  if (part.kind === 'message') return kind === 'message' && part.message.name === name;
  return part.kind === 'signal' && kind === 'signal' && part.signal === name;
}

/**
 * What a message flow brings to an event: the part with the name of its message; where none has it the drawing calls the
 * message otherwise, and any message is meant.
 */
export function broughtBy({ catches }: Pick<Beginning, 'catches'>, name: string): (part: Catch) => boolean {
  const isNamed = (part: Catch): boolean => isBy(part, { kind: 'message', name });
  return catches.some(isNamed) ? isNamed : ({ kind }) => kind === 'message';
}

/**
 * The parts of an event that have happened, by names that stay the same while the event is drawn the same: what has
 * come is kept across releases.
 */
export function partsHeard({ catches }: Beginning, happened: (part: Catch) => boolean): readonly string[] {
  return catches.flatMap((part, index) => (happened(part) ? [partName(part, index)] : []));
}

/** Whether an event has happened with these parts of it: one that needs all waits for the last. */
export function isComplete({ catches, all }: Beginning, heard: readonly string[]): boolean {
  return !all || partsOf({ catches }, heard).every(({ come }) => come);
}

/** The parts of an event, each with whether it has come. */
export function partsOf(
  { catches }: Pick<Beginning, 'catches'>,
  heard: readonly string[],
): readonly { readonly part: Catch; readonly come: boolean }[] {
  return catches.map((part, index) => ({ part, come: heard.includes(partName(part, index)) }));
}

/** Whether anything in a process begins or waits by this. */
export function speaksOf(process: ExecutableProcess, occurrence: Occurrence): boolean {
  return [...process.nodes.values()].some((node) => heardAt(node).catches.some((part) => isBy(part, occurrence)));
}

function at(process: ExecutableProcess, node: FlowNode): readonly Beginning[] {
  if (node.type === 'startEvent' || (node.type === 'receiveTask' && node.instantiate))
    return [{ process, node: node.id, ...heardAt(node) }];
  if (node.type !== 'eventBasedGateway' || node.instantiate === 'no') return [];
  return node.outgoing.flatMap((flow) => {
    const behind = process.nodes.get(process.flows.get(flow)?.target ?? '');
    return behind ? [{ process, node: node.id, event: behind.id, ...heardAt(behind) }] : [];
  });
}

function heardAt(node: FlowNode): Pick<Beginning, 'catches' | 'all'> {
  if (node.type === 'receiveTask') return { catches: [{ kind: 'message', message: node.message }], all: false };
  if (!('catches' in node)) return { catches: [], all: false };
  return { catches: node.catches, all: node.all && node.catches.length > 1 };
}

function partName(part: Catch, index: number): string {
  if (part.kind === 'message') return `message ${part.message.name}`;
  return part.kind === 'signal' ? `signal ${part.signal}` : `${part.kind} ${index}`;
}
