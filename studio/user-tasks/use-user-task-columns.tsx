import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../translations/texts.ts';
import { StageLights } from '../ui/StageLights.tsx';
import type { Column } from '../ui/Table.tsx';
import { columnTime } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import type { MyUserTask } from './UserTaskListPage.tsx';

/**
 * The columns of my user tasks: how long there is left, what is to be done, about what and where, and as whom.
 *
 * @param rows what is shown: where one has several clocks there is room for them
 */
export function useUserTaskColumns(rows: readonly MyUserTask[]): readonly Column<MyUserTask>[] {
  const { text, pack, language } = useText();
  const now = useNow();
  const stage = ({ title }: MyUserTask): string => pack(title);
  const light: Column<MyUserTask> = {
    id: 'light',
    title: text('column.limit'),
    width: (language === 'zh' ? 182 : 240) + (rows.some(({ lights }) => lights.length > 1) ? 60 : 0),
    cell: (task) =>
      task.light === null ? (
        <span className="quiet">{text('case.no-limit')}</span>
      ) : (
        <StageLights light={task.light} lights={task.lights} filled={false} />
      ),
  };
  const due: Column<MyUserTask> = {
    id: 'due',
    title: text('column.due'),
    width: 116,
    align: 'right',
    cell: (task) => <DueAt light={task.light} now={now} />,
  };
  return [
    light,
    { id: 'step', title: text('column.stage'), width: 110, cell: stage, whole: stage },
    {
      id: 'title',
      title: text('column.subject'),
      cell: ({ id, subject }) => <Link href={`/user-tasks/${id}`}>{pack(subject.title)}</Link>,
      whole: ({ subject }) => pack(subject.title),
    },
    {
      id: 'number',
      title: text('column.number'),
      width: 136,
      cell: ({ subject }) => <span className="quiet">{subject.number ?? '—'}</span>,
    },
    {
      id: 'place',
      title: text('column.place'),
      width: 230,
      cell: ({ subject }) => (
        <>
          {subject.place} <span className="quiet">· {pack(subject.area.name)}</span>
        </>
      ),
      whole: ({ subject }) => `${subject.place} · ${pack(subject.area.name)}`,
    },
    {
      id: 'position',
      title: text('user-task.as'),
      width: 150,
      cell: (task) => <ActingAs task={task} />,
      whole: ({ position }) => `${pack(position.postTitle)} · ${pack(position.area.name)}`,
    },
    due,
  ];
}

/** As whom it is done, and who of several colleagues should. */
function ActingAs({ task }: { readonly task: MyUserTask }): ReactNode {
  const { text, pack } = useText();
  const { position, chosen } = task;
  return (
    <>
      {pack(position.postTitle)}
      {chosen !== null && <span className="quiet"> {text('user-task.chosen', { name: chosen.name })}</span>}
    </>
  );
}

function DueAt({ light, now }: Pick<MyUserTask, 'light'> & { readonly now: string }): ReactNode {
  if (light?.dueAt == null) return '—';
  return <span className={light.light === 'red' ? 'gl-late' : undefined}>{columnTime(light.dueAt, now)}</span>;
}
