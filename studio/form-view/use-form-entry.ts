import { useCallback, useMemo, useRef, useState } from 'react';
import { defaultValues } from '../../server/kernel/forms/default-values.ts';
import { effectiveForm } from '../../server/kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import { valueAt } from '../../server/kernel/forms/json-pointer.ts';
import { pruneSubmission } from '../../server/kernel/forms/prune-submission.ts';
import { type FormProblem, validateSubmission } from '../../server/kernel/forms/validate-submission.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { formViewEn } from '../translations/form-view.en.ts';
import { formViewZh } from '../translations/form-view.zh.ts';
import { interpretValidator } from './interpret-validator.ts';
import { createPendingEdits, type PendingEdits } from './pending-edits.ts';

/** What is filled in where, and under which rights. */
export interface FormEntrySubject {
  readonly form: FormDefinition;
  /** BPMN element id of the step, whose rights hold. */
  readonly step: string;
  /** What is known: read-only fields show it, conditions look at it. Keep the object the same between renders. */
  readonly stored?: JsonObject;
  /** What the form starts with besides `stored`, such as a draft. Read once. */
  readonly initial?: JsonObject;
  /** English of a pack's Chinese text. */
  readonly translate?: (chinese: string) => string;
}

/** A problem the server found, as its answer has it. */
export type ServerProblem = Pick<FormProblem, 'path' | 'zh' | 'en'> & { readonly field?: string };

/** A form that is being filled in. */
export interface FormEntry {
  /** To be spread into `FormView`. */
  readonly view: {
    readonly form: FormDefinition;
    readonly step: string;
    readonly data: JsonObject;
    readonly onChange: (data: JsonObject) => void;
    readonly problems: readonly FormProblem[];
    readonly attempt: number;
    readonly edits: PendingEdits;
  };
  /** As it is on the screen, for drafts; not yet pruned. */
  readonly data: JsonObject;
  /** Everything that is still wrong, whether it is shown yet or not; for the footer. */
  readonly open: readonly FormProblem[];
  /** Prunes and checks what is on the screen: the submission, or null after showing what is wrong and going there. */
  readonly check: () => JsonObject | null;
  /** Shows what the server found; each stays until its field is changed. */
  readonly refuse: (problems: readonly ServerProblem[]) => void;
  /** Goes to the first problem, from 还差 1 项. */
  readonly goToProblem: () => void;
  /** Starts again with other data. */
  readonly reset: (data?: JsonObject) => void;
}

interface Refusal {
  readonly problem: FormProblem;
  readonly at: string;
}

/**
 * Holds a form while it is filled in. Nothing is called wrong before the first try to submit; after it the sentences
 * follow every change.
 */
export function useFormEntry({
  form,
  step,
  stored = nothing,
  initial = nothing,
  translate,
}: FormEntrySubject): FormEntry {
  const effective = useMemo(() => effectiveForm(form, step), [form, step]);
  const validator = useMemo(() => interpretValidator(effective.schema), [effective]);
  const [edits] = useState(createPendingEdits);
  const [data, setData] = useState(() => defaultValues(effective, { ...stored, ...initial }));
  const latest = useRef(data);
  const [attempt, setAttempt] = useState(0);
  const [tried, setTried] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const judge = useCallback(
    (filled: JsonObject) => {
      const pruned = pruneSubmission(effective, filled, stored);
      return { pruned, problems: validateSubmission(effective, pruned, validator, translate) };
    },
    [effective, stored, validator, translate],
  );
  const open = useMemo(() => judge(data).problems, [judge, data]);
  const problems = useMemo(() => {
    const standing = refusals
      .filter(({ problem, at }) => snapshot(data, problem.path) === at)
      .map(({ problem }) => problem);
    const found = tried ? open : [];
    return [...found, ...standing.filter(({ path }) => !found.some((one) => one.path === path))];
  }, [tried, open, refusals, data]);

  const onChange = useCallback((next: JsonObject) => {
    latest.current = next;
    setData(next);
  }, []);
  return {
    view: { form, step, data, onChange, problems, attempt, edits },
    data,
    open,
    check: () => {
      const shown = edits.over(latest.current);
      onChange(shown);
      setTried(true);
      const { pruned, problems: found } = judge(shown);
      const unfinished = edits.unfinished().map(stillSaving);
      setRefusals(unfinished.map((problem) => ({ problem, at: snapshot(shown, problem.path) })));
      if (found.length === 0 && unfinished.length === 0) return pruned;
      setAttempt((count) => count + 1);
      return null;
    },
    refuse: (found) => {
      setRefusals(
        found.map((problem) => ({
          problem: { field: '', missing: false, here: { zh: problem.zh, en: problem.en }, ...problem },
          at: snapshot(latest.current, problem.path),
        })),
      );
      setAttempt((count) => count + 1);
    },
    goToProblem: () => {
      setTried(true);
      setAttempt((count) => count + 1);
    },
    reset: (next = nothing) => {
      onChange(defaultValues(effective, { ...stored, ...next }));
      setTried(false);
      setRefusals([]);
    },
  };
}

const nothing: JsonObject = {};

/** What stood at a place, to know whether it was changed since. */
function snapshot(data: JsonObject, path: string): string {
  return JSON.stringify(valueAt(data, path) ?? null);
}

function stillSaving(path: string): FormProblem {
  const here = { zh: formViewZh['form.photos.still-adding'], en: formViewEn['form.photos.still-adding'] };
  return { path, field: '', missing: false, ...here, here };
}
