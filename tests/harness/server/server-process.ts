import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compiledFolder } from '../../runner/run-program.ts';
import { freePort } from '../free-port.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** What a server is started with. */
export interface ServerOptions {
  readonly dataDir: string;
  /** PostgreSQL to use; the embedded database when absent. */
  readonly databaseUrl?: string;
  /** The port to listen on; a free one when absent. */
  readonly port?: number;
  /** Further environment, for example a failpoint. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The program, from the project's folder. */
  readonly script?: string;
  /** How long it may take until /healthz answers. */
  readonly seconds?: number;
  /** SIGKILL to it when this is aborted, also before it is healthy. */
  readonly killed?: AbortSignal;
}

/** A server in a process of its own. */
export interface ServerProcess {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly port: number;
  readonly processId: number;
  /** Everything it has written so far. */
  output(): string;
  /** SIGTERM; its exit code. A server that does not end within 10 s is killed, and that is an error. */
  stop(): Promise<number>;
  /** SIGKILL; returns when the process is gone. */
  kill(): Promise<void>;
  /** Resolves when the process has ended by whatever cause. */
  readonly ended: Promise<number>;
  /**
   * Sends a message to a program that answers on its channel (fixtures/street-server.ts), and waits for the answer.
   *
   * @throws Error when it says that it failed, or ends instead
   */
  ask(message: object): Promise<unknown>;
}

const stillRunning = new Set<() => void>();
process.once('exit', () => {
  for (const kill of stillRunning) kill();
});

function environmentFor(options: ServerOptions, port: number): NodeJS.ProcessEnv {
  const inherited = ['PATH', 'HOME', 'LANG', 'TMPDIR'].map((name) => [name, process.env[name]] as const);
  return {
    ...Object.fromEntries(inherited.filter(([, value]) => value !== undefined)),
    NODE_COMPILE_CACHE: compiledFolder,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: options.dataDir,
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...options.environment,
  };
}

const gone = { failed: 'the program has ended' };

/** Asks a program one question at a time: an answer belongs to the question before it. */
function askedOf(child: ChildProcess, ended: Promise<number>): ServerProcess['ask'] {
  let before: Promise<unknown> = Promise.resolve();
  const ask = async (message: object): Promise<unknown> => {
    const done = new AbortController();
    const answer = once(child, 'message', { signal: done.signal }).catch(() => [gone]);
    // A channel that is closed already says so here, and else as an event that nobody listens to.
    child.send(message, (error) => error && done.abort());
    const came = await Promise.race([answer, ended.then(() => [gone])]);
    done.abort();
    const [{ answered, failed }] = came as [{ answered?: unknown; failed?: string }];
    if (failed !== undefined) throw new Error(failed);
    return answered;
  };
  return (message) => {
    const answer = before.then(() => ask(message));
    before = Promise.allSettled([answer]);
    return answer;
  };
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // nobody listens yet
  }
}

/**
 * Starts a server and waits until its /healthz answers.
 *
 * @throws Error with what the server wrote, when it ends or stays silent instead
 */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [options.script ?? 'server/main.ts'], {
    cwd: root,
    env: environmentFor(options, port),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const killNow = (): void => void child.kill('SIGKILL');
  stillRunning.add(killNow);
  options.killed?.addEventListener('abort', killNow);
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code) => {
      stillRunning.delete(killNow);
      resolve(code ?? 137);
    });
  });

  const deadline = Date.now() + (options.seconds ?? 30) * 1000;
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended before it was healthy:\n${output}`);
    if (Date.now() > deadline) {
      killNow();
      await ended;
      throw new Error(`The server was not healthy in time:\n${output}`);
    }
    await sleep(25);
  }
  const stop = async (): Promise<number> => {
    child.kill('SIGTERM');
    const exitCode = await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
    if (exitCode !== undefined) return exitCode;
    killNow();
    await ended;
    throw new Error(`The server did not end within 10 s of SIGTERM:\n${output}`);
  };
  const kill = async (): Promise<void> => {
    killNow();
    await ended;
  };
  const ask = askedOf(child, ended);
  return { url, port, processId: child.pid ?? 0, output: () => output, stop, kill, ended, ask };
}
