import type { Command } from '../../../../server/kernel/bpmn/commands.ts';
import { compileBpmn } from '../../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { ExecutableProcess } from '../../../../server/kernel/bpmn/executable-process.ts';
import type { ElementInstance, ProcessInstance } from '../../../../server/kernel/bpmn/process-instance.ts';
import { step } from '../../../../server/kernel/bpmn/step.ts';
import { given } from '../given.ts';

const by = { system: 'operator' } as const;

/** Compiles a model. @throws Error with its faults */
export async function compiled(xml: string): Promise<ExecutableProcess> {
  const { processes, faults } = await compileBpmn(xml);
  const [process] = processes;
  if (!process) throw new Error(faults.map(({ en }) => en).join('\n'));
  return process;
}

function stepped(
  process: ExecutableProcess,
  instance: ProcessInstance | { id: string },
  command: Command,
): ProcessInstance {
  const result = step(process, instance, command, given);
  if (result.kind !== 'stepped') throw new Error(`${command.type}: ${JSON.stringify(result)}`);
  return result.instance;
}

/** Begins an instance. */
export function begin(process: ExecutableProcess): ProcessInstance {
  let instance = stepped(process, { id: 'bench' }, { type: 'create-instance', variables: {}, by });
  while (instance.agenda.length > 0) instance = stepped(process, instance, { type: 'continue' });
  return instance;
}

/** Completes a waiting user task or job. */
export function complete(
  process: ExecutableProcess,
  instance: ProcessInstance,
  element: ElementInstance,
): ProcessInstance {
  const { id, scope, job } = element;
  if (job !== undefined)
    return stepped(process, instance, { type: 'complete-job', element: id, scope, job, variables: {} });
  return stepped(process, instance, { type: 'complete-user-task', task: id, scope, variables: {}, by });
}

/** Lives one instance to its end, job by job. */
export function live(process: ExecutableProcess): void {
  let instance = begin(process);
  while (instance.status === 'running') {
    const [element] = instance.scopes[0]?.elements ?? [];
    if (!element) throw new Error('nothing is alive in a running instance');
    instance = complete(process, instance, element);
  }
}

/** Lives one instance that is written as JSON and read again while it waits. */
export function liveStored(process: ExecutableProcess): void {
  const waiting = JSON.parse(JSON.stringify(begin(process))) as ProcessInstance;
  const [element] = waiting.scopes[0]?.elements ?? [];
  if (element) complete(process, waiting, element);
}

/** Bytes of an instance that waits in one user task. */
export function stateBytes(process: ExecutableProcess): number {
  return Buffer.byteLength(JSON.stringify(begin(process)));
}
