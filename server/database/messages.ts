import type { Instant, Json, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A message as it is stored: what it says, whom it is for, how far it has come. */
export interface MessageRow {
  readonly id: string;
  readonly name: string;
  readonly correlation: string | null;
  /** Of a message flow: the flow node, process or pool it leads to. */
  readonly target: string | null;
  readonly variables: JsonObject;
  readonly area: string | null;
  readonly sender: string | null;
  readonly state: 'published' | 'buffered' | 'correlated' | 'undelivered' | 'failed';
  readonly answer: Json;
  readonly attempts: number;
  readonly expiresAt: Instant;
}

/** A message that comes from outside. */
export interface NewMessage {
  readonly id: string;
  readonly name: string;
  readonly correlation: string | null;
  readonly variables: JsonObject;
  readonly area: string | null;
  /** The same again within its life is the same message. */
  readonly dedup: string | null;
  readonly expiresAt: Instant;
}

const columns = `id, name, correlation, target, variables, area, sender, state, answer, attempts, expires_at as "expiresAt"`;

/**
 * Stores a message that is to be correlated.
 *
 * @returns its id, or the id of the same message that is still alive
 */
export async function insertMessage(tx: Transaction, tenant: string, message: NewMessage): Promise<string> {
  const { id, name, correlation, variables, area, dedup, expiresAt } = message;
  if (dedup !== null)
    await tx.query(
      `delete from message where tenant_id = $1 and name = $2 and coalesce(correlation, '') = coalesce($3, '') and dedup = $4 and expires_at <= $5`,
      [tenant, name, correlation, dedup, tx.now],
    );
  const inserted = await tx.query(
    `insert into message (tenant_id, id, name, correlation, variables, area, dedup, state, published_at, expires_at, run_at)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, 'published', $8, $9, $8) on conflict do nothing returning id`,
    [tenant, id, name, correlation, JSON.stringify(variables), area, dedup, tx.now, expiresAt],
  );
  if (inserted.length > 0) return id;
  const [known] = await tx.query<{ id: string }>(
    `select id from message where tenant_id = $1 and name = $2 and coalesce(correlation, '') = coalesce($3, '') and dedup = $4`,
    [tenant, name, correlation, dedup],
  );
  if (!known) throw new Error(`message ${id} could neither be stored nor found`);
  return known.id;
}

/** Locks a message: of several that correlate it one goes on, and the others find what came of it. */
export async function lockMessage(tx: Transaction, tenant: string, id: string): Promise<MessageRow | null> {
  const [row] = await tx.query<MessageRow>(
    `select ${columns} from message where tenant_id = $1 and id = $2 for update`,
    [tenant, id],
  );
  return row ?? null;
}

/** Notes how far a message has come. */
export async function setMessageState(
  tx: Transaction,
  tenant: string,
  id: string,
  state: MessageRow['state'],
  answer: Json,
): Promise<void> {
  await tx.query('update message set state = $3, answer = $4::jsonb where tenant_id = $1 and id = $2', [
    tenant,
    id,
    state,
    JSON.stringify(answer),
  ]);
}

/** Removes a message that was correlated and that nobody will ask about. */
export async function dropMessage(tx: Transaction, tenant: string, id: string): Promise<void> {
  await tx.query('delete from message where tenant_id = $1 and id = $2', [tenant, id]);
}

/** The key under which a message is kept. */
export interface MessageKey {
  readonly name: string;
  /** Empty: none. */
  readonly correlation: string;
}

/** The key under which a message is kept, and which whoever begins to wait for it locks too. */
export function keyOf(message: Pick<MessageRow, 'name' | 'correlation' | 'target'>): MessageKey {
  const { name, correlation, target } = message;
  return target === null ? { name, correlation: correlation ?? '' } : { name: `flow:${target}`, correlation: '' };
}

/** Locks the key of a message that is to be kept: whoever begins to wait for it meanwhile waits here, and then knows. */
export async function lockKey(tx: Transaction, tenant: string, { name, correlation }: MessageKey): Promise<void> {
  await tx.query(
    `insert into message_key (tenant_id, name, correlation, buffered) values ($1, $2, $3, true)
     on conflict (tenant_id, name, correlation) do update set buffered = true`,
    [tenant, name, correlation],
  );
}

/** Keeps a message until somebody waits for it, at most until it expires; its key is locked. */
export async function bufferMessage(tx: Transaction, tenant: string, id: string, lookAgainAt: Instant): Promise<void> {
  await tx.query(`update message set state = 'buffered', run_at = $3 where tenant_id = $1 and id = $2`, [
    tenant,
    id,
    lookAgainAt,
  ]);
}

/** A message that a worker is to look at. */
export interface DueMessage {
  readonly tenant: string;
  readonly id: string;
}

/** Messages nobody has looked at yet, read without a lock, of each sender only the next one, which keeps their order. */
export function publishedMessages(tx: Transaction, most: number): Promise<readonly DueMessage[]> {
  return tx.query<DueMessage>(
    `select tenant_id as tenant, id from message m where state = 'published' and run_at <= $1
       and not exists (select from message e where e.tenant_id = m.tenant_id and e.sender = m.sender and e.state = 'published'
         and (e.published_at, e.seq, e.id) < (m.published_at, m.seq, m.id))
     order by run_at, id limit $2`,
    [tx.now, most],
  );
}

/** A key under which messages are kept, and for which somebody began to wait since. */
export interface WantedKey extends MessageKey {
  readonly tenant: string;
  /** How many began to wait. */
  readonly wanted: number;
}

/** Keys for which somebody began to wait after messages were kept under them, read without a lock. */
export function wantedKeys(tx: Transaction, most: number): Promise<readonly WantedKey[]> {
  return tx.query<WantedKey>(
    'select tenant_id as tenant, name, correlation, wanted from message_key where wanted > 0 limit $1',
    [most],
  );
}

/** What is kept under a key, in the order it was sent; under a name without correlation everything of the name. */
export async function keptUnder(tx: Transaction, { tenant, name, correlation }: WantedKey): Promise<readonly string[]> {
  const rows = name.startsWith('flow:')
    ? await tx.query<{ id: string }>(
        `select id from message where tenant_id = $1 and target = $2 and state = 'buffered' order by published_at, seq, id`,
        [tenant, name.slice('flow:'.length)],
      )
    : await tx.query<{ id: string }>(
        `select id from message where tenant_id = $1 and name = $2 and ($3 = '' or correlation = $3) and target is null
           and state = 'buffered' order by published_at, seq, id`,
        [tenant, name, correlation],
      );
  return rows.map(({ id }) => id);
}

/** Notes that what is kept under a key was looked at; whoever began to wait meanwhile keeps it wanted. */
export async function settleKey(tx: Transaction, key: WantedKey): Promise<void> {
  const { tenant, name, correlation, wanted } = key;
  const locked = await tx.query(
    'select from message_key where tenant_id = $1 and name = $2 and correlation = $3 and wanted = $4 for update',
    [tenant, name, correlation, wanted],
  );
  if (locked.length === 0) return;
  const kept = await keptUnder(tx, key);
  await tx.query(
    'update message_key set wanted = 0, buffered = $4 where tenant_id = $1 and name = $2 and correlation = $3',
    [tenant, name, correlation, kept.length > 0],
  );
}

/** Whether anything that is kept is to be looked at again. */
export async function isKeptDue(tx: Transaction): Promise<boolean> {
  const rows = await tx.query(`select from message where state = 'buffered' and run_at <= $1 limit 1`, [tx.now]);
  return rows.length > 0;
}

/**
 * Takes messages that are kept and were not looked at for a while: what waits for them may have been suspended, or waits
 * for a correlation they do not have.
 *
 * @param again when they are looked at next
 */
export function takeKept(
  tx: Transaction,
  tenant: string,
  again: Instant,
  most: number,
): Promise<readonly DueMessage[]> {
  return tx.query<DueMessage>(
    `update message set run_at = $3 where tenant_id = $1 and id in (
       select id from message where tenant_id = $1 and state = 'buffered' and run_at <= $2 order by run_at limit $4)
     returning tenant_id as tenant, id`,
    [tenant, tx.now, again, most],
  );
}

/**
 * A message whose correlation failed as a bug waits longer each time, and after so many failures stays for an operator.
 *
 * @param most so many failures are enough
 */
export async function postponeMessage(tx: Transaction, due: DueMessage, error: string, most: number): Promise<void> {
  await tx.query(
    `update message set attempts = attempts + 1, last_error = $4, state = case when attempts + 1 >= $5 then 'failed' else state end,
       run_at = $3::timestamptz + least(power(2, attempts), 3600) * interval '1 second'
     where tenant_id = $1 and id = $2 and state in ('published', 'buffered')`,
    [due.tenant, due.id, tx.now, error.slice(0, 500), most],
  );
}

/** What has passed its term: kept messages are undelivered, correlated ones and their keys are forgotten. */
export async function forgetMessages(tx: Transaction, tenant: string, undeliveredBefore: Instant): Promise<void> {
  await tx.query(
    `update message set state = 'undelivered', answer = jsonb_build_object('id', id, 'outcome', 'undelivered', 'instances', '[]'::jsonb, 'expiresAt', to_jsonb($3::text))
     where tenant_id = $1 and state = 'buffered' and expires_at <= $2`,
    [tenant, tx.now, tx.now],
  );
  await tx.query(`delete from message where tenant_id = $1 and state = 'correlated' and expires_at <= $2`, [
    tenant,
    tx.now,
  ]);
  await tx.query(
    `delete from message where tenant_id = $1 and state in ('undelivered', 'failed') and published_at <= $2`,
    [tenant, undeliveredBefore],
  );
  await tx.query('delete from undelivered where tenant_id = $1 and at <= $2', [tenant, undeliveredBefore]);
}

/**
 * Forgets keys under which nothing is kept and nobody waits. They are locked first and looked at afterwards: whoever
 * begins to wait or keeps a message meanwhile stands behind.
 *
 * @param most keys in one transaction
 * @returns how many were forgotten
 */
export async function forgetKeys(tx: Transaction, tenant: string, most: number): Promise<number> {
  const idle = `not exists (select from subscription s where s.tenant_id = k.tenant_id and s.kind = 'message' and s.name = k.name and coalesce(s.correlation, '') = k.correlation)
    and not exists (select from message m where m.tenant_id = k.tenant_id and m.state = 'buffered' and (m.name = k.name and coalesce(m.correlation, '') = k.correlation or 'flow:' || m.target = k.name))`;
  const locked = await tx.query<MessageKey>(
    `select name, correlation from message_key k where tenant_id = $1 and wanted = 0 and ${idle}
     order by name, correlation limit $2 for update skip locked`,
    [tenant, most],
  );
  const gone = await tx.query(
    `delete from message_key k using jsonb_to_recordset($2::jsonb) as l(name text, correlation text)
     where k.tenant_id = $1 and k.name = l.name and k.correlation = l.correlation and k.wanted = 0 and ${idle} returning k.name`,
    [tenant, JSON.stringify(locked)],
  );
  return gone.length;
}
