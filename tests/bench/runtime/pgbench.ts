import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Pool } from 'pg';
import { findPostgres } from '../../../setup/postgres/find-postgres.ts';

const run = promisify(execFile);

/** What our figures are held against: the same cluster under PostgreSQL's own driver, in transactions per second. */
export interface Denominators {
  /** (a) one row is inserted. */
  readonly insert: number;
  /** (b) nine statements write seven rows, as an engine's command does. */
  readonly command: number;
  /** (b) through node-postgres in one process that does nothing else: what a server in Node cannot go beyond. */
  readonly commandFromNode: number;
  /** `pgbench`, or `pg` where the machine's PostgreSQL comes without it. */
  readonly driver: string;
}

const tables = `
  create schema if not exists denominator;
  set search_path = denominator;
  create table if not exists note (tenant_id uuid, id uuid, at timestamptz, body jsonb, primary key (tenant_id, id));
  create table if not exists instance (tenant_id uuid, id int, state jsonb, seq int, primary key (tenant_id, id)) with (fillfactor = 70);
  create table if not exists history (tenant_id uuid, instance_id int, id uuid, at timestamptz, event jsonb, primary key (tenant_id, instance_id, id));
  create table if not exists work (tenant_id uuid, instance_id int, id uuid, state text, at timestamptz, primary key (tenant_id, instance_id, id));
  create table if not exists timer (tenant_id uuid, instance_id int, due_at timestamptz, primary key (tenant_id, instance_id));
  create table if not exists command (tenant_id uuid, key uuid, at timestamptz, answer jsonb, primary key (tenant_id, key));
  truncate note, instance, history, work, timer, command;
  insert into instance select '00000000-0000-7000-8000-000000000001', i, jsonb_build_object('text', repeat('x', 600)), 0 from generate_series(1, 2000) i;
  insert into work select '00000000-0000-7000-8000-000000000001', i, '00000000-0000-7000-8000-000000000002', 'open', now() from generate_series(1, 2000) i;
  insert into timer select '00000000-0000-7000-8000-000000000001', i, now() from generate_series(1, 2000) i;`;

const tenant = `'00000000-0000-7000-8000-000000000001'`;
const event = `'{"type":"user-task-completed","id": 4,"element":"work","by":{"person":"0190a3b0-0000-7000-8000-000000000003"},"variables":{"outcome":"more"}}'`;
const state = `jsonb_build_object('text', repeat('y', 600))`;

/** Statement by statement; `:i` is an instance by chance. */
const insertScript = [`insert into denominator.note values (${tenant}, gen_random_uuid(), now(), ${event})`];
const commandScript = [
  'begin',
  `select state, seq from denominator.instance where tenant_id = ${tenant} and id = :i for update`,
  `update denominator.instance set state = ${state}, seq = seq + 2 where tenant_id = ${tenant} and id = :i`,
  `insert into denominator.history values (${tenant}, :i, gen_random_uuid(), now(), ${event}), (${tenant}, :i, gen_random_uuid(), now(), ${event})`,
  `update denominator.work set state = 'done' where tenant_id = ${tenant} and instance_id = :i and id = '00000000-0000-7000-8000-000000000002'`,
  `insert into denominator.work values (${tenant}, :i, gen_random_uuid(), 'open', now())`,
  `update denominator.timer set due_at = now() + interval '1 hour' where tenant_id = ${tenant} and instance_id = :i`,
  `insert into denominator.command values (${tenant}, gen_random_uuid(), now(), '{"done": true}')`,
  'commit',
];

/**
 * Measures both denominators on a cluster.
 *
 * @param url of a database in which the tables may be made
 * @param folder for pgbench's scripts
 * @param seconds how long each
 * @param clients connections at once
 */
export async function denominators(
  url: string,
  folder: string,
  seconds: number,
  clients: number,
): Promise<Denominators> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(tables);
  await client.query('analyze');
  await client.end();
  // Debian puts a wrapper of pgbench on the path, beside or away from the server's own programs.
  const folders = [findPostgres(), ...(process.env['PATH'] ?? '').split(':')];
  const program = folders.map((place) => join(place, 'pgbench')).find((place) => existsSync(place));
  const measure = (name: string, script: readonly string[]): Promise<number> =>
    program === undefined
      ? byPg(url, script, seconds, clients)
      : byProgram(program, url, { folder, name, script, seconds, clients });
  const insert = await measure('insert', insertScript);
  const command = await measure('command', commandScript);
  const commandFromNode = program === undefined ? command : await byPg(url, commandScript, seconds, clients);
  return { insert, command, commandFromNode, driver: program === undefined ? 'pg' : 'pgbench' };
}

interface Asked {
  readonly folder: string;
  readonly name: string;
  readonly script: readonly string[];
  readonly seconds: number;
  readonly clients: number;
}

async function byProgram(program: string, url: string, asked: Asked): Promise<number> {
  const { folder, name, script, seconds, clients } = asked;
  const file = join(folder, `${name}.sql`);
  writeFileSync(file, `\\set i random(1, 2000)\n${script.map((statement) => `${statement};\n`).join('')}`);
  const options = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', file, url];
  const { stdout } = await run(program, options);
  const found = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`pgbench did not say how fast it was:\n${stdout}`);
  return Number(found);
}

/** The same statements through node-postgres, prepared, without waiting for more than each transaction has to. */
async function byPg(url: string, script: readonly string[], seconds: number, clients: number): Promise<number> {
  const pool = new Pool({ connectionString: url, max: clients });
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const statements = script.map((text, index) => ({ name: `d${index}`, text: text.replaceAll(':i', '$1::int') }));
  const one = async (): Promise<void> => {
    const client = await pool.connect();
    while (performance.now() < until) {
      const i = 1 + Math.floor(Math.random() * 2000);
      for (const statement of statements)
        await client.query({ ...statement, values: statement.text.includes('$1') ? [i] : [] });
      done += 1;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: clients }, one));
  await pool.end();
  return done / seconds;
}
