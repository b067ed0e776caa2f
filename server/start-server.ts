import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Context, Log } from './application/context.ts';
import { loadDemo } from './application/demo/load-demo.ts';
import { openContext } from './application/open-context.ts';
import type { PluginHost } from './application/plugins/plugin-host.ts';
import type { Pulse } from './application/observing/readiness.ts';
import type { RestingLoop } from './application/resting-loop.ts';
import { issueSetupCode } from './application/sessions/setup-code.ts';
import { terminalOperations, type TerminalOperation } from './application/terminal/terminal-operations.ts';
import type { Reached } from './database/failpoint.ts';
import type { Clock } from './database/transaction.ts';
import { serveLocalSocket, type LocalOperation, type LocalSocket } from './database/local-socket/serve-local-socket.ts';
import { buildApp } from './http/app.ts';
import { problemFor } from './http/problems.ts';
import { startBulkWorker } from './jobs/bulk-worker.ts';
import { startPluginLanes } from './jobs/plugin-lanes.ts';
import { startWorker } from './jobs/worker.ts';
import type { PackFinder } from './kernel/compilation/pack-chain.ts';
import { isJsonObject } from './kernel/json.ts';
import { startHousekeeper } from './schedules/housekeeper.ts';
import { startExaminer } from './schedules/examiner.ts';
import type { LookingHand } from './schedules/looking-hand.ts';
import { startMeetingHand } from './schedules/meeting-hand.ts';
import { installedPlugins } from './plugins/installed-plugins.ts';
import { startReleaseHand } from './schedules/release-hand.ts';
import { startTimekeeper } from './schedules/timekeeper.ts';
import { isLoopback, type Settings } from './application/settings.ts';

/** What a server is started with besides its settings; what differs in tests is handed in here. */
export interface Surroundings {
  readonly clock: Clock;
  readonly log: Log;
  readonly packs: { readonly find: PackFinder; readonly first: string };
  /** Told what whoever started it should read, one line at a time. */
  readonly say: (line: string) => void;
  /** Told about the moments of each command; only programs that test this one hand it in. */
  readonly reached?: Reached;
  /** What runs plugins; those that are installed when absent. */
  readonly plugins?: PluginHost;
}

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  readonly context: Context;
  /** One-time code for the first administrator; null when there is one. */
  readonly setupCode: string | null;
  /** Looks at once for what is due, as if the time for it had come. */
  readonly wake: () => void;
  /** Stops taking requests, finishes what is under way, closes the database; within ten seconds. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the whole program: database, workers, clock hands, doors.
 *
 * @throws DataDirectoryInUse, DatabaseUnavailable, PackFaulty, or the system's error when the port is taken
 */
export async function startServer(settings: Settings, surroundings: Surroundings): Promise<RunningServer> {
  const { clock, log, packs, say, reached } = surroundings;
  const demo = settings.databaseUrl === null && isLoopback(settings.host);
  const hands = new Hands();
  const plugins = surroundings.plugins ?? (await installedPlugins(settings.pluginHosts, log));
  const wake = (): void => hands.wake();
  const { context, installed } = await openContext({ ...settings, clock, demo, log, packs, wake, plugins, reached });
  try {
    if (installed && demo) await bringDemo(context, packs.find, say);
    // Before anybody can come in: from then on a database that is away is no reason to end.
    const setupCode = await issueSetupCode(context);
    const { host, port, metricsToken } = settings;
    const app = await buildApp(context, { host, port, metricsToken, hands: () => hands.pulses() });
    await app.listen({ port: settings.port, host: settings.host });
    hands.start(context);
    const socket = settings.databaseUrl === null ? await openSocket(context, settings.dataDir, hands) : null;
    return {
      url: addressOf(app, settings.host),
      context,
      setupCode,
      wake: () => hands.lookNow(),
      stop: () => stopAll(context, app, hands, socket),
    };
  } catch (error) {
    await Promise.all([hands.stop(), plugins.stop()]);
    await context.database.close();
    throw error;
  }
}

/** The workers of this node; they rest while a command of the terminal has the database to itself. */
class Hands {
  private worker: RestingLoop | null = null;
  private lanes: RestingLoop | null = null;
  private bulk: RestingLoop | null = null;
  private timekeeper: RestingLoop | null = null;
  private meetings: LookingHand | null = null;
  private housekeeper: LookingHand | null = null;
  private releases: LookingHand | null = null;
  private examiner: RestingLoop | null = null;

  start(context: Context): void {
    this.worker = startWorker(context);
    this.lanes = startPluginLanes(context);
    this.bulk = startBulkWorker(context);
    this.timekeeper = startTimekeeper(context);
    this.meetings = startMeetingHand(context);
    this.housekeeper = startHousekeeper(context);
    this.releases = startReleaseHand(context);
    this.examiner = startExaminer(context);
  }

  wake(): void {
    this.worker?.wake();
    this.lanes?.wake();
    this.bulk?.wake();
    this.timekeeper?.wake();
    this.examiner?.wake();
  }

  lookNow(): void {
    this.wake();
    void this.meetings?.look();
    void this.releases?.look();
  }

  /** When each of those that never sleep long last looked; an examination takes minutes, so the examiner is not asked. */
  pulses(): readonly Pulse[] {
    const { worker, lanes, timekeeper } = this;
    return Object.entries({ worker, lanes, timekeeper }).flatMap(([hand, loop]) =>
      loop ? [{ hand, seconds: (performance.now() - loop.lookedAt()) / 1000 }] : [],
    );
  }

  async stop(): Promise<void> {
    const { worker, lanes, bulk, timekeeper, meetings, housekeeper, releases, examiner } = this;
    const hands = [worker, lanes, bulk, timekeeper, meetings, housekeeper, releases, examiner];
    await Promise.all(hands.map(async (hand) => hand?.stop()));
    this.worker = this.lanes = this.bulk = this.timekeeper = this.examiner = null;
    this.meetings = this.housekeeper = this.releases = null;
  }
}

async function bringDemo(context: Context, find: PackFinder, say: (line: string) => void): Promise<void> {
  const loaded = await loadDemo(context, find, say);
  for (const failure of loaded.failed) say(`演示数据有一步没做成 a step of the demo data failed: ${failure}`);
}

function openSocket(context: Context, dataDir: string, hands: Hands): Promise<LocalSocket> {
  const done =
    (operation: TerminalOperation): LocalOperation =>
    async (input, report) => {
      const fields = isJsonObject(input) ? input : {};
      if (!operation.alone) return { ...(await operation.run(context, fields, report)) };
      await hands.stop();
      try {
        return { ...(await operation.run(context, fields, report)) };
      } finally {
        hands.start(context);
      }
    };
  const operations = new Map(Object.values(terminalOperations).map((operation) => [operation.name, done(operation)]));
  return serveLocalSocket({ dataDir, operations, problemOf: problemFor });
}

const graceMs = 8000;

async function stopAll(
  context: Context,
  app: FastifyInstance,
  hands: Hands,
  socket: LocalSocket | null,
): Promise<void> {
  const closing = Promise.all([app.close(), hands.stop(), context.plugins.stop(), socket?.close()]);
  await Promise.race([closing, sleep(graceMs, undefined, { ref: false })]);
  await context.database.close();
}

function addressOf(app: FastifyInstance, host: string): string {
  const address = app.server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${address.port}`;
}
