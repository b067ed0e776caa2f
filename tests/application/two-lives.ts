import { deepStrictEqual } from 'node:assert/strict';
import { examineDatabase } from '../../server/application/doctor/examine-database.ts';
import { deliverLetters } from '../../server/application/inbox/deliver-letters.ts';
import { workSignals } from '../../server/application/messages/broadcast-signal.ts';
import { workMessages } from '../../server/application/messages/work-messages.ts';
import { answerLookups } from '../../server/application/process-instances/answer-lookups.ts';
import { lookupKey, type Command } from '../../server/kernel/bpmn/commands.ts';
import type { ExecutableProcess } from '../../server/kernel/bpmn/executable-process.ts';
import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import { advanceInMemory, type Surroundings } from '../../server/kernel/world/advance-in-memory.ts';
import { deliverInbox } from '../../server/kernel/world/deliver-inbox.ts';
import { exchange, handOver, isExchanged, type Exchange } from '../../server/kernel/world/exchange.ts';
import { emptyWorld, type WorldState } from '../../server/kernel/world/world-state.ts';
import { dice, type Dice } from '../kernel/bpmn/properties/dice.ts';
import { possibleMoves, type Move } from '../kernel/bpmn/properties/possible-moves.ts';
import type { RandomModel } from '../kernel/bpmn/properties/random-model.ts';
import type { DrawnStreet } from './drawn-street.ts';

const mostMoves = 40;
/** What waited for somebody who was held is looked at again by then, in milliseconds. */
const afterResumption = 60_000;

/** A random file that compiles. */
export interface TwoLives {
  readonly seed: number;
  readonly model: RandomModel;
  readonly processes: readonly ExecutableProcess[];
}

/**
 * Lives a file in memory and on the database by the same random commands, some of them twice. The world is what the
 * server is held against; after every command the doctor looks at the rows, and at the end at every history.
 *
 * @throws AssertionError when an answer, a history or a row is not what it must be
 */
export async function liveTwice(street: DrawnStreet, { seed, model, processes }: TwoLives): Promise<void> {
  await street.forget();
  const release = await street.redraw(processes, model.xml);
  const inMemory = await memoryOf(street, release, processes);
  const chance = dice(seed);
  const [process] = processes;
  if (!process) throw new Error('there is no process');
  const variables = { v0: 1, v1: 0, v2: 2, v3: 1, beside: 0 };
  const create: Command = { type: 'create-instance', variables, by: { person: 'ma' }, ...model.begins };
  inMemory.send('w0', { process, subject: null, host: null }, create);
  await street.begin(process.id, variables, create);
  await drainServer(street);
  const ids = new Map<string, string>();
  let before: Move | undefined;
  for (let made = 0; made < mostMoves; made += 1) {
    const again = before && chance.chance(0.1);
    const move = again ? before : moveIn(inMemory.world, chance);
    const target = move && inMemory.world.instances.get(move.instance);
    if (!move || !target) break;
    await learnIds(ids, street, inMemory.world);
    const id = ids.get(move.instance) ?? '';
    const world = inMemory.send(move.instance, target, move.command);
    deepStrictEqual(await street.command(id, move.command), world, `${move.command.type} is answered otherwise`);
    if (move.command.type === 'resume') await street.passTime(afterResumption);
    await drainServer(street);
    await examined(street, 0, `after ${made} commands, the last a ${move.command.type}`);
    before = move;
  }
  await learnIds(ids, street, inMemory.world);
  const all = [...inMemory.world.instances];
  const onServer = await Promise.all(all.map(([id]) => street.historyOf(ids.get(id) ?? '')));
  deepStrictEqual(normalised(onServer), normalised(all.map(([, { history }]) => history.map(({ event }) => event))));
  await examined(street, 'all', 'at the end');
}

async function examined({ context }: DrawnStreet, fold: number | 'all', when: string): Promise<void> {
  const { faults } = await examineDatabase(context, { fold });
  deepStrictEqual(faults, [], `the doctor finds something ${when}`);
}

