import { pathToFileURL } from 'node:url';
import { both, type FaultKind, type Injecting, underLoad } from './fault-kind.ts';
import type { FaultedStreet } from './faulted-street.ts';

const preload = pathToFileURL(`${import.meta.dirname}/../../harness/fixtures/jumping-clock.ts`).href;

/** It jumps at most so far from what it really is; not back to before the street was published, an hour ago. */
const [backMs, onMs] = [50 * 60_000, 3 * 3_600_000];

/** Databases whose sessions know of our clock. */
const known = new WeakSet<FaultedStreet>();

/**
 * What the database reads as now jumps while people work. The embedded database reads the clock of its thread, which is
 * the test's; on PostgreSQL all sessions of the database find a `now()` of ours before the server's own, because its clock
 * is the machine's. In the end it is as late as it ever was, so that all that became due then is due.
 */
export const databaseClockJumps: FaultKind = underLoad(
  'clock of the database jumps',
  both,
  async (given, turn) => {
    const ms = Math.round(given.random() * (backMs + onMs) - backMs);
    await setClock(given, ms);
    if (turn % 5 === 4) await given.street.kill(0); // and what reads it first is a program that starts
    return 1;
  },
  () => ({ environment: () => ({ NODE_OPTIONS: `--import=${preload}` }) }),
  undefined,
  (given) => setClock(given, onMs + 120_000),
);

async function setClock({ ground, street }: Pick<Injecting, 'ground' | 'street'>, ms: number): Promise<void> {
  const { address } = street.database;
  if (address.kind === 'pglite') {
    await street.jump(0, ms);
    return;
  }
  const name = new URL(address.url).pathname.slice(1);
  await ground.onDatabase(
    name,
    `create or replace function public.now() returns timestamptz language sql stable as
       $$ select pg_catalog.now() + interval '${ms} milliseconds' $$`,
  );
  if (known.has(street)) return;
  known.add(street);
  // A session that is open already looks for functions where it did before, so whoever has it gets another one.
  await ground.onCluster(
    `alter database "${name}" set search_path = public, pg_catalog`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
}
