import { findCategory } from '../../kernel/cases/find-category.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { CaseRow } from '../../database/cases.ts';
import type { ActionItemRow, MeetingRow } from '../../database/meetings.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import { lightView } from '../lights/light-view.ts';
import { stageLights } from '../lights/stage-lights.ts';
import type { NameBook } from '../organization/position-views.ts';

/** What user tasks are about, by subject id. */
export interface Subjects {
  readonly cases: ReadonlyMap<string, CaseRow>;
  readonly meetings: ReadonlyMap<string, MeetingRow>;
  readonly actionItems: ReadonlyMap<string, ActionItemRow>;
}

/** A user task as a line of somebody's work. */
export function userTaskLine(
  release: CompiledRelease,
  names: NameBook,
  subjects: Subjects,
  row: UserTaskRow,
  now: Instant,
) {
  return {
    id: `${row.instance}.${row.id}`,
    title: row.name,
    light: lightView(release, row, now),
    lights: stageLights(release, row, now),
    subject: subjectView(release, names, subjects, row),
    position: names.position(row),
    chosen: names.position(row).holders.find(({ id }) => id === row.chosen) ?? null,
    createdAt: row.createdAt,
  } as const;
}

function subjectView(release: CompiledRelease, names: NameBook, subjects: Subjects, row: UserTaskRow) {
  const id = row.subjectId ?? row.instance;
  const about = subjects.cases.get(id);
  if (about) {
    const caseType = release.caseTypes.get(about.caseType);
    const found = caseType && findCategory(caseType.categories, about.category);
    const category = [found?.parent?.title, found?.category.title].filter((title) => title !== undefined).join(' / ');
    return {
      kind: 'case',
      id,
      number: about.number,
      title: about.title,
      place: about.place,
      category: category || null,
      area: names.area(about.area),
    } as const;
  }
  const meeting = subjects.meetings.get(id);
  if (meeting)
    return {
      kind: 'meeting',
      id,
      number: null,
      title: meeting.title,
      place: meeting.place,
      category: null,
      area: names.area(meeting.area),
    } as const;
  const item = subjects.actionItems.get(id);
  return {
    kind: 'action-item',
    id,
    number: null,
    title: item?.title ?? row.name,
    place: '',
    category: null,
    area: names.area(item?.area ?? row.area),
  } as const;
}