function moveIn(world: WorldState, chance: Dice): Move | undefined {
  const move = anyMove(world, chance);
  if (!move || !chance.chance(0.05)) return move;
  const because = 'enough';
  const command = {
    type: chance.pick(['suspend', 'suspend', 'cancel-instance'] as const),
    because,
    by: { person: 'ma' },
  } as const;
  return { instance: move.instance, command, weight: 1 };
}

function anyMove(world: WorldState, chance: Dice): Move | undefined {
  const moves = [...world.instances].flatMap(([id, { process, instance }]) =>
    instance.status === 'running' ? possibleMoves(id, process, instance, chance) : [],
  );
  return moves[chance.below(moves.length)];
}

type Target = Parameters<typeof advanceInMemory>[3];

/** The processes in memory, with people as the server knows them. */
async function memoryOf(
  { context }: DrawnStreet,
  release: CompiledRelease,
  processes: readonly ExecutableProcess[],
): Promise<{
  readonly world: WorldState;
  /** @returns the code of the refusal, or null */
  readonly send: (id: string, of: Target, command: Command) => string | null;
}> {
  const world = emptyWorld('2026-09-10T01:00:00.000Z');
  const lookups = ['head', 'clerk'].flatMap((post) =>
    ['g1', ''].map((area) => ({ kind: 'position', post, area }) as const),
  );
  const told = await context.database.read((tx) => answerLookups(context, tx, { id: 'w0', release, now: world.now }, lookups));
  const answers = new Map(lookups.map((lookup, index) => [lookupKey(lookup), told[index]]));
  let begun = 0;
  const at: Exchange = {
    state: world,
    processes,
    pools: new Map(),
    newId: () => `w${(begun += 1)}`,
    post: (instance, command, target) =>
      void world.inbox.push({ instance, command, ...(target ? { begun: target } : {}) }),
  };
  const { decisions, limits, calendars } = release;
  const surroundings: Surroundings = {
    pinned: { decisions, limits, calendars },
    answer: (lookup) => answers.get(lookupKey(lookup)) ?? { kind: 'unknown', zh: '', en: '' },
    follow: (instance, effect) => {
      if (isExchanged(effect)) exchange(at, instance, effect);
    },
  };
  return {
    world,
    send(id, of, command) {
      const advanced = advanceInMemory(world, surroundings, id, of, command);
      if (!advanced.ok) return advanced.code;
      deliverInbox(world, {
        deliver: ({ instance, command: next }, target) =>
          void advanceInMemory(world, surroundings, instance, target, next),
        handOver: (message) => handOver(at, message),
      });
      return null;
    },
  };
}

/** Works off what is there, and asks nobody who has nothing to do. */
async function drainServer({ context }: DrawnStreet): Promise<void> {
  for (;;) {
    const [due] = await context.database.read((tx) =>
      tx.query<{ letter: string | null; message: boolean; signal: boolean }>(
        `select (select instance_id from inbox where run_at <= $1 order by created_at, seq, id limit 1) as letter,
          exists (select from message where state = 'published' or run_at <= $1)
            or exists (select from message_key where wanted > 0) as message,
          exists (select from signal) as signal`,
        [tx.now],
      ),
    );
    const { letter = null, message = false, signal = false } = due ?? {};
    let isDone = letter !== null && (await deliverLetters(context, { tenant: context.tenant, instance: letter }));
    if (message) isDone = (await workMessages(context)) || isDone;
    if (signal) isDone = (await workSignals(context)) || isDone;
    if (!isDone && letter === null) return;
  }
}

/** Instances of both in the order in which they began; asked again when the world has one that is not known. */
async function learnIds(ids: Map<string, string>, on: DrawnStreet, world: WorldState): Promise<void> {
  if (ids.size === world.instances.size) return;
  ids.clear();
  const left = [
    ...(await on.rows<{ id: string; process: string }>(
      'select id, process from process_instance order by created_at, id',
    )),
  ];
  for (const [id, { process }] of world.instances) {
    const index = left.findIndex((row) => row.process === process.id);
    if (index >= 0) ids.set(id, left.splice(index, 1)[0]?.id ?? '');
  }
}

/** Times differ between a virtual clock and a real one. */
function normalised(history: readonly unknown[]): unknown {
  return JSON.parse(
    JSON.stringify(history, (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
        : value,
    ).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then'),
  );
}
