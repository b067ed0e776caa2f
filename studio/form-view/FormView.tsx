// The package's own entry also loads a test registry that needs ajv, which is not installed and not allowed to run here.
import Form from '@rjsf/core/lib/components/Form.js';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { effectiveForm, type EffectiveForm } from '../../server/kernel/forms/effective-form.ts';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import { shownSchema } from '../../server/kernel/forms/shown-fields.ts';
import type { FormProblem } from '../../server/kernel/forms/validate-submission.ts';
import { isJsonObject, type JsonObject } from '../../server/kernel/json.ts';
import type { Language } from '../translations/language.ts';
import { FormContext, type FormViewContext, ProblemsContext } from './form-view-context.ts';
import { createPendingEdits, EditsContext, type PendingEdits } from './pending-edits.ts';
import { ReadView } from './ReadView.tsx';
import { rjsfValidator } from './rjsf-validator.ts';
import { formTemplates } from './templates/form-templates.tsx';
import { formWidgets } from './widgets/form-widgets.ts';
import '../ui/field.css';
import '../ui/input.css';
import '../ui/light.css';
import './form-view.css';

interface FormViewProps {
  readonly form: FormDefinition;
  readonly step: string;
  readonly data: JsonObject;
  readonly formContext: FormViewContext;
  readonly onChange?: (data: JsonObject) => void;
  readonly problems?: readonly FormProblem[];
  /** Counts the tries to submit; each new one goes to the first problem. */
  readonly attempt?: number;
  /** Where texts wait that were typed but not handed on; from `useFormEntry`. */
  readonly edits?: PendingEdits;
  /** Shows what is filled in as lines instead of asking. */
  readonly readonly?: boolean;
}

/** A form of a pack for one step, on the phone or at the desk. The page owns the submit button. */
export function FormView({
  form,
  step,
  data,
  formContext,
  onChange,
  problems = none,
  attempt = 0,
  edits,
  readonly = false,
}: FormViewProps): ReactElement {
  const effective = useMemo(() => effectiveForm(form, step), [form, step]);
  const said = useSaid(problems, formContext.language);
  const root = useRef<HTMLDivElement>(null);
  const [ownEdits] = useState(createPendingEdits);
  useEffect(() => {
    if (attempt > 0) goToFirstProblem(root.current);
  }, [attempt]);
  return (
    <FormContext value={formContext}>
      <div ref={root} className={`fv fv-${formContext.door} door-${formContext.door}`}>
        {readonly ? (
          <ReadView form={effective} data={data} />
        ) : (
          <EditsContext value={edits ?? ownEdits}>
            <ProblemsContext value={said}>
              <Fields effective={effective} data={data} onChange={onChange} />
            </ProblemsContext>
          </EditsContext>
        )}
      </div>
    </FormContext>
  );
}

const none: readonly FormProblem[] = [];

interface FieldsProps {
  readonly effective: EffectiveForm;
  readonly data: JsonObject;
  readonly onChange: ((data: JsonObject) => void) | undefined;
}

function Fields({ effective, data, onChange }: FieldsProps): ReactElement {
  const schema = useShownSchema(effective, data);
  return (
    <Form
      tagName="div"
      schema={schema}
      uiSchema={effective.ui}
      formData={data}
      validator={rjsfValidator}
      templates={formTemplates}
      widgets={formWidgets}
      experimental_defaultFormStateBehavior={defaults}
      noHtml5Validate
      noValidate
      onChange={({ formData }) => {
        const next: unknown = formData;
        onChange?.(isJsonObject(next) ? next : {});
      }}
    >
      <></>
    </Form>
  );
}

/** No empty rows nobody asked for, no values nobody chose. */
const defaults = {
  arrayMinItems: { populate: 'never' },
  emptyObjectFields: 'populateRequiredDefaults',
  constAsDefaults: 'never',
  requiredBooleanDefault: 'skip',
} as const;

/** The plain schema of what is shown now; the same object until a rule changes its mind. */
function useShownSchema(effective: EffectiveForm, data: JsonObject): JsonObject {
  const fresh = shownSchema(effective, data);
  const key = JSON.stringify(fresh);
  return useMemo(() => JSON.parse(key) as JsonObject, [key]);
}

/** The sentences by field; the same object while they are the same, because every field listens to it. */
function useSaid(problems: readonly FormProblem[], language: Language): ReadonlyMap<string, string> {
  const key = JSON.stringify(problems.map((problem) => [problem.path, problem.here[language]]));
  return useMemo(() => new Map(JSON.parse(key) as [string, string][]), [key]);
}

/** Scrolls to the first field that is refused and puts the cursor there. */
function goToFirstProblem(root: HTMLElement | null): void {
  const field = root?.querySelector<HTMLElement>('.fv-refused, .fv-rows-refused');
  if (field === null || field === undefined) return;
  field.scrollIntoView({ block: 'center', behavior: 'smooth' });
  field.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
}
