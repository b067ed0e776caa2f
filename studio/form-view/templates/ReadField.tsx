import type { ReactElement } from 'react';
import { isJsonObject, type JsonObject } from '../../../server/kernel/json.ts';
import { describeSubmission } from '../../../server/kernel/forms/describe-submission.ts';
import { useFormContext } from '../form-view-context.ts';
import { lineWording } from '../line-wording.ts';
import { ShownPhotos } from '../ShownPhotos.tsx';

/** A field that is only shown at this step; nothing where there is nothing to show. */
export function ReadField({
  schema,
  ui,
  value,
}: {
  readonly schema: JsonObject;
  readonly ui: JsonObject;
  readonly value: unknown;
}): ReactElement | null {
  const context = useFormContext();
  const form = { schema: { type: 'object', properties: { value: schema } }, ui: { value: ui } };
  const data: unknown = { value: value ?? null };
  const [line] = isJsonObject(data) ? describeSubmission(form, data, lineWording(context)) : [];
  if (line === undefined) return null;
  return (
    <dl className="gl-field fv-read">
      <dt>{line.title}</dt>
      <dd>{line.photos === undefined ? line.text : <ShownPhotos photos={line.photos} />}</dd>
    </dl>
  );
}
