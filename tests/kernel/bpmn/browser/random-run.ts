import { compileBpmn } from '../../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { Calendar } from '../../../../server/kernel/calendar/calendar.ts';
import type { TimeLimit } from '../../../../server/kernel/calendar/time-limit.ts';
import { compileDecisions } from '../../../../server/kernel/dmn/compile-decisions.ts';
import type { JsonObject } from '../../../../server/kernel/json.ts';
import { beginRun, perform } from '../../../../server/kernel/world/run-process.ts';
import { runResult } from '../../../../server/kernel/world/run-result.ts';
import { decision, file, table } from '../../dmn/dmn-models.ts';
import { given } from '../given.ts';
import { dice } from '../properties/dice.ts';
import { randomModel } from '../properties/random-model.ts';

// What the bundle of the browser test is made of: the kernel, and what drives it. Nothing in here knows where it runs.

/** A BPMN file with what it may use, as plain data: it is sent into a page. */
export interface RunFile {
  readonly xml: string;
  readonly decisions: readonly string[];
  readonly limits: readonly (readonly [string, TimeLimit])[];
  readonly calendars: readonly (readonly [string, Calendar])[];
  readonly variables: JsonObject;
}

const mostSteps = 60;
const noon = '2026-11-27T04:00:00.000Z';

/** What random models may use. */
const routing = file(
  decision(table({ inputs: [{ expression: 'v0' }], outputs: [{ name: 'way' }], rules: [['-', '"here"']] })),
);
const used = { decisions: [routing], limits: [...given.limits], calendars: [] };

/** Runs the random models of some seeds; a line of JSON for each, as `gridloom run --json` prints it. */
export async function runSeeds(from: number, count: number): Promise<string> {
  const lines: string[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const { xml, begins } = randomModel(seed);
    const variables = { v0: seed % 3, v1: seed % 2, v2: 1 };
    lines.push(await runFile({ xml, ...used, variables }, seed, begins.startEvent));
  }
  return lines.join('\n');
}

const known = new Map<string, ReturnType<typeof compileDecisions>>();

/** All random models use one decision; reading it anew for each took longer than running them. */
function compiledOnce(xml: string): ReturnType<typeof compileDecisions> {
  const compiled = known.get(xml) ?? compileDecisions(xml);
  known.set(xml, compiled);
  return compiled;
}

/** Runs one file: whatever waits is triggered in an order that the seed decides, while the clock goes on. */
export async function runFile(file: RunFile, seed: number, startEvent?: string): Promise<string> {
  const { processes, faults, collaboration } = await compileBpmn(file.xml, { lenient: true });
  if (processes.length === 0) return JSON.stringify(faults);
  const compiled = await Promise.all(file.decisions.map(compiledOnce));
  const decisions = new Map(compiled.flatMap((result) => [...result.decisions]));
  const pools = collaboration.participants.flatMap(({ id, process }) =>
    process === null ? [] : [[id, process] as const],
  );
  const pinned = { decisions, limits: new Map(file.limits), calendars: new Map(file.calendars) };
  const run = beginRun(processes, noon, pinned, { pools: new Map(pools) });
  const chance = dice(seed);
  const drawn = processes.flatMap(({ nodes }) => [...nodes.keys()]);
  perform(run, {
    do: 'start',
    variables: file.variables,
    ...(startEvent === undefined ? {} : { element: startEvent }),
  });
  for (let step = 0; step < mostSteps && run.world.endless === null; step += 1) {
    const { waiting } = runResult(run.world, [], []);
    if (waiting.length === 0) break;
    // Now and then whatever stands in the file: activities that are picked, events that nobody waits for.
    const element = chance.chance(0.2) ? chance.pick(drawn) : chance.pick(waiting).element;
    const variables = { v0: chance.below(3), v1: chance.below(3) };
    if (chance.chance(0.1)) perform(run, { do: 'advance', by: 'PT20M' });
    else if (chance.chance(0.03)) perform(run, { do: 'throwError', element, code: 'error0', variables });
    else perform(run, { do: 'trigger', element, variables });
  }
  return JSON.stringify(runResult(run.world, run.trace, run.refusals, run.notes));
}
