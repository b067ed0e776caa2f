import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Failpoint } from '../../../server/database/failpoint.ts';
import type { LoadGround } from '../../harness/load-street/load-street.ts';
import { seededRandom } from '../random.ts';
import { type Engine, type FaultedStreet, openFaultedStreet, type StreetWishes } from './faulted-street.ts';
import { race } from './race.ts';
import { beginLoad } from './steady-load.ts';
import { type FaultRow, tally } from './tally.ts';

/** A kind of fault, and how it is made to happen so many times while people work. */
export interface FaultKind {
  readonly name: string;
  readonly engines: readonly Engine[];
  run(ground: LoadGround, engine: Engine, times: number, seed: number): Promise<FaultRow>;
}

const both = ['pglite', 'postgres'] as const;
const failpoints: readonly Failpoint[] = ['before-tx', 'after-lock', 'before-commit', 'after-commit'];
const commands = ['create-instance', 'complete-user-task', 'fire-timer', 'lease-job', 'complete-job'] as const;

interface Injecting {
  readonly street: FaultedStreet;
  readonly random: () => number;
  readonly ground: LoadGround;
}

/**
 * A fault that hits a load: people begin to work, it happens so many times, they finish, and what is left is counted.
 *
 * @param inject makes it happen once, and answers how often it did
 */
function underLoad(
  name: string,
  engines: readonly Engine[],
  inject: (given: Injecting, turn: number) => Promise<number>,
  wishes: (random: () => number) => StreetWishes = () => ({}),
): FaultKind {
  return {
    name,
    engines,
    async run(ground, engine, times, seed) {
      const random = seededRandom(seed);
      const street = await openFaultedStreet(ground, engine, wishes(random));
      try {
        const load = beginLoad(street, 5, 3);
        let injected = 0;
        for (let turn = 0; injected < times; turn += 1) {
          await sleep(100 + random() * 200);
          injected += await inject({ street, random, ground }, turn);
        }
        await sleep(200);
        return await tally(name, street, injected, await load.stop());
      } catch (error) {
        throw new Error(`${name} on ${engine}, seed ${seed}:\n${street.output().slice(-3000)}`, { cause: error });
      } finally {
        await street.close();
      }
    },
  };
}

/** The program dies at a moment of each type of command in turn. */
function killAt(at: Failpoint): FaultKind {
  return underLoad(`kill -9 ${at}`, both, async ({ street }, turn) => {
    const doing = at === 'before-tx' ? null : (commands[turn % commands.length] ?? null);
    await street.killAt(0, at, doing);
    return 1;
  });
}

const serverKilled = underLoad('kill -9 of the server', both, async ({ street }) => {
  await street.kill(0);
  return 1;
});

const postgresKilled = underLoad('kill -9 of PostgreSQL', ['postgres'], async ({ ground, random }) => {
  await ground.cluster.kill();
  await sleep(random() * 200);
  await ground.cluster.start();
  return 1;
});

function weather(name: string, kind: 'delay' | 'cut' | 'cutCommitAnswer', amount: number): FaultKind {
  return underLoad(
    name,
    ['postgres'],
    async ({ street: { proxy }, random }) => {
      if (!proxy) throw new Error('there is no way on which the weather could be bad');
      const before = proxy.injected[kind];
      proxy.weather = {
        delayMs: kind === 'delay' ? amount : 0,
        cut: kind === 'cut' ? amount : 0,
        cutCommitAnswer: kind === 'cutCommitAnswer' ? amount : 0,
      };
      await sleep(300 + random() * 200);
      proxy.weather = { delayMs: 0, cut: 0, cutCommitAnswer: 0 };
      return proxy.injected[kind] - before;
    },
    (random) => ({ proxied: random }),
  );
}

/** Runs statements as the administrator of the cluster, on a database that people may not reach at the moment. */
async function asAdministrator(
  { ground, street }: Injecting,
  ...statements: readonly ((name: string) => string)[]
): Promise<void> {
  const { address } = street.database;
  if (address.kind !== 'postgres') throw new Error('the embedded database has no administrator');
  const name = new URL(address.url).pathname.slice(1);
  await ground.onCluster(...statements.map((statement) => statement(name)));
}

const terminate = (name: string): string =>
  `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;

const backendsEnded = underLoad('backends terminated', ['postgres'], async (given) => {
  await asAdministrator(given, terminate);
  return 1;
});

const readOnly = underLoad('server read-only', ['postgres'], async (given) => {
  const set = (value: string) => (name: string) =>
    `alter database "${name}" set default_transaction_read_only = ${value}`;
  await asAdministrator(given, set('on'), terminate);
  await sleep(200 + given.random() * 200);
  await asAdministrator(given, set('off'), terminate);
  return 1;
});

/** Somebody else takes every connection that the cluster has. */
const exhausted = underLoad('no connection left', ['postgres'], async (given) => {
  const { address } = given.street.database;
  if (address.kind !== 'postgres') throw new Error('the embedded database has one connection');
  await asAdministrator(given, terminate);
  const taken: Client[] = [];
  for (let full = false; !full;) {
    const client = new Client({ connectionString: given.ground.cluster.url });
    client.on('error', () => undefined);
    full = await client.connect().then(
      () => taken.push(client) > 500,
      () => true,
    );
  }
  await sleep(200 + given.random() * 300);
  await Promise.all(taken.map((client) => client.end()));
  return 1;
});

/** Machines whose clocks are wrong, in zones that are not the street's, and jump while people work. */
const clockJumps = underLoad(
  'clock jumps',
  both,
  async ({ street, random }) => {
    const node = Math.floor(random() * street.nodes);
    await street.jump(node, Math.round((random() - 0.5) * 4 * 3_600_000));
    return 1;
  },
  () => ({ environment: (node) => ({ TZ: node === 0 ? 'America/New_York' : 'Asia/Kolkata' }) }),
);

/** One of several servers on one database dies; the others take over what it had begun. */
const nodeKilled = underLoad(
  'kill -9 of one node of two',
  ['postgres'],
  async ({ street }, turn) => {
    await street.kill(turn % street.nodes);
    return 1;
  },
  () => ({ nodes: 2 }),
);

/** All kinds of faults, in the order in which they are tried. */
export const faultKinds: readonly FaultKind[] = [
  ...failpoints.map(killAt),
  serverKilled,
  postgresKilled,
  weather('connection delayed', 'delay', 60),
  weather('connection cut', 'cut', 0.03),
  weather('answer to COMMIT cut', 'cutCommitAnswer', 0.3),
  backendsEnded,
  exhausted,
  readOnly,
  clockJumps,
  nodeKilled,
  race(2),
  race(3),
];
