import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { listMyUserTasks } from '../../server/http/contract/user-tasks.ts';
import { useText } from '../translations/texts.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListFacts, PageHead } from '../ui/PageHead.tsx';
import { Table } from '../ui/Table.tsx';
import { clockWords } from '../ui/time-words.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { AskedOfMeCards } from './AskedOfMeCards.tsx';
import { useUserTaskColumns } from './use-user-task-columns.tsx';

export type MyUserTask = AnswerOf<typeof listMyUserTasks>['userTasks'][number];

/** What I have to do, the most urgent first. */
export function UserTaskListPage(): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const answer = useAnswer(listMyUserTasks, {}, { every: 30 });
  const { data, refetch, isFetching } = answer;
  const columns = useUserTaskColumns(data?.userTasks ?? []);
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
        <span className="quiet">{text('user-tasks.order')}</span>
      </PageHead>
      {data !== undefined && <AskedOfMeCards requests={data.requests} reviews={data.reviews} />}
      <Table
        label={text('nav.user-tasks')}
        columns={columns}
        rows={data?.userTasks ?? []}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/user-tasks/${id}`)}
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
