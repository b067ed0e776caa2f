import type { ReactElement } from 'react';
import { describeSubmission } from '../../server/kernel/forms/describe-submission.ts';
import type { EffectiveForm } from '../../server/kernel/forms/effective-form.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { useFormContext } from './form-view-context.ts';
import { lineWording } from './line-wording.ts';
import { ShownPhotos } from './ShownPhotos.tsx';

/** What was filled in, label and value; empty fields are left out. */
export function ReadView({ form, data }: { readonly form: EffectiveForm; readonly data: JsonObject }): ReactElement {
  const context = useFormContext();
  const lines = describeSubmission(form, data, lineWording(context));
  if (lines.length === 0) return <p className="fv-block quiet">{context.t('form.nothing')}</p>;
  return (
    <div className="fv-block">
      <dl className="fv-lines">
        {lines.map((line, index) => (
          <div key={`${index} ${line.title}`} className="fv-read">
            <dt>{line.title}</dt>
            <dd>{line.photos === undefined ? line.text : <ShownPhotos photos={line.photos} />}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
