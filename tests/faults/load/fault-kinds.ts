import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Failpoint } from '../../../server/database/failpoint.ts';
import { both, type FaultKind, type Injecting, outsiders, underLoad } from './fault-kind.ts';
import { databaseClockJumps } from './database-clock.ts';
import { limitsRunOut } from './limits-run-out.ts';
import { migrationKilled } from './killed-migration.ts';
import { poisonJobs } from './poison-jobs.ts';
import { race } from './race.ts';
import { restoredBackup } from './restored-backup.ts';

const failpoints: readonly Failpoint[] = ['before-tx', 'after-lock', 'before-commit', 'after-commit'];
/** What is done for people, and what a system outside does over its door. */
const commands = ['create-instance', 'complete-user-task', 'fire-timer', 'lease-job', 'complete-job'] as const;
const outside = ['activate-jobs', 'complete-job', 'fail-job', 'publish-message', 'trigger-event'] as const;

/** The program dies at a moment of each type of command in turn. */
function killAt(at: Failpoint): FaultKind {
  return underLoad(`kill -9 ${at}`, both, async ({ street }, turn) => {
    const doing = at === 'before-tx' ? null : (commands[turn % commands.length] ?? null);
    await street.killAt(0, at, doing);
    return 1;
  });
}

/** The same, while nearly all that is done is done from outside. */
function killOutsideAt(at: Failpoint): FaultKind {
  const inject = async ({ street }: Injecting, turn: number): Promise<number> => {
    await street.killAt(0, at, at === 'before-tx' ? null : (outside[turn % outside.length] ?? null));
    return 1;
  };
  return underLoad(`kill -9 ${at}, from outside`, both, inject, () => ({}), outsiders);
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
  ...failpoints.map(killOutsideAt),
  serverKilled,
  postgresKilled,
  weather('connection delayed', 'delay', 60),
  weather('connection cut', 'cut', 0.03),
  weather('answer to COMMIT cut', 'cutCommitAnswer', 0.3),
  backendsEnded,
  exhausted,
  readOnly,
  clockJumps,
  databaseClockJumps,
  nodeKilled,
  limitsRunOut,
  poisonJobs,
  migrationKilled,
  restoredBackup,
  race(2),
  race(3),
];
