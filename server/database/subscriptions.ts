import type { MessageRow } from './messages.ts';
import type { Transaction } from './transaction.ts';

/** Somebody who waits: what a `trigger-event` command names. */
export interface Waiting {
  readonly instance: string;
  readonly element: number;
  readonly scope: number;
  readonly key: string;
  readonly generation: number;
  readonly area: string | null;
}

const waiting = 's.instance_id as instance, s.element, s.scope, s.key, s.generation, i.area';
const joined = `from subscription s join process_instance i on i.tenant_id = s.tenant_id and i.id = s.instance_id
  where s.tenant_id = $1 and s.kind = 'message' and not (i.state ? 'suspendedAt')`;
const oldest = 'order by s.opened_at, s.instance_id, s.element, s.key limit 1';

/** What came from outside for an area reaches only what goes on within it; without an area, everything. */
const within = `($3::text is null or exists (
  select from area_ancestor n where n.tenant_id = $1 and n.area = i.area and n.ancestor = $3))`;

const keyedSql = `select * from (
    (select ${waiting}, s.opened_at ${joined} and s.name = $2 and s.correlation = $4 and ${within} ${oldest})
    union all
    (select ${waiting}, s.opened_at ${joined} and s.name = $2 and s.correlation is null and ${within} ${oldest})) as s
  order by s.opened_at, s.instance, s.element, s.key limit 1`;

const unkeyedSql = `select ${waiting} ${joined} and s.name = $2 and ${within} ${oldest}`;

/**
 * Who has waited longest for a message by its name, read without a lock: the instance decides. Who is suspended takes
 * nothing now. One that an instance sent goes to whoever waits for it in the tenant.
 */
export async function waitingByName(
  tx: Transaction,
  tenant: string,
  message: Pick<MessageRow, 'name' | 'correlation' | 'area' | 'sender'>,
): Promise<Waiting | null> {
  const { name, correlation, sender } = message;
  const area = sender === null ? message.area : null;
  const [found] =
    correlation === null
      ? await tx.query<Waiting>(unkeyedSql, [tenant, name, area])
      : await tx.query<Waiting>(keyedSql, [tenant, name, area, correlation]);
  return found ?? null;
}

/** Where a message flow leads. */
export interface FlowEnd {
  /** The flow node it ends at; null when it ends at a pool: then the name says what is meant. */
  readonly event: string | null;
  /** The processes of the drawing, or the one of the pool. */
  readonly processes: readonly string[];
  readonly conversation: string;
}

/**
 * Who waits at the end of a message flow: in the same conversation first, else by correlation, else somebody to whom
 * nobody has spoken yet, so that two conversations of one drawing are never mixed.
 */
export async function waitingAtFlowEnd(
  tx: Transaction,
  tenant: string,
  message: Pick<MessageRow, 'name' | 'correlation' | 'sender'>,
  { event, processes, conversation }: FlowEnd,
): Promise<Waiting | null> {
  const [found] = await tx.query<Waiting>(
    `select * from (
       select ${waiting}, s.opened_at, case when i.id = $6::uuid or i.conversation = $6::uuid then 0
           when s.correlation is not null and s.correlation = $4 then 1 when i.conversation is null and (s.correlation is null or $4::text is null) then 2 end as nearness
       ${joined} and ($2::text is null and s.name = $5 or s.event = $2) and i.process = any($3) and i.id <> $7) as s
     where nearness is not null order by nearness, s.opened_at, s.instance, s.element, s.key limit 1`,
    [tenant, event, processes, message.correlation, message.name, conversation, message.sender],
  );
  return found ?? null;
}

/** Puts an instance to which nobody has spoken yet into a conversation; its row is locked. */
export async function joinConversation(
  tx: Transaction,
  tenant: string,
  instance: string,
  conversation: string,
): Promise<void> {
  await tx.query(
    'update process_instance set conversation = $3 where tenant_id = $1 and id = $2 and conversation is null',
    [tenant, instance, conversation],
  );
}

/** Whether anybody in the tenant waits for a message or a signal of this name. */
export async function isAwaited(tx: Transaction, tenant: string, name: string): Promise<boolean> {
  const rows = await tx.query(
    `(select from subscription where tenant_id = $1 and kind = 'message' and name = $2 limit 1)
     union all (select from subscription where tenant_id = $1 and kind = 'signal' and name = $2 limit 1)`,
    [tenant, name],
  );
  return rows.length > 0;
}
