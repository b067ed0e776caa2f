import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findPostgres, isFromPackage } from '../../../setup/postgres/find-postgres.ts';
import { freePort } from '../free-port.ts';

/** A PostgreSQL server of this run alone. */
export interface PostgresCluster {
  /** The address of its first database, as a superuser. */
  readonly url: string;
  /** Ends the server; open connections are cut, data is written. */
  stop(): Promise<void>;
  /** SIGKILL to all of it: the server and the process of each connection. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data, after `stop` or `kill`. */
  start(): Promise<void>;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Whom the server runs as: PostgreSQL refuses root, so as root it is `postgres` if there is one, else `nobody`. */
function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].flatMap((name) => lines.filter(([user]) => user === name))[0];
  if (found === undefined) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** The programs' folder. Those of the npm package may lie where only root can enter, so they are copied out. */
function programsFor(folder: string, user: User | undefined): string {
  const programs = findPostgres();
  if (user === undefined || !isFromPackage(programs)) return programs;
  cpSync(dirname(programs), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'native', 'bin');
}

function makeData(folder: string, programs: string, user: User | undefined, password: string): string {
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
  writeFileSync(passwordFile, password);
  mkdirSync(data);
  if (user !== undefined) for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);
  const options = [
    '--username=gridloom',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ];
  execFileSync(join(programs, 'initdb'), [`--pgdata=${data}`, ...options, '--no-sync'], {
    ...user,
    stdio: 'pipe',
    cwd: folder,
  });
  return data;
}

const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC'];

// The shell ends the server when its standard input closes: also when this process is killed and can tell nobody.
const untilInputEnds = '"$0" "$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server';

/**
 * A server's process has one for each connection; left alone, it would end what it is at after its server's death.
 * Where there is no /proc, none are found.
 */
function childrenOf(processId: number): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === processId)
    .map(Number);
}

function parentOf(processId: string): number | undefined {
  try {
    // The name of the program, in brackets, may hold spaces.
    const [, parent] = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return Number(parent);
  } catch {
    return undefined; // it has ended meanwhile
  }
}

function killIfThere(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function waitUntilReady(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (child.exitCode !== null || attempt === 299)
        throw new Error(`PostgreSQL did not start:\n${log()}`, { cause: error });
      await sleep(50);
    }
  }
}

/**
 * Makes a cluster and starts it: `initdb` takes about 0.7 s, starting 0.1 s.
 *
 * @param folder a path that does not exist yet, below folders that every user may enter
 * @param more further settings; without any, data need not survive the machine, only the death of the server
 * @throws Error with the server's own words when it does not start
 */
export async function startPostgres(folder: string, more: readonly string[] = ['fsync=off']): Promise<PostgresCluster> {
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const user = unprivilegedUser();
  const password = randomBytes(12).toString('hex');
  const programs = programsFor(folder, user);
  const data = makeData(folder, programs, user, password);
  const port = await freePort();
  const url = `postgres://gridloom:${password}@127.0.0.1:${port}/postgres`;
  let child: ChildProcess | undefined;
  let log = '';

  const start = async (): Promise<void> => {
    const options = ['-D', data, '-p', String(port), ...[...settings, ...more].flatMap((setting) => ['-c', setting])];
    const started = spawn('sh', ['-c', untilInputEnds, join(programs, 'postgres'), ...options], {
      ...user,
      cwd: folder,
    });
    started.stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-20_000)));
    started.stdout.resume();
    child = started;
    await waitUntilReady(url, started, () => log);
  };
  const end = async (): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('close', resolve));
    ending.stdin?.end();
    await ended;
  };
  const kill = async (): Promise<void> => {
    const [processId] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    for (const id of [Number(processId), ...childrenOf(Number(processId))]) killIfThere(id);
    await end();
    rmSync(join(data, 'postmaster.pid'), { force: true });
  };
  await start();
  return { url, start, stop: end, kill };
}
