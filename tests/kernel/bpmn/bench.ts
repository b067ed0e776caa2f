import { unbornInstance } from '../../../server/kernel/bpmn/apply.ts';
import type { Command } from '../../../server/kernel/bpmn/commands.ts';
import type { ExecutableProcess } from '../../../server/kernel/bpmn/executable-process.ts';
import type { ProcessInstance } from '../../../server/kernel/bpmn/process-instance.ts';
import { step } from '../../../server/kernel/bpmn/step.ts';
import { drawn, end, start, userTask } from './drawing.ts';
import { given } from './given.ts';

// npm run bench
//
// How many steps a second one core makes of a process of five user tasks, with and without storing the instance as JSON
// between two steps. Figures of one machine mean little; what they are of each other is what to look at.

const asks = ['one', 'two', 'three', 'four', 'five'];
const by = { person: 'ma' } as const;
const answers = new Map([
  ['position:head@g1', { kind: 'position', position: { post: 'head', area: 'g1' }, vacant: [] } as const],
]);
const withAnswers = { ...given, answers };

const process5 = await drawn(
  [start(), ...asks.map((id) => userTask(id, { to: 'head@"g1"', limit: 'short', outputs: { [id]: 'how' } })), end()],
  [`begin -> ${asks.join(' -> ')} -> end`],
);

type Keep = (instance: ProcessInstance) => ProcessInstance;

/** Lives one instance from its creation to its end: six steps. */
function live(process: ExecutableProcess, keep: Keep): number {
  let instance = unbornInstance('bench', process.id);
  let steps = 0;
  const send = (command: Command): void => {
    const result = step(process, instance, command, withAnswers);
    if (result.kind !== 'stepped') throw new Error(`${command.type}: ${result.kind}`);
    instance = keep(result.instance);
    steps += 1;
  };
  send({ type: 'create-instance', variables: { case: { area: 'g1', category: 'lamp' } }, by });
  while (instance.status === 'running') {
    const task = instance.scopes[0]?.elements[0]?.id ?? 0;
    send({ type: 'complete-user-task', task, scope: 0, variables: { how: 'solved' }, by });
  }
  return steps;
}

function stepsPerSecond(keep: Keep): number {
  for (const warmUpUntil = performance.now() + 500; performance.now() < warmUpUntil;) live(process5, keep);
  const began = performance.now();
  let steps = 0;
  while (performance.now() - began < 2000) steps += live(process5, keep);
  return Math.round((steps * 1000) / (performance.now() - began));
}

const stored: Keep = (instance) => JSON.parse(JSON.stringify(instance)) as ProcessInstance;
const inMemory = stepsPerSecond((instance) => instance);
const asJson = stepsPerSecond(stored);
let size = 0;
live(process5, (instance) => {
  size = Math.max(size, JSON.stringify(instance).length);
  return instance;
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);
say(`five user tasks with positions, limits and output mappings, one core`);
say(`  in memory            ${inMemory} steps/s`);
say(`  stored between steps ${asJson} steps/s, ${(asJson / inMemory).toFixed(2)} of that; ${size} bytes at most`);
