import type { ConnectionSource } from './connection.ts';

/**
 * Tables in which so much was changed that a plan made from what was known of them may be a bad one: autovacuum's rule. The
 * counts of changes are lost when the process is killed; that a file has grown by half says the same then.
 */
const outdated = `select c.relname as name from pg_class c
    left join pg_stat_user_tables s on s.relid = c.oid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and (
    coalesce(s.n_mod_since_analyze, 0) > 50 + 0.1 * greatest(c.reltuples, 0)
    or pg_relation_size(c.oid) / current_setting('block_size')::int > 10 + 1.5 * c.relpages)
  order by c.relname`;

/**
 * Brings the planner's statistics up to date where they are not (`analyze`), as autovacuum does on a server. It is no part of
 * any command: it takes the connection like everybody else, when it is its turn.
 *
 * @returns the tables that were looked at
 */
export async function freshStatistics(source: Pick<ConnectionSource, 'acquire'>): Promise<readonly string[]> {
  const connection = await source.acquire();
  try {
    // What the session has counted is told with some delay else.
    await connection.script('select pg_stat_force_next_flush()');
    const { rows } = await connection.query<{ name: string }>(outdated, []);
    const names = rows.map(({ name }) => name);
    if (names.length > 0) await connection.script(`analyze ${names.map((name) => `"${name}"`).join(', ')}`);
    return names;
  } finally {
    connection.release(false);
  }
}
