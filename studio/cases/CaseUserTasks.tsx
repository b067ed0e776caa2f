import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { holderNames } from '../ui/holder-names.ts';
import { StageLights } from '../ui/StageLights.tsx';
import { Table } from '../ui/Table.tsx';
import { Tag } from '../ui/Tag.tsx';
import { columnTime } from '../ui/time-words.ts';
import type { CaseFile } from './CasePage.tsx';

/** The human steps so far: whose they are or were, and how they stand. */
export function CaseUserTasks({ file, now }: { readonly file: CaseFile; readonly now: string }): ReactElement | null {
  const texts = useText();
  const { text, pack } = texts;
  if (file.userTasks.length === 0) return null;
  return (
    <Card title={text('case.steps')} count={text('count.steps', { count: file.userTasks.length })} bare>
      <Table
        label={text('case.steps')}
        rows={file.userTasks}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'title',
            title: text('column.stage'),
            width: 110,
            cell: ({ id, title, mine, state }) =>
              mine && state === 'open' ? <Link href={`/user-tasks/${id}`}>{pack(title)}</Link> : pack(title),
          },
          {
            id: 'who',
            title: text('column.who'),
            cell: ({ position, completedBy }) => (
              <>
                {completedBy?.name ?? holderNames(position, texts)}{' '}
                <span className="quiet">
                  {pack(position.postTitle)} · {pack(position.area.name)}
                </span>
              </>
            ),
            whole: ({ position }) => `${pack(position.postTitle)} · ${pack(position.area.name)}`,
          },
          {
            id: 'state',
            title: text('column.state'),
            width: file.userTasks.some(({ lights }) => lights.length > 1) ? 240 : 176,
            cell: ({ state, light, lights, completedAt }) => {
              if (state === 'open')
                return light === null ? (
                  <Tag tone="accent">{text('user-task.open')}</Tag>
                ) : (
                  <StageLights light={light} lights={lights} filled={false} />
                );
              return (
                <span className="quiet">
                  {text(`user-task.${state}`)} {completedAt !== null && columnTime(completedAt, now)}
                </span>
              );
            },
          },
        ]}
      />
    </Card>
  );
}
