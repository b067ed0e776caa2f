import type { Command, Modification } from '../bpmn/commands.ts';
import { migrationFaults } from '../bpmn/obeying/migration-faults.ts';
import type { ElementInstance, Scope } from '../bpmn/process-instance.ts';
import { fireTimersUntil } from './fire-timers.ts';
import { carryOut, refuse, refuseNotWaiting, refuseUnknown, type Run } from './run.ts';
import type { RunStep, StepChange } from './steps.ts';
import { aliveIn } from './stuck-elements.ts';
import type { WorldInstance } from './world-state.ts';

const by = { system: 'operator' } as const;

type Operation = Extract<
  RunStep['do'],
  'modify' | 'setVariables' | 'suspend' | 'resume' | 'migrate' | 'resolve' | 'cancel'
>;

/** Carries out what an operator does to an instance: the first that runs, of the process that is named. */
export function operate(run: Run, step: RunStep & { readonly do: Operation }): void {
  const found = [...run.world.instances].find(
    ([, { instance, process }]) =>
      instance.status === 'running' &&
      (step.do === 'migrate' || step.process === undefined || process.id === step.process),
  );
  if (!found)
    return refuse(
      run,
      'instance-unknown',
      step.process ?? null,
      '没有正在运行的流程。请先开始一个，或改写 process。',
      'No such instance is running. Start one first, or name another process.',
    );
  const [id, instance] = found;
  if (step.do === 'migrate') return migrate(run, id, instance, step);
  const command = commandOf(run, instance, step);
  if (command) carryOut(run, id, instance, command, step.element ?? null);
  if (step.do === 'resume') fireWhatIsDue(run);
}

function commandOf(run: Run, instance: WorldInstance, step: RunStep): Command | null {
  switch (step.do) {
    case 'suspend':
      return { type: 'suspend', because: 'steps', by };
    case 'resume':
      return { type: 'resume', clocks: step.clocks ?? 'run-on', by };
    case 'cancel':
      return { type: 'cancel-instance', because: 'steps', by };
    case 'setVariables':
      return setVariables(run, instance, step);
    case 'resolve':
      return resolve(run, instance, step);
    default: {
      const changes = (step.changes ?? []).map((change) => modificationOf(instance, change));
      const lost = changes.findIndex((change) => change === null);
      if (lost < 0) return { type: 'modify', changes: changes.filter((change) => change !== null), by };
      refuseNotWaiting(run, step.changes?.[lost]?.element ?? '');
      return null;
    }
  }
}

/** Of the process, or of what goes on inside an element that is alive. */
function setVariables(run: Run, instance: WorldInstance, { element, variables = {} }: RunStep): Command | null {
  const scope =
    element === undefined ? scopesOf(instance)[0] : scopesOf(instance).find((other) => other.element === element);
  if (scope) return { type: 'set-variables', scope: scope.id, variables, by };
  refuseNotWaiting(run, element ?? '');
  return null;
}

function resolve(run: Run, instance: WorldInstance, { element: named = '', variables }: RunStep): Command | null {
  const element = aliveIn(instance).find(({ element: id, incident }) => id === named && incident);
  if (element)
    return {
      type: 'resolve-incident',
      element: element.id,
      scope: element.scope,
      by,
      ...(variables ? { variables } : {}),
    };
  refuseNotWaiting(run, named);
  return null;
}

function modificationOf(instance: WorldInstance, change: StepChange): Modification | null {
  const { element: named, variables, item } = change;
  if (change.do === 'activate')
    return {
      do: 'activate',
      element: named,
      within: innermostAround(instance, named),
      ...(variables ? { variables } : {}),
    };
  const element = aliveIn(instance).find((candidate) => candidate.element === named && isMeant(candidate, change));
  if (!element) return null;
  const at = { element: element.id, scope: element.scope };
  if (change.do === 'cancel') return { do: 'cancel', ...at };
  if (change.do === 'removeIteration') return { do: 'remove-iteration', ...at };
  return { do: 'add-iteration', ...at, ...(item === undefined ? {} : { item }) };
}

function isMeant({ loop, iteration }: ElementInstance, change: StepChange): boolean {
  if (change.do === 'addIteration') return loop !== undefined;
  if (change.do === 'cancel' && change.iteration === undefined) return true;
  return iteration !== undefined && (change.iteration ?? iteration) === iteration;
}

/** The innermost scope alive that an element lies in, the newest of several: scopes between are opened. */
function innermostAround({ process, instance }: WorldInstance, named: string): number {
  const alive = Object.values(instance.scopes).toReversed();
  for (
    let around = process.nodes.get(named)?.parent;
    around !== undefined;
    around = process.nodes.get(around)?.parent
  ) {
    const scope = alive.find(({ id, element }) => element === around && !isLoopBody(instance.scopes, id));
    if (scope) return scope.id;
  }
  return 0;
}

function isLoopBody(scopes: WorldInstance['instance']['scopes'], id: number): boolean {
  const parent = scopes[id]?.parent;
  return parent != null && scopes[parent]?.elements.find((element) => element.id === id)?.loop !== undefined;
}

function migrate(run: Run, id: string, instance: WorldInstance, { process: named, elements = {} }: RunStep): void {
  const process = run.processes.find((candidate) => candidate.id === named);
  if (!process) return refuseUnknown(run, named ?? '');
  const faults = migrationFaults(instance.instance, process, { elements });
  for (const { element, zh, en } of faults) refuse(run, 'cannot-migrate', element, zh, en);
  if (faults.length > 0) return;
  carryOut(run, id, { ...instance, process }, { type: 'migrate', plan: { elements }, by }, null);
}

/** What has come due while an instance was held is due now. */
function fireWhatIsDue(run: Run): void {
  fireTimersUntil(run.world, run.world.now, ({ element, scope, key, generation, instance: id }, instance) =>
    carryOut(run, id, instance, { type: 'fire-timer', element, scope, key, generation }, null),
  );
}

function scopesOf({ instance }: WorldInstance): readonly Scope[] {
  return Object.values(instance.scopes);
}
