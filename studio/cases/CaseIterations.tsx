import type { ReactElement } from 'react';
import { readCaseIterations } from '../../server/http/contract/cases.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useTrail } from '../api/use-trail.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { IterationList } from '../ui/IterationList.tsx';
import { PageSteps } from '../ui/PageSteps.tsx';
import { Waiting } from '../ui/Waiting.tsx';

/** A page of what happened in the items of a case that go on by themselves. */
export function CaseIterations({ id }: { readonly id: string }): ReactElement {
  const { after, page, onward, back } = useTrail(id);
  const query = after === undefined ? {} : { after };
  const answer = useAnswer(readCaseIterations, { params: { case: id }, query }, { keepBefore: true });
  const { data } = answer;
  if (data === undefined) return <Waiting {...waitingFor(answer)} lines={6} />;
  return (
    <>
      <IterationList iterations={data.iterations} now={data.asOf} />
      <PageSteps page={page} onward={onward(data.next)} back={back} />
    </>
  );
}
