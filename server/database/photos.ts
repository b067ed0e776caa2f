import { casesSeenSql, type CasesSeen } from './cases-seen.ts';
import type { Transaction } from './transaction.ts';

/** A photo whose bytes are on disk. */
export interface PhotoRow {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** Notes a photo; the same one again changes nothing. */
export async function insertPhoto(tx: Transaction, tenant: string, photo: PhotoRow): Promise<void> {
  await tx.query(
    `insert into photo (tenant_id, hash, width, height, bytes, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, hash) do nothing`,
    [tenant, photo.hash, photo.width, photo.height, photo.bytes, tx.now],
  );
}

/** Through what somebody may see a photo: the areas in which they may see each kind of thing, and their positions. */
export interface PhotoViewer {
  readonly person: string;
  readonly held: readonly { readonly post: string; readonly area: string }[];
  readonly cases: CasesSeen;
  readonly meetings: readonly string[];
  readonly ledgers: readonly string[];
}

const within = (area: string, scope: string): string =>
  `exists (select from area_ancestor n where n.tenant_id = $1 and n.area = ${area} and n.ancestor = any(${scope}))`;

/** Whether somebody uploaded a photo, or may see a case, a meeting, a ledger entry or a user task that it belongs to. */
export async function maySeePhoto(
  tx: Transaction,
  tenant: string,
  hash: string,
  viewer: PhotoViewer,
): Promise<boolean> {
  const seen = casesSeenSql(viewer.cases);
  const rows = await tx.query(
    `select from photo_use u where u.tenant_id = $1 and u.hash = $2 and (
       (u.subject_kind = 'upload' and u.subject_id = $3)
       or (u.subject_kind = 'case' and exists (select from case_record c
         where c.tenant_id = $1 and c.id = u.subject_id and ${seen.condition('$4')}))
       or (u.subject_kind = 'meeting' and exists (select from meeting m
         where m.tenant_id = $1 and m.id = u.subject_id and ${within('m.area', '$5')}))
       or (u.subject_kind = 'action-item' and exists (select from action_item i
         where i.tenant_id = $1 and i.id = u.subject_id and ${within('i.area', '$5')}))
       or (u.subject_kind = 'ledger-entry' and exists (select from ledger_entry e
         where e.tenant_id = $1 and e.id = u.subject_id and ${within('e.area', '$6')}))
       or exists (select from user_task t join jsonb_to_recordset($7::jsonb) as h(post text, area text)
         on h.post = t.post and h.area = t.area
         where t.tenant_id = $1 and t.subject_kind = u.subject_kind and t.subject_id = u.subject_id))
     limit 1`,
    [tenant, hash, viewer.person, seen.value, viewer.meetings, viewer.ledgers, JSON.stringify(viewer.held)],
  );
  return rows.length > 0;
}
