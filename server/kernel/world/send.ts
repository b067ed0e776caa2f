import type { Answer, Command, Lookup } from '../bpmn/commands.ts';
import type { Given } from '../bpmn/given.ts';
import type { Effect } from '../bpmn/effects.ts';
import { caseProgress } from '../cases/case-progress.ts';
import { toldTitle } from '../cases/told-words.ts';
import { localDate } from '../local-time.ts';
import { resolvePosition } from '../organization/resolve-position.ts';
import { resolveVoters } from '../organization/resolve-voters.ts';
import { ladderProcess } from '../release/process-contract.ts';
import { advanceInMemory, type Advanced, type Surroundings } from './advance-in-memory.ts';
import { chosenPart } from './change-areas.ts';
import { exchange, isExchanged, type Exchange } from './exchange.ts';
import { tellAbout } from './tell-about.ts';
import { newId, type World } from './world.ts';
import { elementKey, type WorldInstance } from './world-state.ts';

/** Sends a command to an instance of the world and keeps the case it belongs to in step. */
export function send(
  world: World,
  id: string,
  begun: Omit<WorldInstance, 'instance' | 'history'> & Partial<WorldInstance>,
  command: Command,
): Advanced {
  const pinned = { ...begun, calendars: begun.calendars ?? world.calendars };
  const advanced = advanceInMemory(world.state, surroundingsOf(world, pinned), id, pinned, command);
  const after = world.state.instances.get(id);
  const owner = after?.subject?.kind === 'case' && !after.host ? world.cases.get(after.subject.id) : undefined;
  if (advanced.ok && after && owner) {
    world.cases.set(owner.id, {
      ...owner,
      progress: caseProgress(owner.progress, after.process, after.instance, advanced.events),
    });
  }
  return advanced;
}

function surroundingsOf(
  world: World,
  { calendars, subject }: Pick<WorldInstance, 'subject'> & Pick<Given, 'calendars'>,
): Surroundings {
  const { decisions, limits } = world.release;
  return {
    pinned: { decisions, limits, calendars },
    answer: (lookup) => answerIn(world, subject, lookup),
    follow: (instance, effect) => follow(world, instance, effect),
  };
}

function answerIn(world: World, subject: WorldInstance['subject'], lookup: Lookup): Answer {
  const { organization, state } = world;
  const today = localDate(state.now);
  if (lookup.kind === 'voters') return resolveVoters(organization, lookup, today);
  return resolvePosition(
    organization,
    { ...lookup, area: chosenPart(world, subject, lookup.area) ?? lookup.area },
    today,
  );
}

/** Ladders are instances of their own beside the one they climb for. */
function follow(world: World, instance: string, effect: Effect): void {
  const host = world.state.instances.get(instance);
  if (!host) return;
  if (isExchanged(effect)) return exchange(exchangeOf(world), instance, effect);
  if (effect.do === 'start-ladder') {
    const process = world.release.processes.get(ladderProcess)?.executable;
    const dueAt =
      effect.dueAt ?? world.state.userTasks.get(elementKey(instance, effect.task))?.dueAt ?? world.state.now;
    const about = host.subject?.kind === 'case' ? world.cases.get(host.subject.id) : undefined;
    if (!process) return;
    const variables = {
      ladder: { id: effect.ladder, instance, userTask: effect.task, area: about?.area ?? null, dueAt },
    };
    const companion = { process, subject: host.subject, host: { instance, task: effect.task, scope: effect.scope } };
    send(world, newId(world), companion, { type: 'create-instance', variables, by: { system: 'ladder' } });
  }
  if (effect.do === 'tell-posts') tellPosts(world, host, effect);
  if (effect.do === 'end-companions') {
    for (const [id, companion] of world.state.instances) {
      const mine =
        companion.host?.instance === instance && (effect.task === null || companion.host.task === effect.task);
      if (mine && companion.instance.status === 'running')
        world.state.inbox.push({
          instance: id,
          command: { type: 'cancel-instance', because: 'host-done', by: { system: 'ladder' } },
        });
    }
  }
}

function tellPosts(
  world: World,
  { process, subject }: WorldInstance,
  { element, positions }: Extract<Effect, { readonly do: 'tell-posts' }>,
): void {
  const title = toldTitle(process, element);
  for (const to of positions) tellAbout(world, subject, { at: world.state.now, to, title, by: null });
}

/** Messages, signals and calls of a pack: among the processes of its release. */
export function exchangeOf(world: World): Exchange {
  return {
    state: world.state,
    processes: [...world.release.processes.values()].map(({ executable }) => executable),
    pools: new Map(),
    newId: () => newId(world),
    post: (instance, command, begun) => void world.state.inbox.push({ instance, command, ...(begun ? { begun } : {}) }),
  };
}
