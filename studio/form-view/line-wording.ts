import type { LineWording } from '../../server/kernel/forms/describe-submission.ts';
import type { FormViewContext } from './form-view-context.ts';

/** How lines of a submission are written on a page. */
export function lineWording({ language, translate, choices }: FormViewContext): LineWording {
  return {
    language,
    translate,
    titleOf: (source, value) => {
      const title = choices?.[source]?.find((choice) => choice.value === value)?.title;
      return title === undefined ? undefined : translate(title);
    },
  };
}
