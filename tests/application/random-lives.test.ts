import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workSignals } from '../../server/application/messages/broadcast-signal.ts';
import { workMessages } from '../../server/application/messages/work-messages.ts';
import { deliverLetters } from '../../server/application/inbox/deliver-letters.ts';
import { answerLookups } from '../../server/application/process-instances/answer-lookups.ts';
import { lookupKey, type Answer, type Command } from '../../server/kernel/bpmn/commands.ts';
import { compileBpmn } from '../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { advanceInMemory } from '../../server/kernel/world/advance-in-memory.ts';
import { exchange, isExchanged, type Exchange } from '../../server/kernel/world/exchange.ts';
import { emptyWorld, type WorldInstance, type WorldState } from '../../server/kernel/world/world-state.ts';
import { dice } from '../kernel/bpmn/properties/dice.ts';
import { possibleMoves } from '../kernel/bpmn/properties/possible-moves.ts';
import { randomModel } from '../kernel/bpmn/properties/random-model.ts';
import { openDrawnStreet, type DrawnStreet } from './drawn-street.ts';

const seeds = Array.from({ length: 30 }, (_, index) => index);
const mostMoves = 40;

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet();
});
afterAll(() => street.close());

// The same random lives in memory and on the database: the world is what the server is held against.
describe('a random life', () => {
  test.each(seeds)('has the same history on the server as in the world: seed %i', async (seed) => {
    const model = randomModel(seed);
    const { processes, faults } = await compileBpmn(model.xml, { lenient: true });
    if (faults.length > 0) return expect(model.spoilt).not.toBeNull();
    await street.forget();
    const release = await street.redraw(processes, model.xml);
    const world = emptyWorld('2026-09-10T01:00:00.000Z');
    const answers = new Map<string, Answer>();
    for (const post of ['head', 'clerk'])
      for (const area of ['g1', '']) {
        const lookup = { kind: 'position', post, area } as const;
        const [answer] = await street.context.database.read((tx) =>
          answerLookups(street.context, tx, release, world.now, [lookup]),
        );
        if (answer) answers.set(lookupKey(lookup), answer);
      }
    let begun = 0;
    const at: Exchange = {
      state: world,
      processes,
      pools: new Map(),
      newId: () => `w${(begun += 1)}`,
      post: (instance, command, target) =>
        void world.inbox.push({ instance, command, ...(target ? { begun: target } : {}) }),
    };
    const surroundings = {
      pinned: { decisions: release.decisions, limits: release.limits, calendars: release.calendars },
      answer: (lookup: Parameters<typeof lookupKey>[0]) =>
        answers.get(lookupKey(lookup)) ?? ({ kind: 'unknown', zh: '', en: '' } as const),
      follow: (instance: string, effect: Parameters<typeof isExchanged>[0]) => {
        if (isExchanged(effect)) exchange(at, instance, effect);
      },
    };
    const inWorld = (id: string, of: Parameters<typeof advanceInMemory>[3], command: Command): string | null => {
      const advanced = advanceInMemory(world, surroundings, id, of, command);
      if (!advanced.ok) return advanced.code;
      drainWorld(world, (to, target, next) => void advanceInMemory(world, surroundings, to, target, next));
      return null;
    };
    const chance = dice(seed);
    const [process] = processes;
    if (!process) throw new Error('no process');
    const variables = { v0: 1, v1: 0, v2: 2, v3: 1, beside: 0 };
    const create: Command = { type: 'create-instance', variables, by: { person: 'ma' }, ...model.begins };
    inWorld('w0', { process, subject: null, host: null }, create);
    const main = await street.begin(process.id, variables, create);
    await drainServer(street);
    for (let made = 0; made < mostMoves; made += 1) {
      const ids = await idsByWorld(street, world, main);
      const moves = [...world.instances].flatMap(([id, { process: of, instance }]) =>
        instance.status === 'running' ? possibleMoves(id, of, instance, chance) : [],
      );
      const move = moves[chance.below(moves.length)];
      if (!move) break;
      const target = world.instances.get(move.instance) as WorldInstance;
      const expected = inWorld(move.instance, target, move.command);
      const code = await street.command(ids.get(move.instance) ?? '', move.command);
      expect(code).toBe(expected);
      await drainServer(street);
    }
    const ids = await idsByWorld(street, world, main);
    for (const [id, { history }] of world.instances)
      expect(normalised(await street.historyOf(ids.get(id) ?? ''))).toEqual(
        normalised(history.map(({ event }) => event)),
      );
  });
});

type Deliver = (instance: string, target: Parameters<typeof advanceInMemory>[3], command: Command) => void;

function drainWorld(world: WorldState, deliver: Deliver): void {
  for (let next = world.inbox.shift(); next; next = world.inbox.shift()) {
    const target = world.instances.get(next.instance) ?? next.begun;
    if (target) deliver(next.instance, target, next.command);
  }
}

async function drainServer({ context, rows }: DrawnStreet): Promise<void> {
  for (;;) {
    const [next] = await rows<{ instance: string }>(
      'select instance_id as instance from inbox order by created_at, seq, id limit 1',
    );
    const isDone = next ? await deliverLetters(context, { tenant: context.tenant, instance: next.instance }) : false;
    const passed = [await workMessages(context), await workSignals(context)];
    if (!isDone && !passed.some(Boolean)) return;
  }
}

/** Instances of both in the order in which they began. */
async function idsByWorld(
  { rows }: DrawnStreet,
  world: WorldState,
  main: string,
): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; process: string }>(
    'select id, process from process_instance where created_at >= (select created_at from process_instance where id = $1) order by created_at, id',
    main,
  );
  const left = [...found];
  const ids = new Map<string, string>();
  for (const [id, { process }] of world.instances) {
    const index = left.findIndex((row) => row.process === process.id);
    if (index >= 0) ids.set(id, left.splice(index, 1)[0]?.id ?? '');
  }
  return ids;
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
