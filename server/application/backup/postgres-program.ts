import { spawn } from 'node:child_process';
import { Refusal } from '../refusal.ts';

/** The tail of what a program says is kept: its last lines tell what went wrong. */
const keptCharacters = 2000;

/**
 * Runs one of PostgreSQL's own programs on a database. The password goes by the environment, where other users of the
 * machine do not see it.
 *
 * @param databaseUrl of the database
 * @throws Refusal `postgres-program-missing` when it is not on the PATH, `postgres-program-failed` with its own words
 */
export async function runPostgresProgram(
  program: 'pg_dump' | 'pg_restore',
  databaseUrl: string,
  args: readonly string[],
): Promise<void> {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  const env = { ...process.env, ...(password === '' ? {} : { PGPASSWORD: password }) };
  const child = spawn(program, [`--dbname=${url.href}`, '--no-password', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-keptCharacters)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => {
      reject('code' in error && error.code === 'ENOENT' ? new Refusal('postgres-program-missing', { program }) : error);
    });
    child.once('close', resolve);
  });
  if (code !== 0) throw new Refusal('postgres-program-failed', { program, said: said.trim() });
}
