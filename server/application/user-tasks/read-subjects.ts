import { readCaseRows } from '../../database/cases.ts';
import { readActionItems, readMeetingRows } from '../../database/meetings.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import type { Subjects } from './user-task-view.ts';

/** Reads what some user tasks are about, one statement per kind. */
export async function readSubjects(tx: Transaction, tenant: string, rows: readonly UserTaskRow[]): Promise<Subjects> {
  const ids = (kind: UserTaskRow['subjectKind']): string[] => [
    ...new Set(rows.flatMap((row) => (row.subjectKind === kind && row.subjectId !== null ? [row.subjectId] : []))),
  ];
  const [cases, meetings, actionItems] = await Promise.all([
    readCaseRows(tx, tenant, ids('case')),
    readMeetingRows(tx, tenant, ids('meeting')),
    readActionItems(tx, tenant, ids('action-item')),
  ]);
  return {
    cases: new Map(cases.map((row) => [row.id, row])),
    meetings: new Map(meetings.map((row) => [row.id, row])),
    actionItems: new Map(actionItems.map((row) => [row.id, row])),
  };
}
