import { setTimeout as sleep } from 'node:timers/promises';
import type { Failpoint } from '../../../server/database/failpoint.ts';
import type { DoctorReport } from '../../../server/application/doctor/doctor-report.ts';
import { freePort } from '../../harness/free-port.ts';
import { type LeanClient, leanClient } from '../../harness/load-street/lean-client.ts';
import { loadPack } from '../../harness/load-street/load-pack.ts';
import type { LoadDatabase, LoadGround } from '../../harness/load-street/load-street.ts';
import { StreetClock, startStreet, type StreetServer } from '../../harness/server/street.ts';
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts';

export type Engine = 'pglite' | 'postgres';

/** How a street differs from the ordinary one. */
export interface StreetWishes {
  readonly nodes?: number;
  /** The database it stands on; a fresh one when absent. It is removed with the street. */
  readonly database?: LoadDatabase;
  /** Chance for a way with faults between the servers and their database. */
  readonly proxied?: () => number;
  /** Of each server; by its number. */
  readonly environment?: (node: number) => Readonly<Record<string, string>>;
}

/** A street of one or more servers under load, which faults hit; a killed server comes back on the same port. */
export interface FaultedStreet {
  readonly engine: Engine;
  readonly database: LoadDatabase;
  readonly proxy: FaultProxy | null;
  readonly nodes: number;
  /** Somebody's way to a server: the worker's, or that of the session with this cookie. */
  client(node: number, cookie?: string): LeanClient;
  /** Resolves when the process of a server has ended by whatever cause. */
  died(node: number): Promise<unknown>;
  /** Starts a server that has ended. */
  restart(node: number): Promise<void>;
  /** Lets so many milliseconds pass in the street. */
  passTime(ms: number): Promise<void>;
  /** SIGKILL, and a start on what is left. */
  kill(node: number): Promise<void>;
  /** Has a server kill itself at a moment, waits until it has, and starts it again. */
  killAt(node: number, at: Failpoint, doing: string | null): Promise<void>;
  /** The clock of a server's machine jumps so far from what it is. */
  jump(node: number, ms: number): Promise<void>;
  rows<Row>(sql: string, ...params: readonly unknown[]): Promise<readonly Row[]>;
  /** Holds the database against its structural invariants, every history folded. */
  examine(): Promise<DoctorReport>;
  output(): string;
  close(): Promise<void>;
}

/** How long the load may take to reach a moment at which a server was told to die. */
const reachMs = 30_000;

/** How long a server may take to start: several start at once, while others work. */
const startSeconds = 120;

export async function openFaultedStreet(
  ground: LoadGround,
  engine: Engine,
  { nodes = 1, proxied, environment = () => ({}), ...given }: StreetWishes = {},
): Promise<FaultedStreet> {
  const database = given.database ?? (await ground.fresh(engine));
  const { address } = database;
  const proxy = proxied && address.kind === 'postgres' ? await openFaultProxy(address.url, proxied) : null;
  const where =
    address.kind === 'pglite'
      ? { dataDir: address.folder }
      : { dataDir: ground.folder, databaseUrl: proxy?.url ?? address.url };
  const clock = new StreetClock(localNow());
  const ports = await Promise.all(Array.from({ length: nodes }, freePort));
  const options = (node: number) => ({
    ...where,
    port: ports[node] ?? 0,
    seconds: startSeconds,
    environment: { STREET_PACK: loadPack, ...environment(node) },
  });
  const servers = await Promise.all(ports.map((_, node) => startStreet(options(node), clock)));
  let before = '';
  const server = (node: number): StreetServer => servers[node] ?? (servers[0] as StreetServer);
  const restart = async (node: number): Promise<void> => {
    before += server(node).output();
    servers[node] = await startStreet(options(node), clock);
  };
  return {
    engine,
    database,
    proxy,
    nodes,
    client: (node, cookie = database.cookie) => leanClient(`http://127.0.0.1:${ports[node]}`, cookie),
    died: (node) => server(node).ended,
    restart,
    async passTime(ms) {
      clock.advance(ms);
      // One that is dead is started with the time it is then.
      await Promise.allSettled(servers.map((one) => one.tellTime()));
    },
    async kill(node) {
      await server(node).kill();
      await restart(node);
    },
    async killAt(node, at, doing) {
      await server(node).ask({ arm: { at, doing } });
      const died = await Promise.race([server(node).ended, sleep(reachMs, 'lives', { ref: false })]);
      if (died === 'lives') throw new Error(`no ${doing ?? 'command'} came to ${at} within ${reachMs / 1000} s`);
      await restart(node);
    },
    jump: async (node, ms) => void (await server(node).ask({ jumpMs: ms })),
    rows: (sql, ...params) => server(0).rows(sql, ...params),
    examine: async () => (await server(0).ask({ examine: true })) as DoctorReport,
    output: () => before + servers.map((one) => one.output()).join(''),
    async close() {
      await Promise.all(servers.map((one) => one.stop()));
      await proxy?.close();
      await database.remove();
    },
  };
}

function localNow(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
