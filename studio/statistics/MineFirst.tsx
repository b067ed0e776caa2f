import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { problemOf } from '../api/problem-error.ts';
import { useAnswer } from '../api/use-answer.ts';
import { listMyUserTasks } from '../../server/http/contract/user-tasks.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { Light } from '../ui/Light.tsx';
import { RowList } from '../ui/RowList.tsx';

const SHOWN = 7;

/** The most urgent of what I have to do. */
export function MineFirst(): ReactElement {
  const { text, pack } = useText();
  const { data, error, refetch } = useAnswer(listMyUserTasks, {});
  const all = data?.userTasks ?? [];
  return (
    <Card
      title={text('nav.user-tasks')}
      count={data === undefined ? undefined : text('count.items', { count: all.length })}
      aside={<Link href="/user-tasks">{text('all')}</Link>}
    >
      {data === undefined && error === null && <SkeletonLines count={5} />}
      {error !== null && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
      {data !== undefined && all.length === 0 && (
        <EmptyState title={text('user-tasks.none')} next={text('user-tasks.none.next')} />
      )}
      <RowList
        rows={all.slice(0, SHOWN).map(({ id, light, title, subject }) => ({
          id,
          to: `/user-tasks/${id}`,
          before: light === null ? null : <Light value={light} filled={false} />,
          title: pack(subject.title),
          after: `${pack(title)} · ${pack(subject.area.name)}`,
        }))}
      />
    </Card>
  );
}
