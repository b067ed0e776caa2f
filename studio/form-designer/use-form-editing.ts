import { useMemo, useRef, useState } from 'react';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { expandForm } from '../../server/kernel/release/expand-form.ts';
import type { OpenDefinition } from '../api/drafts/use-draft-definition.ts';
import { useText } from '../translations/texts.ts';
import type { FormEditing } from './editing.ts';
import { allProblems, inPlainWords, problemsHere } from './form-problems.ts';
import { offeredOptions } from './questions/question-choices.ts';
import { allQuestions, formIn, readQuestions } from './questions/read-questions.ts';
import { writeQuestion } from './questions/write-question.ts';
import type { FormSurroundings } from './surroundings/form-surroundings.ts';
import { stepsOf } from './surroundings/form-uses.ts';
import { publishedTypes } from './surroundings/known-questions.ts';

/**
 * The form of an open definition, read as questions.
 *
 * @param save takes the whole JSON; from `useUndo`, so that it can be taken back
 */
export function useFormEditing(
  open: OpenDefinition,
  form: FormDefinition,
  surroundings: FormSurroundings,
  save: (json: JsonObject) => void,
): FormEditing {
  const texts = useText();
  const [selected, select] = useState<string | null>(null);
  const focusOn = useRef<string | null>(null);
  const expanded = useMemo(() => expandForm(form, surroundings.sources), [form, surroundings]);
  const blocks = useMemo(() => readQuestions(form), [form]);
  const questions = useMemo(() => allQuestions(form), [form]);
  const offered = useMemo(
    () => new Map(allQuestions(expanded).map((question) => [question.path, question])),
    [expanded],
  );
  const published = useMemo(() => {
    const before = open.published !== null && 'json' in open.published ? formIn(open.published.json) : null;
    return publishedTypes(before);
  }, [open.published]);
  const problems = useMemo(
    () => inPlainWords(form, allProblems(problemsHere(form, expanded), open.problems), texts),
    [form, expanded, open.problems, texts],
  );
  const change = (next: FormDefinition): void => {
    if (next !== form && open.readOnly === null) save(next as unknown as JsonObject);
  };
  return {
    form,
    expanded,
    blocks,
    questions,
    surroundings,
    steps: useMemo(() => stepsOf(surroundings, form.id), [surroundings, form.id]),
    published,
    problems,
    fixed: open.readOnly !== null,
    selected,
    select,
    focusLater: (path) => {
      focusOn.current = path;
    },
    takesFocus: (path) => {
      const takes = focusOn.current === path;
      if (takes) focusOn.current = null;
      return takes;
    },
    change,
    write: (question) => change(writeQuestion(form, question)),
    optionsOf: (path) => offeredOptions(offered.get(path)?.choices ?? null, () => []),
    titleOf: (path) => questions.find((question) => question.path === path)?.title ?? path,
  };
}
