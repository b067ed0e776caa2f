import type { ReactElement } from 'react';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { listMyUserTasks } from '../../server/http/contract/user-tasks.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { AskedOfMe, PauseToReview } from './AskedOfMe.tsx';

type MyWork = AnswerOf<typeof listMyUserTasks>;

/** What waits for my decision about clocks, above my own work; nothing when nothing waits. */
export function AskedOfMeCards({ requests, reviews }: Pick<MyWork, 'requests' | 'reviews'>): ReactElement | null {
  const { text } = useText();
  if (requests.length === 0 && reviews.length === 0) return null;
  return (
    <>
      {requests.length > 0 && (
        <Card title={text('requests')} count={text('requests.count', { count: requests.length })}>
          {requests.map((asked) => (
            <AskedOfMe key={asked.request.id} asked={asked} />
          ))}
        </Card>
      )}
      {reviews.length > 0 && (
        <Card title={text('reviews')} count={text('requests.count', { count: reviews.length })}>
          {reviews.map((asked) => (
            <PauseToReview key={asked.request.id} asked={asked} />
          ))}
        </Card>
      )}
    </>
  );
}
