import type { JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/**
 * The tables that tell of a case, each with the way from its rows to the case's id. Rows of what an instance still waits
 * for are among them, so that a copy of an open case goes on like the case itself.
 */
const tables = {
  case_record: 'select r.id as "case", to_jsonb(r) as row from case_record r where r.tenant_id = $1 and r.id = any($2)',
  process_instance: ofSubject('process_instance'),
  user_task: ofSubject('user_task'),
  submission: ofSubject('submission'),
  personal_value: ofSubject('personal_value'),
  notification: ofSubject('notification'),
  history_step: ofInstance('history_step'),
  process_scope: ofInstance('process_scope'),
  timer: ofInstance('timer'),
} as const;

/** A table that tells of a case. */
type CaseTable = keyof typeof tables;

/** Every row that tells of one case, table by table, with all its columns. */
export type CaseRows = { readonly [table in CaseTable]: readonly JsonObject[] };

function ofSubject(table: string): string {
  return `select r.subject_id as "case", to_jsonb(r) as row from ${table} r
    where r.tenant_id = $1 and r.subject_kind = 'case' and r.subject_id = any($2)`;
}

function ofInstance(table: string): string {
  return `select i.subject_id as "case", to_jsonb(r) as row from ${table} r
    join process_instance i on i.tenant_id = r.tenant_id and i.id = r.instance_id
    where r.tenant_id = $1 and i.subject_kind = 'case' and i.subject_id = any($2)`;
}

/** All rows of some cases, by case. */
export async function readCopies(
  tx: Transaction,
  tenant: string,
  cases: readonly string[],
): Promise<ReadonlyMap<string, CaseRows>> {
  const rows = new Map(cases.map((id) => [id, emptyRows()]));
  for (const table of tableNames)
    for (const found of await tx.query<{ case: string; row: JsonObject }>(tables[table], [tenant, cases]))
      rows.get(found.case)?.[table].push(found.row);
  return rows;
}

const tableNames = Object.keys(tables) as readonly CaseTable[];

function emptyRows(): { [table in CaseTable]: JsonObject[] } {
  return {
    case_record: [],
    process_instance: [],
    user_task: [],
    submission: [],
    personal_value: [],
    notification: [],
    history_step: [],
    process_scope: [],
    timer: [],
  };
}

/** Inserts rows of many cases with all their columns, one statement for each table. */
export async function insertCopies(tx: Transaction, copies: readonly CaseRows[]): Promise<void> {
  for (const table of tableNames) {
    const rows = copies.flatMap((copy) => copy[table]);
    if (rows.length > 0)
      await tx.query(`insert into ${table} select r.* from jsonb_populate_recordset(null::${table}, $1::jsonb) r`, [
        JSON.stringify(rows),
      ]);
  }
}

/** A case that gets another number. */
export interface Renumbered {
  readonly case: string;
  readonly from: string;
  readonly to: string;
}

/** Gives cases other numbers wherever they stand: in the case, in what the search looks through, in what people were told. */
export async function renumberCases(tx: Transaction, tenant: string, renumbered: readonly Renumbered[]): Promise<void> {
  const given = JSON.stringify(renumbered);
  // The numbers change places among each other, and a number stands only once: first they step aside.
  await tx.query(
    `update case_record c set number = '~' || c.number from jsonb_to_recordset($2::jsonb) as n("case" uuid)
     where c.tenant_id = $1 and c.id = n."case"`,
    [tenant, given],
  );
  await tx.query(
    `update case_record c set number = n.to, search = replace(c.search, lower(n.from), lower(n.to))
     from jsonb_to_recordset($2::jsonb) as n("case" uuid, "from" text, "to" text) where c.tenant_id = $1 and c.id = n."case"`,
    [tenant, given],
  );
  await tx.query(
    `update notification c set title = replace(c.title, n.from, n.to), text = replace(c.text, n.from, n.to)
     from jsonb_to_recordset($2::jsonb) as n("case" uuid, "from" text, "to" text)
     where c.tenant_id = $1 and c.subject_kind = 'case' and c.subject_id = n."case"`,
    [tenant, given],
  );
}

/** Puts counters to values. */
export async function setCounters(tx: Transaction, tenant: string, values: ReadonlyMap<string, number>): Promise<void> {
  for (const [key, value] of values)
    await tx.query(
      `insert into case_counter (tenant_id, key, value) values ($1, $2, $3)
       on conflict (tenant_id, key) do update set value = greatest(case_counter.value, excluded.value)`,
      [tenant, key, value],
    );
}
