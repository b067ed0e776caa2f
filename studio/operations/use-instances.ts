import { useState } from 'react';
import { listInstances } from '../../server/http/contract/instances.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type InstanceFilters, queryOf } from './instance-filters.ts';

export type InstanceLine = AnswerOf<typeof listInstances>['instances'][number];

const PAGE = 50;

export type InstancePages = ReturnType<typeof useInstances>;

/** A page of instances, and the way on and back: pages are known by where they begin, not by their number. */
export function useInstances(filters: InstanceFilters) {
  const asked = JSON.stringify(filters);
  const [trail, setTrail] = useState<{ readonly of: string; readonly pages: readonly string[] }>({
    of: asked,
    pages: [],
  });
  const pages = trail.of === asked ? trail.pages : [];
  const after = pages.at(-1);
  const query = { ...queryOf(filters), limit: PAGE, ...(after === undefined ? {} : { after }) };
  const answer = useAnswer(listInstances, { query }, { every: 30, keepBefore: true });
  const next = answer.data?.next ?? null;
  return {
    answer,
    /** Which page it is, from 1. */
    page: pages.length + 1,
    onward: next === null ? null : () => setTrail({ of: asked, pages: [...pages, next] }),
    back: pages.length === 0 ? null : () => setTrail({ of: asked, pages: pages.slice(0, -1) }),
  };
}
