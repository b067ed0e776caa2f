import { pathToFileURL } from 'node:url';
import { both, type FaultKind, type Injecting, underLoad } from './fault-kind.ts';

const preload = pathToFileURL(`${import.meta.dirname}/../../harness/fixtures/jumping-clock.ts`).href;

/** The clock jumps by so many hours at most, either way, from what it really is. */
const hours = 3;

/**
 * What the database reads as now jumps while people work. The embedded database reads the clock of its thread, which is
 * the test's; on PostgreSQL all sessions of the database find a `now()` of ours before the server's own, because its clock
 * is the machine's. In the end it is as late as it ever was, so that all that became due then is due.
 */
export const databaseClockJumps: FaultKind = underLoad(
  'clock of the database jumps',
  both,
  async (given, turn) => {
    const ms = Math.round((given.random() - 0.5) * 2 * hours * 3_600_000);
    await setClock(given, ms);
    if (turn % 5 === 4) await given.street.kill(0); // and what reads it first is a program that starts
    return 1;
  },
  () => ({ environment: () => ({ NODE_OPTIONS: `--import=${preload}` }) }),
  undefined,
  (given) => setClock(given, hours * 3_600_000 + 120_000),
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
    'create schema if not exists street_clock',
    `create or replace function street_clock.now() returns timestamptz language sql stable as
       $$ select pg_catalog.now() + interval '${ms} milliseconds' $$`,
    `alter database "${name}" set search_path = street_clock, pg_catalog, public`,
  );
  // A session that was open already looks for functions where it did before; whoever had it gets another one.
  await ground.onCluster(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
}
