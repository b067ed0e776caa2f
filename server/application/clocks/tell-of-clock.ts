import type { PostAt } from '../../kernel/organization/holders.ts';
import type { ClockRequestRow } from '../../database/clock-requests.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';
import { sendNotification } from '../notifications/send-notification.ts';
import { readSubjects } from '../user-tasks/read-subjects.ts';
import { uuidv7 } from '../uuid.ts';

/** Notices about clocks carry this instead of a notice of the pack. */
const clockNotice = 'clock';

/** What is told, as the title of a notice; packs may translate it like any notice. */
export const clockTellings = {
  'extension-asked': { zh: '有人申请延期，请决定', en: 'Somebody asks for an extension: please decide' },
  'pause-asked': { zh: '有人申请挂起，请决定', en: 'Somebody asks for a pause: please decide' },
  'extension-granted': { zh: '同意延期', en: 'Extension granted' },
  'pause-granted': { zh: '同意挂起', en: 'Pause granted' },
  'extension-refused': { zh: '没有同意延期', en: 'Extension refused' },
  'pause-refused': { zh: '没有同意挂起', en: 'Pause refused' },
  resumed: { zh: '恢复计时', en: 'The clock goes on' },
  'review-moved': { zh: '接着挂起，改了复核日', en: 'The pause goes on, with another review date' },
  review: {
    zh: '挂起的复核日到了，请决定是否恢复计时',
    en: 'A pause is to be looked at again: decide whether the clock goes on',
  },
} as const;

type ClockTelling = keyof typeof clockTellings;

type To = { readonly position: PostAt } | { readonly person: string };

/** Tells whoever decides that somebody asks. */
export function tellDecider(
  context: Context,
  tx: Transaction,
  row: UserTaskRow,
  position: PostAt,
  { kind, reason }: { readonly kind: ClockRequestRow['kind']; readonly reason: string },
): Promise<void> {
  return tellOfClock(context, tx, row, { position }, `${kind}-asked`, reason);
}

/** Tells whoever has the user task. */
export function tellHolder(
  context: Context,
  tx: Transaction,
  row: UserTaskRow,
  telling: ClockTelling,
  why: string,
): Promise<void> {
  return tellOfClock(context, tx, row, { position: { post: row.post, area: row.area } }, telling, why);
}

/**
 * Tells a position or a person something about the clock of a user task: which matter, which step, and why.
 *
 * @param why what somebody gave as the reason; empty: nothing
 */
export async function tellOfClock(
  context: Context,
  tx: Transaction,
  row: UserTaskRow,
  to: To,
  telling: ClockTelling,
  why: string,
): Promise<void> {
  const { cases, meetings, actionItems } = await readSubjects(tx, context.tenant, [row]);
  const about = cases.get(row.subjectId ?? '');
  const matter = about
    ? `${about.number} ${about.title}`
    : (meetings.get(row.subjectId ?? '')?.title ?? actionItems.get(row.subjectId ?? '')?.title ?? '');
  const words = [matter, row.name, why].filter((part) => part !== '').join(' · ');
  await sendNotification(
    context,
    tx,
    {
      id: uuidv7(),
      post: 'position' in to ? to.position.post : null,
      area: 'position' in to ? to.position.area : null,
      person: 'person' in to ? to.person : null,
      notice: clockNotice,
      title: clockTellings[telling].zh,
      text: words,
      subjectKind: row.subjectKind,
      subjectId: row.subjectId,
      instance: row.instance,
      sentBy: null,
    },
    row.area,
  );
}
