import { readCaseRow } from '../../database/cases.ts';
import { readMeetingRows } from '../../database/meetings.ts';
import type { InstanceView } from '../../database/process-instances.ts';
import { positionsWithPart } from '../../database/user-tasks.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PostAt } from '../../kernel/organization/holders.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { holds, mayAct } from '../policy/policy.ts';

/** What an instance is about, as far as it decides who may begin work in it. */
export interface Matter {
  readonly area: string | null;
  /** Positions that have, or had, a user task in it. */
  readonly parts: readonly PostAt[];
  /** Whether the person may know of it at all. */
  readonly seen: boolean;
}

/** Reads who has a part in what an instance is about, and whether somebody may see it. */
export async function matterOf(
  context: Context,
  tx: Transaction,
  actor: Actor,
  instance: Pick<InstanceView, 'id' | 'subjectKind' | 'subjectId' | 'area'>,
): Promise<Matter> {
  const { tenant } = context;
  const { subjectKind, subjectId } = instance;
  const parts = await positionsWithPart(tx, tenant, instance);
  const takesPart = parts.some((position) => holds(actor, position));
  const found = async (): Promise<{ readonly area: string; readonly category?: string } | null | undefined> => {
    if (subjectId === null) return undefined;
    if (subjectKind === 'case') return readCaseRow(tx, tenant, subjectId);
    return subjectKind === 'meeting' ? (await readMeetingRows(tx, tenant, [subjectId]))[0] : undefined;
  };
  const about = await found();
  const area = about?.area ?? instance.area ?? null;
  const permission =
    subjectKind === 'case' ? 'case.view' : subjectKind === 'meeting' ? 'meeting.view' : 'operations.view';
  return { area, parts, seen: takesPart || (area !== null && mayAct(actor, permission, area, about?.category)) };
}
