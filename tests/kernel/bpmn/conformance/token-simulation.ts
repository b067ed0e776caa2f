import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileBpmn } from '../../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { ExecutableProcess } from '../../../../server/kernel/bpmn/executable-process.ts';
import { beginRun, perform } from '../../../../server/kernel/world/run-process.ts';
import type { Run } from '../../../../server/kernel/world/run.ts';
import type { RunStep } from '../../../../server/kernel/world/steps.ts';
import type { TraceLine } from '../../../../server/kernel/world/trace.ts';
import type { GroupResult } from './group-result.ts';

/** A scenario of the suite: steps over one drawing, and the trace they must leave. */
interface Scenario {
  readonly group: string;
  readonly name: string;
  readonly bpmn: string;
  readonly trace: string;
  readonly steps: readonly {
    readonly do: string;
    readonly element?: string;
    readonly gateway?: string;
    readonly flows?: string[];
  }[];
}

/** Scenarios that contradict the standard, with the clause. */
const excluded: Readonly<Record<string, string>> = {
  'event-sub-process-implicit-start':
    'BPMN 2.0.2, 10.3.5: an event sub-process has exactly one start event; this drawing has none.',
  'inclusive-gateway-link-missing':
    'BPMN 2.0.2, 10.5.5: a link is a pair of a throwing and a catching event; this drawing lacks one of them.',
};

/** Runs the scenarios of bpmn-io's token simulation against their traces. */
export async function runTokenSimulation(folder: string): Promise<readonly GroupResult[]> {
  const scenarios = JSON.parse(readFileSync(join(folder, 'scenarios.json'), 'utf8')) as Scenario[];
  const results: GroupResult[] = [];
  for (const [group, members] of Map.groupBy(scenarios, (scenario) => scenario.group)) {
    const failures: string[] = [];
    for (const scenario of members) {
      if (excluded[scenario.name] !== undefined) continue;
      const difference = await differenceOf(folder, scenario);
      if (difference) failures.push(`${scenario.name} (${scenario.trace}): ${difference}`);
    }
    const left = members.flatMap(({ name }) => (excluded[name] === undefined ? [] : [`${name}: ${excluded[name]}`]));
    const passed = members.length - left.length - failures.length;
    results.push({ suite: 'token-simulation', group, passed, failures, excluded: left });
  }
  return results;
}

async function differenceOf(folder: string, scenario: Scenario): Promise<string | null> {
  const xml = readFileSync(join(folder, scenario.bpmn), 'utf8');
  const { processes, faults, collaboration } = await compileBpmn(xml, { lenient: true });
  if (faults.length > 0) return faults.map(({ code, element }) => `${code} at ${element ?? '?'}`).join(', ');
  const pools = new Map(
    collaboration.participants.flatMap(({ id, process }) => (process ? [[id, process] as const] : [])),
  );
  const definitions = { decisions: new Map(), limits: new Map(), calendars: new Map() };
  const run = beginRun(processes, '2026-09-07T01:00:00.000Z', definitions, { pools, drawing: true });
  const phases: (readonly string[])[] = [];
  const triggered: string[] = [];
  for (const step of scenario.steps) {
    if (step.do === 'expectTrace') continue;
    const from = run.trace.length;
    perform(run, step as RunStep);
    if (run.refusals.length > 0) return `${step.do} ${step.element ?? ''}: ${run.refusals[0]?.en ?? ''}`;
    if (step.do !== 'trigger') continue;
    triggered.push(step.element ?? '');
    phases.push(ours(run, run.trace.slice(from)));
  }
  const expected = theirs(
    JSON.parse(readFileSync(join(folder, scenario.trace), 'utf8')) as string[],
    triggered,
    processes,
  );
  for (const [index, phase] of phases.entries()) {
    const difference = compare(expected[index] ?? [], phase);
    if (difference) return `after ${triggered[index] ?? ''}: ${difference}`;
  }
  return null;
}

/** Behind an event-based gateway that tool moves the token without its steps. */
function isBehindEventGateway(processes: readonly ExecutableProcess[], id: string): boolean {
  return processes.some(({ nodes, flows }) => {
    const into = flows.has(id) ? [id] : (nodes.get(id)?.incoming ?? []);
    return into.some((flow) => nodes.get(flows.get(flow)?.source ?? '')?.type === 'eventBasedGateway');
  });
}

function nodeOf(processes: readonly ExecutableProcess[], id: string) {
  return processes.map(({ nodes }) => nodes.get(id)).find((node) => node !== undefined);
}

/** What is compared: flows and nodes entered, and the exits of start and boundary events. */
function counts(processes: readonly ExecutableProcess[], action: string, element: string): boolean {
  const node = nodeOf(processes, element);
  const begins = node?.type === 'startEvent' || node?.type === 'boundaryEvent';
  if (action === 'exit') return begins;
  const isLink = node?.type === 'intermediateCatchEvent' && node.catches.some(({ kind }) => kind === 'link');
  const isTriggered = node?.type === 'subProcess' && node.kind === 'event';
  if (isBehindEventGateway(processes, element)) return false;
  return action === 'enter' && !begins && !isLink && !isTriggered && !processes.some(({ id }) => id === element);
}

function ours(run: Run, lines: readonly TraceLine[]): readonly string[] {
  return lines.flatMap(({ action, element }) => {
    const said = action === 'take' ? 'enter' : action;
    return counts(run.processes, said, element) ? [`${said}:${element}`] : [];
  });
}

function theirs(
  lines: readonly string[],
  triggered: readonly string[],
  processes: readonly ExecutableProcess[],
): readonly (readonly string[])[] {
  const begins: number[] = [];
  for (const element of triggered)
    begins.push(
      lines.findIndex((line, index) => index > (begins.at(-1) ?? -1) && line.startsWith(`signal:${element}:`)),
    );
  return begins.map((begin, index) =>
    lines.slice(index === 0 ? 0 : begin, begins[index + 1] ?? lines.length).flatMap((line) => {
      const [action = '', element = ''] = line.split(':');
      return counts(processes, action, element) ? [`${action}:${element}`] : [];
    }),
  );
}

/** Compares two phases as multisets. */
function compare(expected: readonly string[], actual: readonly string[]): string | null {
  const left = [...actual];
  const missing = expected.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (missing.length === 0 && left.length === 0) return null;
  return `missing [${missing.join(' ')}], too many [${left.join(' ')}]`;
}
