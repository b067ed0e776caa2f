import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** A meeting that was called. */
export interface MeetingRow {
  readonly id: string;
  readonly series: string;
  readonly occurrenceKey: string;
  readonly title: string;
  readonly area: string;
  readonly at: Instant;
  readonly place: string;
  readonly adHoc: boolean;
  readonly instance: string;
  readonly manifestHash: string;
  readonly createdAt: Instant;
}

const columns = `id, series, occurrence_key as "occurrenceKey", title, area, at, place, ad_hoc as "adHoc", instance_id as instance, manifest_hash as "manifestHash", created_at as "createdAt"`;

/**
 * Takes an occurrence of a series: the unique key decides that it is started once, whoever looks and however often.
 *
 * @returns false when it had been taken before
 */
export async function claimOccurrence(
  tx: Transaction,
  tenant: string,
  meeting: Omit<MeetingRow, 'createdAt'>,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into meeting (tenant_id, id, series, occurrence_key, title, area, at, place, ad_hoc, instance_id, manifest_hash, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (tenant_id, series, area, occurrence_key) do nothing returning id`,
    [
      tenant,
      meeting.id,
      meeting.series,
      meeting.occurrenceKey,
      meeting.title,
      meeting.area,
      meeting.at,
      meeting.place,
      meeting.adHoc,
      meeting.instance,
      meeting.manifestHash,
      tx.now,
    ],
  );
  return rows.length > 0;
}

/** One meeting, or null. */
export async function readMeetingRow(tx: Transaction, tenant: string, id: string): Promise<MeetingRow | null> {
  const [row] = await tx.query<MeetingRow>(`select ${columns} from meeting where tenant_id = $1 and id = $2`, [
    tenant,
    id,
  ]);
  return row ?? null;
}

/** Some meetings, in no order. */
export function readMeetingRows(
  tx: Transaction,
  tenant: string,
  ids: readonly string[],
): Promise<readonly MeetingRow[]> {
  return tx.query<MeetingRow>(`select ${columns} from meeting where tenant_id = $1 and id = any($2::uuid[])`, [
    tenant,
    ids,
  ]);
}

/** Meetings held between two instants, earliest first. */
export function meetingsBetween(
  tx: Transaction,
  tenant: string,
  from: Instant,
  until: Instant,
): Promise<readonly MeetingRow[]> {
  return tx.query<MeetingRow>(
    `select ${columns} from meeting where tenant_id = $1 and at >= $2 and at < $3 order by at`,
    [tenant, from, until],
  );
}

/** Meetings held in areas of a scope, latest first. */
export function meetingsIn(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
  most: number,
): Promise<readonly MeetingRow[]> {
  return tx.query<MeetingRow>(
    `select ${columns} from meeting m where m.tenant_id = $1
       and exists (select from area_ancestor a where a.tenant_id = m.tenant_id and a.area = m.area and a.ancestor = any($2)) order by at desc limit $3`,
    [tenant, areas, most],
  );
}

/** A thing agreed in a meeting. */
export interface ActionItemRow {
  readonly id: string;
  readonly meeting: string;
  readonly ordinal: number;
  readonly title: string;
  readonly post: string;
  readonly area: string;
  readonly instance: string;
}

const itemColumns = 'id, meeting_id as meeting, ordinal, title, post, area, instance_id as instance';

/** Notes a thing agreed; the unique (meeting, ordinal) keeps a repeated job from noting it twice. */
export async function insertActionItem(tx: Transaction, tenant: string, item: ActionItemRow): Promise<void> {
  await tx.query(
    'insert into action_item (tenant_id, id, meeting_id, ordinal, title, post, area, instance_id) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tenant, item.id, item.meeting, item.ordinal, item.title, item.post, item.area, item.instance],
  );
}

/** One action item, or null. */
export async function readActionItem(tx: Transaction, tenant: string, id: string): Promise<ActionItemRow | null> {
  const [row] = await tx.query<ActionItemRow>(
    `select ${itemColumns} from action_item where tenant_id = $1 and id = $2`,
    [tenant, id],
  );
  return row ?? null;
}

/** Some action items, in no order. */
export function readActionItems(
  tx: Transaction,
  tenant: string,
  ids: readonly string[],
): Promise<readonly ActionItemRow[]> {
  return tx.query<ActionItemRow>(
    `select ${itemColumns} from action_item where tenant_id = $1 and id = any($2::uuid[])`,
    [tenant, ids],
  );
}

/** The action items of some meetings, in order. */
export function actionItemsOf(
  tx: Transaction,
  tenant: string,
  meetings: readonly string[],
): Promise<readonly ActionItemRow[]> {
  return tx.query<ActionItemRow>(
    `select ${itemColumns} from action_item where tenant_id = $1 and meeting_id = any($2::uuid[]) order by meeting_id, ordinal`,
    [tenant, meetings],
  );
}

/** Instant up to which the meeting series were looked at; null before the first look. Locks the row. */
export async function lockScheduleState(tx: Transaction, tenant: string, name: string): Promise<Instant | null> {
  const [row] = await tx.query<{ checkedUntil: Instant }>(
    'select checked_until as "checkedUntil" from schedule_state where tenant_id = $1 and name = $2 for update',
    [tenant, name],
  );
  return row?.checkedUntil ?? null;
}

/** The same without a lock, for whoever only looks. */
export async function readScheduleState(tx: Transaction, tenant: string, name: string): Promise<Instant | null> {
  const [row] = await tx.query<{ checkedUntil: Instant }>(
    'select checked_until as "checkedUntil" from schedule_state where tenant_id = $1 and name = $2',
    [tenant, name],
  );
  return row?.checkedUntil ?? null;
}

/** Notes up to when the series were looked at. */
export async function saveScheduleState(
  tx: Transaction,
  tenant: string,
  name: string,
  checkedUntil: Instant,
): Promise<void> {
  await tx.query(
    `insert into schedule_state (tenant_id, name, checked_until) values ($1, $2, $3)
     on conflict (tenant_id, name) do update set checked_until = greatest(schedule_state.checked_until, excluded.checked_until)`,
    [tenant, name, checkedUntil],
  );
}
