import { useState } from 'react';
import type { AnyOperation } from '../../server/http/contract/operation.ts';
import { callForFile, type CallArguments } from './call.ts';
import { keepFile } from './keep-file.ts';
import { type ProblemRecord, problemOf } from './problem-error.ts';

/** A county's workbook takes some seconds. */
const PATIENCE = 120_000;

/** An operation whose answer the browser keeps as a file. */
export function useFileAnswer<O extends AnyOperation>(
  operation: O,
): {
  /** Answers whether the file came. */
  readonly fetch: (args: CallArguments<O>) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemRecord | null>(null);
  return {
    busy,
    problem,
    fetch: async (args) => {
      setBusy(true);
      setProblem(null);
      try {
        const { file, name } = await callForFile(operation, args, { patience: PATIENCE });
        keepFile(file, name);
        return true;
      } catch (thrown) {
        setProblem(problemOf(thrown));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
