import { useCallback, useMemo, useRef, useState } from 'react';
import { defaultValues, withRevealedDefaults } from '../../server/kernel/forms/default-values.ts';
import { type EffectiveForm, effectiveForm } from '../../server/kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import { pruneSubmission } from '../../server/kernel/forms/prune-submission.ts';
import { type FormProblem, validateSubmission } from '../../server/kernel/forms/validate-submission.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { interpretValidator } from './interpret-validator.ts';
import { createPendingEdits, type PendingEdits } from './pending-edits.ts';
import { type ServerProblem, useRefusals } from './use-refusals.ts';

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
}

/**
 * Holds a form while it is filled in. Nothing is called wrong before the first try to submit; after it the sentences
 * follow every change.
 */
export function useFormEntry(subject: FormEntrySubject): FormEntry {
  const { form, step, stored = nothing, initial = nothing, translate } = subject;
  const effective = useMemo(() => effectiveForm(form, step), [form, step]);
  const judge = useJudge(effective, stored, translate);
  const [edits] = useState(createPendingEdits);
  const { data, latest, change } = useFilledIn(effective, { ...stored, ...initial });
  const [attempt, setAttempt] = useState(0);
  const [tried, setTried] = useState(false);
  const { standing, refuse } = useRefusals(data);
  const open = useMemo(() => judge(data).problems, [judge, data]);
  const problems = useMemo(() => {
    const found = tried ? open : [];
    return [...found, ...standing.filter(({ path }) => !found.some((one) => one.path === path))];
  }, [tried, open, standing]);
  const goToProblem = (): void => {
    setAttempt((count) => count + 1);
  };

  return {
    view: { form, step, data, onChange: change, problems, attempt, edits },
    data,
    open,
    check: () => {
      change(edits.over(latest.current));
      setTried(true);
      const judged = judge(latest.current);
      const unfinished = edits.unfinished().map(stillSaving);
      refuse(unfinished, latest.current);
      if (judged.problems.length === 0 && unfinished.length === 0) return judged.pruned;
      goToProblem();
      return null;
    },
    refuse: (found) => {
      refuse(found, latest.current);
      goToProblem();
    },
    goToProblem: () => {
      setTried(true);
      goToProblem();
    },
  };
}

const nothing: JsonObject = {};

/** What is filled in, also for those who ask before the page is drawn again. */
function useFilledIn(effective: EffectiveForm, start: JsonObject): FilledIn {
  const [data, setData] = useState(() => defaultValues(effective, start));
  const latest = useRef(data);
  const change = useCallback(
    (changed: JsonObject) => {
      const next = withRevealedDefaults(effective, latest.current, changed);
      latest.current = next;
      setData(next);
    },
    [effective],
  );
  return { data, latest, change };
}

interface FilledIn {
  readonly data: JsonObject;
  readonly latest: { readonly current: JsonObject };
  readonly change: (data: JsonObject) => void;
}

/** What of the data counts, and what is wrong with it. */
function useJudge(
  effective: EffectiveForm,
  stored: JsonObject,
  translate: ((chinese: string) => string) | undefined,
): (data: JsonObject) => { readonly pruned: JsonObject; readonly problems: readonly FormProblem[] } {
  const validator = useMemo(() => interpretValidator(effective.schema), [effective]);
  return useCallback(
    (data) => {
      const pruned = pruneSubmission(effective, data, stored);
      return { pruned, problems: validateSubmission(effective, pruned, validator, translate) };
    },
    [effective, stored, validator, translate],
  );
}

function stillSaving(path: string): ServerProblem {
  return {
    path,
    zh: '照片还没存好，请稍等；没存下的请重试或删除',
    en: 'A photo is not saved yet; wait a moment, retry or remove it',
  };
}
