import { useQuery } from '@tanstack/react-query';
import { beginDraft, listDefinitions, readDraftRelease } from '../../server/http/contract/drafts.ts';
import { call } from '../api/call.ts';
import { type ProblemRecord, problemOf } from '../api/problem-error.ts';
import { compileDraft, type CompiledDraft } from './compile-draft.ts';

/** A draft of an area, compiled in this page. */
export interface DraftRun {
  readonly draft: { readonly id: string; readonly submitted: boolean };
  /** Whether anything differs from what is published. */
  readonly changed: boolean;
  /** Null when not even its pack can be read. */
  readonly compiled: CompiledDraft | null;
  /** How long compiling took, in milliseconds. */
  readonly took: number;
}

/**
 * Fetches what an area's draft would be published from, once, and compiles it here. Afterwards nothing is asked of the
 * server until somebody reads the draft again: a run must not change under the hands of who looks at it.
 */
export function useDraftRun(area: string): {
  readonly run: DraftRun | undefined;
  readonly problem: ProblemRecord | null;
  readonly again: () => void;
  readonly busy: boolean;
} {
  const query = useQuery({
    queryKey: ['draft-run', area],
    queryFn: async ({ signal }) => readRun(area, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // Compiled expressions are functions, and maps are compared by nobody.
    structuralSharing: false,
  });
  return {
    run: query.data,
    problem: query.error === null ? null : problemOf(query.error),
    again: () => void query.refetch(),
    busy: query.isFetching,
  };
}

async function readRun(area: string, signal: AbortSignal): Promise<DraftRun> {
  const listed = await call(listDefinitions, { params: { area } }, { signal });
  const draft = listed.draft ?? (await call(beginDraft, { params: { area } }));
  const files = await call(readDraftRelease, { params: { draft: draft.id } }, { signal });
  const began = performance.now();
  const compiled = await compileDraft(files, letThePageAnswer);
  return {
    draft: { id: draft.id, submitted: draft.state === 'submitted' },
    changed: listed.definitions.some(({ state }) => state !== 'same'),
    compiled,
    took: Math.round(performance.now() - began),
  };
}

async function letThePageAnswer(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}
