import { useCallback, useMemo, useState } from 'react';
import { valueAt } from '../../server/kernel/forms/json-pointer.ts';
import type { FormProblem } from '../../server/kernel/forms/validate-submission.ts';
import type { JsonObject } from '../../server/kernel/json.ts';

/** A problem somebody else than the form found, such as the server, as its answer has it. */
export type ServerProblem = Pick<FormProblem, 'path' | 'zh' | 'en'> & { readonly field?: string };

interface Refusals {
  /** Those whose fields were not changed since. */
  readonly standing: readonly FormProblem[];
  /** Takes the place of what was refused before. */
  readonly refuse: (problems: readonly ServerProblem[], data: JsonObject) => void;
}

/** Keeps what was refused until its field is changed: the form itself cannot know when it is mended. */
export function useRefusals(data: JsonObject): Refusals {
  const [refused, setRefused] = useState<readonly { readonly problem: FormProblem; readonly stood: string }[]>([]);
  const standing = useMemo(
    () => refused.filter(({ problem, stood }) => at(data, problem.path) === stood).map(({ problem }) => problem),
    [refused, data],
  );
  const refuse = useCallback((problems: readonly ServerProblem[], now: JsonObject) => {
    setRefused(problems.map((problem) => ({ problem: asFormProblem(problem), stood: at(now, problem.path) })));
  }, []);
  return { standing, refuse };
}

function asFormProblem({ path, field = '', zh, en }: ServerProblem): FormProblem {
  return { path, field, missing: false, zh, en, here: { zh, en } };
}

function at(data: JsonObject, path: string): string {
  return JSON.stringify(valueAt(data, path) ?? null);
}
