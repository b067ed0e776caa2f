import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { Given } from '../../../server/kernel/bpmn/given.ts';
import { runProcess } from '../../../server/kernel/world/run-process.ts';
import type { RunResult } from '../../../server/kernel/world/run-result.ts';
import type { RunStep } from '../../../server/kernel/world/steps.ts';
import { morning } from './given.ts';

const open = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">`;

/** What came of a model, as lines that read in the order in which it happened. */
export interface Ran extends RunResult {
  /** `+x` an element is entered, `-x` left, `!x` cancelled. */
  readonly lines: string;
}

/** A BPMN file around what stands in its definitions. */
export function fileOf(definitions: string): string {
  return `${open}${definitions}</definitions>`;
}

/** A process, by what is inside it and its flows, written `a -> b -> c`. */
export function processOf(id: string, inside: string, ...chains: readonly string[]): string {
  return `<process id="${id}" isExecutable="true">${inside}${flowsOf(...chains)}</process>`;
}

/** Sequence flows `a -> b [condition] -> c`; a flow has the id `a_b`. */
export function flowsOf(...chains: readonly string[]): string {
  return chains
    .flatMap((chain) => {
      const stops = chain.split('->').map((stop) => /^\s*(\S+)\s*(?:\[(.*)\])?\s*$/.exec(stop) ?? []);
      return stops.slice(1).map(([, target = '', condition], index) => {
        const source = stops[index]?.[1] ?? '';
        const asked = condition
          ? `<conditionExpression xsi:type="tFormalExpression">=${escaped(condition)}</conditionExpression>`
          : '';
        return `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${asked}</sequenceFlow>`;
      });
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** FEEL in an element of the standard. */
export function formal(tag: string, source: string): string {
  return `<${tag} xsi:type="tFormalExpression">=${escaped(source)}</${tag}>`;
}

/** Compiles a file that must have no fault, and runs it. */
export async function ran(definitions: string, ...steps: readonly RunStep[]): Promise<Ran> {
  return ranWith({}, definitions, ...steps);
}

/** The same, with something else given to every step. */
export async function ranWith(more: Partial<Given>, definitions: string, ...steps: readonly RunStep[]): Promise<Ran> {
  const { processes, faults, collaboration } = await compileBpmn(fileOf(definitions), { lenient: true });
  if (faults.length > 0) throw new Error(faults.map(({ code, element, en }) => `${code}@${element}: ${en}`).join('\n'));
  const pools = new Map(
    collaboration.participants.flatMap(({ id, process }) => (process === null ? [] : [[id, process] as const])),
  );
  const nothing = { decisions: new Map(), limits: new Map(), calendars: new Map(), ...more };
  const result = runProcess(processes, steps, morning, nothing, { pools });
  const mark = { enter: '+', exit: '-', cancel: '!', take: '' };
  const lines = result.trace
    .filter(({ action }) => action !== 'take')
    .map(({ action, element }) => mark[action] + element);
  return { ...result, lines: lines.join(' ') };
}

/** Codes and elements of the faults of a file, compiled as a definition that runs. */
export async function faultsOf(definitions: string, lenient = false): Promise<readonly string[]> {
  const { faults } = await compileBpmn(fileOf(definitions), { lenient });
  return faults.map(({ code, element }) => `${code}@${element}`);
}

export const start = '<startEvent id="s"/>';
export const end = '<endEvent id="e"/>';
export const user = (id: string): string => `<userTask id="${id}"/>`;
export const job = (id: string): string =>
  `<serviceTask id="${id}"><extensionElements><zeebe:taskDefinition type="work"/></extensionElements></serviceTask>`;
export const message = (id: string, name = id): string => `<message id="${id}" name="${name}"/>`;
export const onBoundary = (id: string, host: string, definition: string, interrupting = true): string =>
  `<boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${interrupting}">${definition}</boundaryEvent>`;
export const complete = (element: string, variables = {}): RunStep => ({ do: 'complete', element, variables });
export const begin = (variables = {}): RunStep => ({ do: 'start', variables });
