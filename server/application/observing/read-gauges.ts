import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openIncidents, queueAges } from '../../database/queue-ages.ts';
import type { Context } from '../context.ts';
import type { Gauge } from './metrics.ts';
import type { Pulse } from './readiness.ts';
import { within } from './within.ts';

/** A scrape must not hang on a database that does not answer: it says so instead. */
const patienceMs = 3000;

const resolutionMs = 20;
const loop = monitorEventLoopDelay({ resolution: resolutionMs });
loop.enable();

/**
 * The values of this instant: queues, incidents, connections, hands, the process itself. When the database does not
 * answer, `gridloom_database_up` is 0 and what would come from it is missing.
 */
export async function readGauges(context: Context, hands: readonly Pulse[]): Promise<readonly Gauge[]> {
  return [...(await databaseGauges(context)), connectionGauge(context), ...handGauges(hands), ...processGauges()];
}

async function databaseGauges({ database, tenant }: Context): Promise<readonly Gauge[]> {
  try {
    const { queues, incidents, now } = await within(
      patienceMs,
      database.read(async (tx) => ({
        queues: await queueAges(tx, tenant),
        incidents: await openIncidents(tx, tenant),
        now: Date.parse(tx.now),
      })),
    );
    const age = (oldest: string | null): number => (oldest === null ? 0 : (now - Date.parse(oldest)) / 1000);
    return [
      gauge('gridloom_database_up', 'Whether the database answers.', [{ value: 1 }]),
      gauge(
        'gridloom_queue_due',
        'Rows of a queue that are due and that nobody has; counted up to 10000.',
        queues.map(({ queue, due }) => ({ labels: { queue }, value: due })),
      ),
      gauge(
        'gridloom_queue_oldest_seconds',
        'How long the oldest due row of a queue has been waiting.',
        queues.map(({ queue, oldest }) => ({ labels: { queue }, value: age(oldest) })),
      ),
      gauge('gridloom_incidents_open', 'Incidents that wait for an operator.', [{ value: incidents }]),
    ];
  } catch {
    return [gauge('gridloom_database_up', 'Whether the database answers.', [{ value: 0 }])];
  }
}

function connectionGauge({ database }: Context): Gauge {
  const { busy, idle, waiting } = database.connections();
  const values = Object.entries({ busy, idle, waiting }).map(([state, value]) => ({ labels: { state }, value }));
  return gauge('gridloom_database_connections', 'Connections of this process, and work that waits for one.', values);
}

function handGauges(hands: readonly Pulse[]): readonly Gauge[] {
  const values = hands.map(({ hand, seconds }) => ({ labels: { hand }, value: seconds }));
  return [gauge('gridloom_hand_idle_seconds', 'How long ago a worker of this process last looked for work.', values)];
}

/** The loop is looked at every 20 ms, and what is measured includes these. */
const late = (percentile: number): number => Math.max(0, loop.percentile(percentile) / 1e9 - resolutionMs / 1000);

function processGauges(): readonly Gauge[] {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  const delays = [
    { labels: { quantile: '0.5' }, value: late(50) },
    { labels: { quantile: '0.99' }, value: late(99) },
  ];
  loop.reset();
  return [
    {
      name: 'process_cpu_seconds_total',
      help: 'Processor time of this process.',
      type: 'counter',
      values: [{ value: (user + system) / 1e6 }],
    },
    gauge('process_resident_memory_bytes', 'Memory of this process.', [{ value: rss }]),
    gauge('nodejs_heap_used_bytes', 'Memory of this process that JavaScript uses.', [{ value: heapUsed }]),
    gauge('process_start_time_seconds', 'When this process began.', [{ value: performance.timeOrigin / 1000 }]),
    gauge('nodejs_eventloop_delay_seconds', 'How late the event loop was since the last scrape.', delays),
  ];
}

function gauge(name: string, help: string, values: Gauge['values']): Gauge {
  return { name, help, type: 'gauge', values };
}
