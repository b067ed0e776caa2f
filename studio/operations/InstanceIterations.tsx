import type { ReactElement } from 'react';
import { readIterations } from '../../server/http/contract/instances.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useTrail } from '../api/use-trail.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { IterationList } from '../ui/IterationList.tsx';
import { PageSteps } from '../ui/PageSteps.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { asStory } from './HistoryCard.tsx';

/** A page of the iterations that live in instances of their own, each with its history and the way to it. */
export function InstanceIterations({ id }: { readonly id: string }): ReactElement {
  const { after, page, onward, back } = useTrail(id);
  const query = after === undefined ? {} : { after };
  const answer = useAnswer(readIterations, { params: { instance: id }, query }, { keepBefore: true });
  const { data } = answer;
  if (data === undefined) return <Waiting {...waitingFor(answer)} lines={6} />;
  const iterations = data.iterations.map(({ history, ...iteration }) => ({
    ...iteration,
    story: asStory(history),
    to: `/operations/instances/${iteration.id}`,
  }));
  return (
    <>
      <IterationList iterations={iterations} now={data.asOf} />
      <PageSteps page={page} onward={onward(data.next)} back={back} />
    </>
  );
}
