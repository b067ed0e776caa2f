import { useAnswer } from '../api/use-answer.ts';
import { listCases } from '../../server/http/contract/cases.ts';
import { type CaseFilters, addressOf, readFilters } from './case-filters.ts';

const KEPT_AS = 'gridloom.case-list';

interface KeptList {
  readonly search: string;
  readonly offset: number;
  readonly ids: readonly string[];
}

/** The cases before and after one in the list it was opened from. */
export interface Neighbours {
  readonly nth: number;
  readonly total: number;
  readonly before: string | null;
  readonly after: string | null;
  /** To be called on moving to one of them, so that the way goes on from there. */
  readonly move: () => void;
}

/** Remembers, for this tab, the list a case is opened from, so that the case page can lead to the next one. */
export function rememberList(filters: CaseFilters, cases: readonly { readonly id: string }[]): void {
  const list: KeptList = {
    search: addressOf(filters).split('?')[1] ?? '',
    offset: filters.offset,
    ids: cases.map(({ id }) => id),
  };
  window.sessionStorage.setItem(KEPT_AS, JSON.stringify(list));
}

/** The neighbours of a case in the list it was opened from; null when it was opened by its address. */
export function useNeighbours(id: string): Neighbours | null {
  const list = keptList();
  const place = list?.ids.indexOf(id) ?? -1;
  const first = Math.max(0, (list?.offset ?? 0) + place - 1);
  const filters = { ...readFilters(list?.search ?? ''), offset: first };
  const { data } = useAnswer(listCases, { query: { ...filters, limit: 3 } }, { when: place >= 0 });
  const here = data?.cases.findIndex((found) => found.id === id) ?? -1;
  if (data === undefined || here < 0) return null;
  return {
    nth: first + here + 1,
    total: data.total,
    before: data.cases[here - 1]?.id ?? null,
    after: data.cases[here + 1]?.id ?? null,
    move: () => {
      rememberList(filters, data.cases);
    },
  };
}

/** Where the list one came from is, with its filters. */
export function listAddress(): string {
  const search = keptList()?.search ?? '';
  return search === '' ? '/cases' : `/cases?${search}`;
}

function keptList(): KeptList | null {
  const kept = window.sessionStorage.getItem(KEPT_AS);
  return kept === null ? null : (JSON.parse(kept) as KeptList);
}
