import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { importWorkbook, previewWorkbook } from '../../server/http/contract/workbook.ts';
import { call } from './call.ts';
import { IntentKey } from './intent-key.ts';
import { type ProblemRecord, problemOf } from './problem-error.ts';

/** Checking and writing a county's areas and people takes some seconds. */
const PATIENCE = 180_000;

export type WorkbookPlan = AnswerOf<typeof previewWorkbook>;

/** A workbook on its way in: chosen, looked at, imported. */
export interface WorkbookSession {
  readonly file: File | null;
  readonly plan: WorkbookPlan | null;
  /** What was done; null until it was. */
  readonly done: WorkbookPlan | null;
  readonly busy: 'previewing' | 'importing' | null;
  readonly problem: ProblemRecord | null;
  readonly choose: (file: File) => Promise<void>;
  readonly bring: (soundOnly: boolean) => Promise<void>;
  readonly again: () => void;
}

/** @param area code of the area for which is imported */
export function useWorkbook(area: string): WorkbookSession {
  const answers = useQueryClient();
  const [key] = useState(() => new IntentKey());
  const [state, setState] = useState<Pick<WorkbookSession, 'file' | 'plan' | 'done' | 'busy' | 'problem'>>(nothing);
  const attempt = async (
    busy: 'previewing' | 'importing',
    file: File,
    work: () => Promise<Partial<WorkbookSession>>,
  ) => {
    setState((before) => ({ ...before, file, busy, problem: null }));
    try {
      const next = await work();
      setState((before) => ({ ...before, ...next, busy: null }));
    } catch (thrown) {
      setState((before) => ({ ...before, busy: null, problem: problemOf(thrown) }));
    }
  };
  return {
    ...state,
    again: () => setState(nothing),
    choose: (file) =>
      attempt('previewing', file, async () => ({
        plan: await call(previewWorkbook, { query: { area } }, { form: formOf(file), patience: PATIENCE }),
      })),
    bring: async (soundOnly) => {
      const { file, plan } = state;
      if (file === null || plan === null) return;
      await attempt('importing', file, async () => {
        const query = { area, seen: plan.seen, ...(soundOnly ? { soundOnly } : {}) };
        const done = await call(
          importWorkbook,
          { query },
          { form: formOf(file), key: key.for({ query, size: file.size }), patience: PATIENCE },
        );
        key.done();
        await answers.invalidateQueries();
        return { done };
      });
    },
  };
}

const nothing = { file: null, plan: null, done: null, busy: null, problem: null } as const;

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('workbook', file, file.name);
  return form;
}
