import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { listMyUserTasks } from '../../server/http/contract/user-tasks.ts';
import { useText } from '../translations/texts.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Light } from '../ui/Light.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { clockWords, columnTime } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import { Waiting } from '../ui/Waiting.tsx';

export type MyUserTask = AnswerOf<typeof listMyUserTasks>['userTasks'][number];

/** What I have to do, the most urgent first. */
export function UserTaskListPage(): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const answer = useAnswer(listMyUserTasks, {}, { every: 30 });
  const { data, refetch, isFetching } = answer;
  const columns = useColumns();
  return (
    <div className="gl-page">
      <PageHead title={text('nav.user-tasks')}>
        {data !== undefined && (
          <ListFacts
            total={text('user-tasks.total', { count: data.userTasks.length })}
            rest={text('as-of', { time: clockWords(data.asOf) })}
          />
        )}
        <Button kind="text" small busy={isFetching} onPress={() => void refetch()}>
          {text('refresh')}
        </Button>
        <span className="quiet">{text('cases.order')}</span>
      </PageHead>
      <Table
        label={text('nav.user-tasks')}
        columns={columns}
        rows={data?.userTasks ?? []}
        rowKey={({ id }) => id}
        onOpen={({ id }) => {
          navigate(`/user-tasks/${id}`);
        }}
        placeholder={
          data === undefined ? (
            <Waiting {...waitingFor(answer)} lines={8} />
          ) : (
            <EmptyState title={text('user-tasks.none')} next={text('user-tasks.none.next')}>
              <ButtonLink to="/cases">{text('nav.cases')}</ButtonLink>
            </EmptyState>
          )
        }
      />
    </div>
  );
}

function useColumns(): readonly Column<MyUserTask>[] {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  return [
    {
      id: 'light',
      title: text('column.limit'),
      width: texts.language === 'zh' ? 182 : 240,
      cell: ({ light }) =>
        light === null ? (
          <span className="quiet">{text('case.no-limit')}</span>
        ) : (
          <Light value={light} filled={false} />
        ),
    },
    {
      id: 'step',
      title: text('column.stage'),
      width: 110,
      cell: ({ title }) => pack(title),
      whole: ({ title }) => pack(title),
    },
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
      cell: ({ position }) => pack(position.postTitle),
      whole: ({ position }) => `${pack(position.postTitle)} · ${pack(position.area.name)}`,
    },
    {
      id: 'due',
      title: text('column.due'),
      width: 116,
      align: 'right',
      cell: ({ light }) =>
        light === null ? (
          '—'
        ) : (
          <span className={light.light === 'red' ? 'gl-late' : undefined}>{columnTime(light.dueAt, now)}</span>
        ),
    },
  ];
}
