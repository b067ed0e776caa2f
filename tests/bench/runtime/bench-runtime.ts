import type { BenchRow } from '../bench-row.ts';
import { openLoadGround } from '../../harness/load-street/load-street.ts';
import { benchHttpCommand } from './http-command.ts';
import { openMeasuredStreet } from './measured-street.ts';
import { denominators } from './pgbench.ts';

const clients = 8;

/** The durable runtime, held against what the same PostgreSQL does by itself in the same minute. */
export async function benchRuntime(): Promise<readonly BenchRow[]> {
  const seconds = Number(process.env['BENCH_SECONDS'] ?? '10');
  const ground = await openLoadGround(['shared_buffers=256MB', 'max_wal_size=2GB']);
  try {
    const street = await openMeasuredStreet(ground);
    try {
      const against = await denominators(ground.cluster.url, ground.folder, seconds, clients);
      process.stdout.write(
        `${against.driver} with ${clients} clients: (a) one-row insert ${against.insert.toFixed(0)}/s, ` +
          `(b) nine statements, seven rows ${against.command.toFixed(0)}/s\n`,
      );
      return await benchHttpCommand(street, against, seconds);
    } finally {
      await street.close();
    }
  } finally {
    await ground.close();
  }
}
