import { reportFields } from '../../../server/kernel/release/expand-form.ts';
import type { FormSurroundings } from './form-surroundings.ts';
import type { FormStep } from './steps-of-process.ts';

/** The step under which cases are reported and the one under which entries of ledgers are kept; no process draws them. */
const drawnNowhere = ['report', 'ledger'];

/** Where a form is filled in: reporting a case, steps of processes, ledgers. */
export function stepsOf(surroundings: FormSurroundings, form: string): readonly FormStep[] {
  const { sources, ledgers, steps } = surroundings;
  const none = { form, post: null, expressions: [] };
  return [
    ...sources.caseTypes
      .filter(({ reportForm }) => reportForm === form)
      .map(({ title }) => ({ ...none, id: 'report', title: '', within: title })),
    ...steps.filter((step) => step.form === form),
    ...ledgers
      .filter((ledger) => ledger.form === form)
      .map(({ title }) => ({ ...none, id: 'ledger', title: '', within: title })),
  ];
}

/** Rights can be given to a step of a process by its name; for reporting and ledgers they are those of every step. */
export function rightsKey(step: FormStep): string {
  return drawnNowhere.includes(step.id) ? '*' : step.id;
}

/** Who else than questions of the form needs a question. */
export interface QuestionUse {
  /** `program`: a report cannot do without it. `ledger`: a column, the search or the key. `process`: a mapping. */
  readonly by: 'program' | 'ledger' | 'process';
  /** Title of the ledger or the step. */
  readonly title: string;
}

/** What stands outside of a form and speaks of one of its questions. */
export function usesOfQuestion(surroundings: FormSurroundings, form: string, path: string): readonly QuestionUse[] {
  const { sources, ledgers } = surroundings;
  const isReport = sources.caseTypes.some(({ reportForm }) => reportForm === form);
  const name = new RegExp(String.raw`(?<![\w.])${path.replaceAll(/[.[\]]/g, String.raw`\$&`)}(?!\w)`);
  return [
    ...(isReport && Object.hasOwn(reportFields, path) ? [{ by: 'program', title: '' } as const] : []),
    ...ledgers
      .filter((ledger) => ledger.form === form && [...ledger.columns, ...ledger.search, ...ledger.key].includes(path))
      .map(({ title }) => ({ by: 'ledger', title }) as const),
    ...surroundings.steps
      .filter((step) => step.form === form && step.expressions.some((expression) => name.test(expression)))
      .map(({ title }) => ({ by: 'process', title }) as const),
  ];
}
