import { listInstances } from '../../server/http/contract/instances.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useTrail } from '../api/use-trail.ts';
import { type InstanceFilters, queryOf } from './instance-filters.ts';

export type InstanceLine = AnswerOf<typeof listInstances>['instances'][number];

const PAGE = 50;

export type InstancePages = ReturnType<typeof useInstances>;

/** A page of instances, and the way on and back. */
export function useInstances(filters: InstanceFilters) {
  const { after, page, onward, back } = useTrail(JSON.stringify(filters));
  const query = { ...queryOf(filters), limit: PAGE, ...(after === undefined ? {} : { after }) };
  const answer = useAnswer(listInstances, { query }, { every: 30, keepBefore: true });
  return { answer, page, onward: onward(answer.data?.next ?? null), back };
}
