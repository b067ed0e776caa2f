import type { ElementInstance } from '../bpmn/process-instance.ts';
import type { Instant, JsonObject } from '../json.ts';
import type { RunFault } from './steps.ts';
import { aliveIn, stuckIn } from './stuck-elements.ts';
import type { TraceLine } from './trace.ts';
import { elementKey, type WorldInstance, type WorldState } from './world-state.ts';

/** What a headless run came to. */
export interface RunResult {
  readonly outcome: 'completed' | 'waiting' | 'refused' | 'incident';
  /** In order of time, over all instances. */
  readonly trace: readonly TraceLine[];
  readonly waiting: readonly {
    readonly element: string;
    readonly kind: 'user-task' | 'job' | 'timer' | 'message' | 'signal' | 'condition' | 'call' | 'task';
    readonly dueAt: Instant | null;
  }[];
  /** Of the instance that was started first. */
  readonly variables: JsonObject;
  readonly faults: readonly RunFault[];
}

/**
 * What a run has come to. A step that could not be carried out comes first (`refused`), then what is stuck
 * (`incident`), then whether anything still waits.
 *
 * @param refusals steps that could not be carried out
 * @param notes what is worth telling besides
 */
export function runResult(
  world: WorldState,
  trace: readonly TraceLine[],
  refusals: readonly RunFault[],
  notes: readonly RunFault[] = [],
): RunResult {
  const instances = [...world.instances.values()];
  const stuck = [...instances.flatMap(incidents), ...endless(world)];
  const ended = instances.every(({ instance }) => instance.status !== 'running');
  return {
    outcome: refusals.length > 0 ? 'refused' : stuck.length > 0 ? 'incident' : ended ? 'completed' : 'waiting',
    trace,
    waiting: instances.flatMap((instance) => waitingIn(world, instance)),
    variables: instances[0]?.instance.scopes[0]?.variables ?? {},
    faults: [...refusals, ...stuck, ...notes],
  };
}

type WaitKind = RunResult['waiting'][number]['kind'];

function incidents(instance: WorldInstance): readonly RunFault[] {
  return stuckIn(instance).map(({ element, incident: { code, zh, en } }) => ({ code, element, zh, en }));
}

function endless(world: WorldState): readonly RunFault[] {
  const given = world.endless === null ? undefined : world.instances.get(world.endless);
  if (!given) return [];
  const [next] = given.instance.agenda;
  return [
    {
      code: 'endless-loop',
      element: next?.do === 'enter' ? next.element : (aliveIn(given)[0]?.element ?? given.process.id),
      zh: '流程一直转圈，没有停下来等人或结束。请检查循环的条件。',
      en: 'The process runs in circles and never waits or ends. Check the condition of the loop.',
    },
  ];
}

function waitingIn(world: WorldState, instance: WorldInstance): RunResult['waiting'] {
  return aliveIn(instance)
    .filter(({ state, loop, compensating }) => state === 'waiting' && loop === undefined && compensating === undefined)
    .filter(({ element }) => instance.process.nodes.get(element)?.type !== 'subProcess')
    .map((element) => {
      const limit = world.userTasks.get(elementKey(instance.instance.id, element.id))?.dueAt;
      const first = Object.values(element.timers)
        .map((timer) => timer.due)
        .toSorted()[0];
      return { element: element.element, kind: waitKind(instance, element), dueAt: limit ?? first ?? null };
    });
}

function waitKind({ process }: WorldInstance, { element, subscriptions = {} }: ElementInstance): WaitKind {
  switch (process.nodes.get(element)?.type) {
    case 'userTask':
      return 'user-task';
    case 'serviceTask':
      return 'job';
    case 'callActivity':
      return 'call';
    case 'receiveTask':
      return 'message';
    case 'intermediateCatchEvent':
    case 'eventBasedGateway': {
      const [first] = Object.values(subscriptions);
      if (first?.kind === 'message' || first?.kind === 'signal') return first.kind;
      return first?.kind === 'conditional' ? 'condition' : 'timer';
    }
    default:
      return 'task';
  }
}
