import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { previewCompletion } from '../../server/http/contract/previews.ts';
import { usePreview } from '../api/use-preview.ts';
import type { FormEntry } from '../form-view/use-form-entry.ts';
import type { UserTaskFile } from './use-user-task-entry.ts';

/**
 * Who gets it next. Nothing is said while the form is not filled in: the way it goes depends on the answers, and a way that
 * an empty form would take is nobody's. Nor once it is sent: it may be done by then, and nothing is next any more.
 *
 * @param tried somebody has pressed the button; a form with nothing open is on its way then
 */
export function useCompletionPreview(
  { id }: UserTaskFile,
  { open, data }: Pick<FormEntry, 'open' | 'data'>,
  tried: boolean,
): AnswerOf<typeof previewCompletion> | undefined {
  return usePreview(previewCompletion, open.length > 0 || tried ? null : { params: { userTask: id }, body: { data } });
}
