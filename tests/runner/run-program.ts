import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The project's folder: every path in this room is relative to it. */
export const root = join(import.meta.dirname, '..', '..');

/** Where Node keeps what it has compiled: of the hundred programs that a run starts, all but the first are spared that. */
export const compiledFolder = join(tmpdir(), 'gridloom-compiled');

const running = new Set<ChildProcess>();
let stopped = false;

/** Ends every program that still runs; no further one is started. Called when the runner itself is asked to end. */
export function stopPrograms(): void {
  stopped = true;
  for (const child of running) child.kill('SIGTERM');
}

function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { NODE_COMPILE_CACHE: compiledFolder, ...process.env, ...extra, PATH: path };
}

/** What came of a program. `output` is empty when it wrote to this terminal itself. */
export interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Runs a program of node_modules/.bin in the project's folder.
 *
 * @param command the program and its arguments
 * @param show `live` lets it write to this terminal; `later` collects what it writes
 * @param extra additions to the environment
 */
export async function runProgram(
  command: readonly string[],
  show: 'live' | 'later',
  extra: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [program = '', ...args] = command;
  if (stopped) return { exitCode: 1, output: `${program} was not started\n` };
  const stdio = show === 'live' ? 'inherit' : ['ignore' as const, 'pipe' as const, 'pipe' as const];
  const child = spawn(program, args, { cwd: root, env: environment(extra), stdio });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const exitCode = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
  running.delete(child);
  return { exitCode, output };
}
