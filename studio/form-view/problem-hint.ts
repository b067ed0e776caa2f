import type { FormProblem } from '../../server/kernel/forms/validate-submission.ts';
import type { FormViewContext } from './form-view-context.ts';

/** As many fields are named; a footer has one line. */
const named = 2;

/** What the footer says: 还差 1 项：处理后照片; or what is to be corrected; null when nothing is. */
export function problemHint(
  problems: readonly FormProblem[],
  { t, translate }: Pick<FormViewContext, 't' | 'translate'>,
): string | null {
  if (problems.length === 0) return null;
  const missing = problems.filter((problem) => problem.missing);
  const told = missing.length > 0 ? missing : problems;
  const titles = [...new Set(told.map((problem) => translate(problem.field)))].filter((title) => title !== '');
  const first = titles.slice(0, named).join(t('form.list-comma'));
  const fields = titles.length > named ? t('form.and-more', { fields: first }) : first;
  return t(missing.length > 0 ? 'form.missing' : 'form.wrong', { count: told.length, fields });
}
