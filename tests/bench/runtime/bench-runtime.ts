import type { BenchRow } from '../bench-row.ts';
import { type LoadGround, openLoadGround } from '../../harness/load-street/load-street.ts';
import { benchHttpCommand } from './http-command.ts';
import { benchLists } from './lists.ts';
import { type MeasuredStreet, openMeasuredStreet } from './measured-street.ts';
import { benchMultiInstance } from './multi-instance.ts';
import { benchOneTaskInstance } from './one-task-instance.ts';
import { openFaultProxy } from '../../faults/load/fault-proxy.ts';
import { denominators } from './pgbench.ts';
import { benchTimers } from './timers.ts';
import { beginLoops, workFor } from './work-loop.ts';

const clients = 8;

/** How much is made of what; smaller while one works on it. */
const size = Number(process.env['BENCH_SIZE'] ?? '1');

interface Part {
  /** What its rows begin with. */
  readonly rows: readonly string[];
  readonly run: (ground: LoadGround, seconds: number) => Promise<readonly BenchRow[]>;
}

const parts: readonly Part[] = [
  {
    rows: ['http-command'],
    run: async (ground, seconds) => [
      ...(await inStreet(ground, (street) => heldAgainstPgbench(ground, street, seconds))),
      ...(await roundTrips(ground)),
    ],
  },
  {
    rows: ['one-task-instance'],
    run: (ground) => inStreet(ground, (street) => benchOneTaskInstance(street, 5000 * size)),
  },
  { rows: ['timers'], run: (ground) => inStreet(ground, (street) => benchTimers(street, 100_000 * size)) },
  {
    rows: ['multi-instance'],
    run: (ground, seconds) => inStreet(ground, (street) => benchMultiInstance(street, 10_000 * size, seconds)),
  },
  {
    rows: ['task-list', 'instance-search'],
    run: (ground) =>
      inStreet(ground, (small) =>
        inStreet(ground, (large) => benchLists(small, large, Math.max(20_000, 200_000 * size))),
      ),
  },
];

/**
 * The durable runtime, held against what the same PostgreSQL does by itself in the same minute.
 *
 * @param only rows that are wanted; empty: all
 */
export async function benchRuntime(only: readonly string[]): Promise<readonly BenchRow[]> {
  const known = parts.flatMap(({ rows }) => rows);
  const unknown = only.find((row) => !known.includes(row));
  if (unknown !== undefined) throw new Error(`There is no row "${unknown}". There are: ${known.join(', ')}.`);
  const seconds = Number(process.env['BENCH_SECONDS'] ?? '10');
  const ground = await openLoadGround(['shared_buffers=256MB', 'max_wal_size=2GB']);
  try {
    const rows: BenchRow[] = [];
    for (const part of parts)
      if (only.length === 0 || part.rows.some((row) => only.includes(row)))
        rows.push(...(await part.run(ground, seconds)));
    return rows;
  } finally {
    await ground.close();
  }
}

async function inStreet(
  ground: LoadGround,
  bench: (street: MeasuredStreet) => Promise<readonly BenchRow[]>,
): Promise<readonly BenchRow[]> {
  const street = await openMeasuredStreet(ground);
  try {
    return await bench(street);
  } finally {
    await street.close();
  }
}

async function heldAgainstPgbench(
  ground: LoadGround,
  street: MeasuredStreet,
  seconds: number,
): Promise<readonly BenchRow[]> {
  const against = await denominators(ground.cluster.url, ground.folder, seconds, clients);
  process.stdout.write(
    `${against.driver} with ${clients} clients: (a) one-row insert ${against.insert.toFixed(0)}/s, ` +
      `(b) nine statements, seven rows ${against.command.toFixed(0)}/s, from Node ${against.commandFromNode.toFixed(0)}/s\n`,
  );
  return benchHttpCommand(street, against, seconds);
}

/** What one command says to the database, counted on the way. */
async function roundTrips(ground: LoadGround): Promise<readonly BenchRow[]> {
  const target = new URL(ground.cluster.url);
  const way = await openFaultProxy(target.href, () => 1);
  const street = await openMeasuredStreet(ground, (url) => {
    const through = new URL(url);
    through.host = new URL(way.url).host;
    return through.href;
  });
  try {
    const loops = await beginLoops(street, 1);
    const client = street.client();
    await workFor([client], loops, 1);
    const before = { ...way.passed };
    const done = (await workFor([client], loops, 3)).length;
    client.close();
    const trips = (way.passed.roundTrips - before.roundTrips) / done;
    const bytes = (way.passed.bytes - before.bytes) / done;
    process.stdout.write(
      `a command: ${trips.toFixed(1)} round trips and ${bytes.toFixed(0)} bytes between server and database, looking for due work included\n`,
    );
    return [];
  } finally {
    await street.close();
    await way.close();
  }
}
