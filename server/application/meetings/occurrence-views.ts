import { describeSubmission } from '../../kernel/forms/describe-submission.ts';
import { meetingPositions } from '../../kernel/meetings/open-meeting.ts';
import type { MeetingFile } from '../../kernel/release/definitions.ts';
import type { ActionItemRow, MeetingRow } from '../../database/meetings.ts';
import { submissionsOf } from '../../database/submissions.ts';
import type { Transaction } from '../../database/transaction.ts';
import { userTasksOf, type UserTaskRow } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';
import type { NameBook, PositionView } from '../organization/position-views.ts';

/** Meetings that were called, with their minutes and what became of the things agreed. */
export async function occurrenceViews(
  context: Context,
  tx: Transaction,
  names: NameBook,
  rows: readonly MeetingRow[],
  items: readonly ActionItemRow[],
) {
  return Promise.all(
    rows.map(async (row) => {
      const [minutesTasks, submissions] = await Promise.all([
        userTasksOf(tx, context.tenant, 'meeting', row.id),
        submissionsOf(tx, context.tenant, 'meeting', row.id),
      ]);
      // A meeting is told of as it was called: under the release it is pinned to.
      const release = await context.releases.byHash(tx, row.manifestHash);
      const { posts } = context.releases.organizationFrame(release);
      const asCalled = { ...names, organization: { ...names.organization, posts } };
      const minutes = submissions.at(-1);
      const form = minutes && release.forms.get(minutes.form);
      const open = minutesTasks.find((userTask) => userTask.state === 'open');
      const meeting = release.meetings.get(row.series);
      const agreed = items.filter((item) => item.meeting === row.id);
      return {
        id: row.id,
        series: row.series,
        title: row.title,
        at: row.at,
        place: row.place,
        adHoc: row.adHoc,
        state: minutes ? 'held' : open ? 'minutes-due' : 'noticed',
        ...participantsOf(asCalled, meeting, row),
        minutes: form && minutes ? describeSubmission(form, withoutItems(minutes.data)) : [],
        actionItems: await Promise.all(
          agreed.map(async (item) =>
            actionItemView(names, item, await userTasksOf(tx, context.tenant, 'action-item', item.id)),
          ),
        ),
        minutesUserTask: open ? `${open.instance}.${open.id}` : null,
      } as const;
    }),
  );
}

function actionItemView(names: NameBook, item: ActionItemRow, userTasks: readonly UserTaskRow[]) {
  const userTask = userTasks.at(-1);
  return {
    userTask: userTask ? `${userTask.instance}.${userTask.id}` : null,
    title: item.title,
    position: names.position(userTask ?? item),
    state: userTask?.state ?? 'open',
    dueAt: userTask?.dueAt ?? null,
  };
}

function participantsOf(names: NameBook, meeting: MeetingFile | undefined, row: MeetingRow) {
  const nobody = names.position({ post: '', area: row.area });
  if (!meeting) return { convenor: nobody, recorder: nobody, participants: [] };
  const positions = (lines: MeetingFile['participants']): PositionView[] =>
    lines
      .flatMap((line) => meetingPositions(names.organization, meeting, line))
      .map((position) => names.position(position));
  return {
    convenor: positions([meeting.convenor])[0] ?? nobody,
    recorder: positions([meeting.recorder])[0] ?? nobody,
    participants: positions(meeting.participants),
  };
}

/** The things agreed are shown with what became of them, not as lines of the minutes. */
function withoutItems(data: MinutesData): MinutesData {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'items'));
}

type MinutesData = Parameters<typeof describeSubmission>[1];
