import { atLeast, atMost, type BenchRow } from '../bench-row.ts';
import type { MeasuredStreet } from './measured-street.ts';
import type { Denominators } from './pgbench.ts';
import { beginLoops, quantile, workAtRate, workFor } from './work-loop.ts';

const clients = 8;

/**
 * Completing a user task over HTTP: session, form checked by ajv, idempotency key, full history, the next user task with
 * its time limit, submission kept. Held against nine plain statements under pgbench with as many clients.
 */
export async function benchHttpCommand(
  street: MeasuredStreet,
  against: Denominators,
  seconds: number,
): Promise<readonly BenchRow[]> {
  const loops = await beginLoops(street, clients * 4);
  const crowd = Array.from({ length: clients }, () => street.client());
  await workFor(crowd, loops, Math.min(5, seconds)); // warms up
  // As the server's autovacuum does within a minute: plans that were made for empty tables are made anew.
  await street.rows('analyze');
  await workFor(crowd, loops, 1);
  const before = await street.usage();
  const busy = await workFor(crowd, loops, seconds);
  const perCommand = ((await street.usage()) - before) / busy.length;
  const rate = busy.length / seconds;
  const half = await workAtRate(crowd, loops, rate / 2, seconds);
  const alone = await workFor(crowd.slice(0, 1), loops, Math.min(5, seconds));
  for (const client of crowd) client.close();
  process.stdout.write(
    `http-command: ${rate.toFixed(0)}/s with ${clients} clients, median ${quantile(busy, 0.5).toFixed(2)} ms, ` +
      `p99 ${quantile(busy, 0.99).toFixed(2)} ms; the server's process used ${perCommand.toFixed(3)} ms of a processor per command\n`,
  );
  return [
    atLeast('http-command', rate, against.command, '/s', 0.5),
    atMost('http-command p99 at half load', quantile(half, 0.99), quantile(alone, 0.5), 'ms', 8),
  ];
}
