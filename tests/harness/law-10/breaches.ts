import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crossTenant } from './cross-tenant.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'server', 'database', 'migrations');
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => plain(readFileSync(join(folder, name), 'utf8')));

/** Tables that tenants own: all that the migrations make. */
export const tenantTables: ReadonlySet<string> = new Set(
  migrations.flatMap((sql) => [...sql.matchAll(/create table (\w+)/g)].map(([, name]) => name ?? '')),
);

/** Without quotes, comments and line breaks, in lower case: so that one pattern finds what two drivers write. */
function plain(sql: string): string {
  return sql
    .replaceAll(/--[^\n]*/g, '')
    .replaceAll('"', '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const words =
  'set where on values select using left right inner join cross order group limit for returning default union and having full lateral natural do is in or not as from when then end with';
const keywords = new Set(words.split(' '));

/** What no statement of the program may hold, besides those on the named list. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bpg_(try_)?advisory/, 'an advisory lock is of one node only'],
  [/\b(un)?listen\b|\bpg_notify\b|^notify\b/, 'NOTIFY takes a lock that all commits wait for'],
  [/\block table\b|^lock\b/, 'a lock of a whole table'],
  [/\bnextval\b|\bcreate sequence\b|\bserial\b/, 'a sequence'],
  [/\bcreate (or replace )?(trigger|rule|procedure|function)\b/, 'code inside the database'],
];

const unsteady =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|gen_random_uuid|uuidv7|uuidv4)\s*\(|\bcurrent_(timestamp|date|time)\b|\blocaltime/;

/**
 * How a statement breaks law 10: the schema would not shard by tenant, or a command would wait for others than its own
 * instance's. Read with patterns, not with a parser: a name used for two things in one statement is seen as one.
 *
 * @returns a line for each breach; none when it keeps the law
 */
export function breaches(sql: string): readonly string[] {
  const text = plain(sql);
  if (migrations.some((migration) => migration.includes(text))) return [];
  const exception = crossTenant.find(({ statement }) => statement.test(text));
  const changes = /\b(insert into|update|delete from|for (no key )?update)\b/.test(text);
  const found = forbidden.flatMap(([pattern, what]) => (pattern.test(text) && !exception ? [what] : []));
  if (/\b(insert into|delete from)\b|^update\b|\bupdate \w+ (\w+ )?set\b/.test(text) && unsteady.test(text))
    found.push('a time or an id is made by the database instead of being a parameter');
  if (exception)
    return exception.reads && changes ? [...found, 'an exception that may only read changes something'] : found;
  return [...found, ...unbound(text)];
}

interface Named {
  readonly table: string;
  readonly alias: string;
  /** Where in the text it is named. */
  readonly at: number;
}

/** A constant: a parameter, or what MikroORM writes in its place. */
const constant = String.raw`(?:\$\d+|'[^']*')`;

/** Tenant tables a statement names without saying whose rows it means. */
function unbound(text: string): readonly string[] {
  const named = namedTables(text);
  const bound = boundAliases(text, named);
  const lost = named
    .filter(({ alias }) => !bound.has(alias))
    .map(({ table }) => `${table} without tenant_id = a parameter`);
  const inserts = [...text.matchAll(/\binsert into (\w+)(?: as \w+)? \(([^)]*)\)/g)]
    .filter(([, table, columns]) => tenantTables.has(table ?? '') && !/\btenant_id\b/.test(columns ?? ''))
    .map(([, table]) => `${table} gets a row without tenant_id`);
  return [...new Set([...lost, ...inserts])];
}

function namedTables(text: string): readonly Named[] {
  const cte = /(?:\bwith(?: recursive)?|,) (\w+)(?: \([^)]*\))? as (?:(?:not )?materialized )?\(/g;
  const own = new Set([...text.matchAll(cte)].map(([, name]) => name));
  const after = /(?<!distinct )\b(?:from|join|update|using)(?: only)? (\w+)(?: as)?(?: (\w+))?/g;
  const listed = /, (\w+) ([a-z]\w{0,2})(?= ?(?:,|where|\)|on|join|left|order|group|$))/g;
  return [...text.matchAll(after), ...text.matchAll(listed)]
    .map(({ 1: table = '', 2: alias = '', index }) => ({ table, alias, at: index }))
    .filter(({ table }) => tenantTables.has(table) && !own.has(table))
    .filter(({ alias }) => alias !== 'int')
    .map(({ table, alias, at }) => ({ table, at, alias: alias === '' || keywords.has(alias) ? table : alias }));
}

/** Names whose tenant is a parameter, or the same as that of one whose tenant is. */
function boundAliases(text: string, named: readonly Named[]): ReadonlySet<string> {
  const bound = new Set<string>();
  const written = new RegExp(
    String.raw`(?:(\w+)\.)?\btenant_id(?: = ${constant}|(?:, [\w., ]+)?\) in \(\(?(?:${constant}|select)| in \(${constant})`,
    'g',
  );
  for (const { 1: alias, index } of text.matchAll(written)) {
    // Without a name it is of the table that was named last before it.
    const last = named.filter(({ at }) => at < index).toSorted((one, other) => other.at - one.at)[0];
    bound.add(alias ?? last?.alias ?? '');
  }
  const equal = [...text.matchAll(/(\w+)\.tenant_id = (\w+)\.tenant_id/g)];
  for (let before = -1; before !== bound.size;) {
    before = bound.size;
    for (const [, one = '', other = ''] of equal) if (bound.has(one) || bound.has(other)) bound.add(one).add(other);
  }
  if (/\busing \(tenant_id\b/.test(text) && bound.size > 0) for (const { alias } of named) bound.add(alias);
  return bound;
}
