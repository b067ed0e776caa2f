import type { FieldTemplateProps } from '@rjsf/utils';
import { type ReactElement, type ReactNode, useContext, useMemo } from 'react';
import type { FormControl } from '../../../server/kernel/forms/form-control.ts';
import { pointerOf } from '../../../server/kernel/forms/json-pointer.ts';
import { isJsonObject, type JsonObject } from '../../../server/kernel/json.ts';
import { type FieldControl, FieldControlContext } from '../field-control.ts';
import { type FieldHint, fieldHint } from '../field-hint.ts';
import { ProblemsContext, useFormContext } from '../form-view-context.ts';
import { controlOfField } from './control-of-field.ts';
import { FieldProblem } from './FieldProblem.tsx';
import { ReadField } from './ReadField.tsx';

/** Controls that need the whole width of a desktop form. */
const wide: readonly FormControl[] = ['textarea', 'photos', 'category', 'choices', 'rows', 'switch', 'other'];

/** A field: label with its mark and hint, control, error. Groups and tables draw their own heads. */
export function FieldFrame(props: FieldTemplateProps): ReactElement {
  const { schema, uiSchema, fieldPathId, children, hidden = false, formData } = props;
  const node = asObject(schema);
  const ui = asObject(uiSchema);
  const control = controlOfField(node, ui);
  if (hidden) return <div hidden>{children}</div>;
  if (control === 'group' || control === 'rows') return children;
  const path = fieldPathId.path.join('.');
  if (node['readOnly'] === true) return <ReadField schema={node} ui={ui} value={formData as unknown} />;
  return (
    <LabelledField {...props} control={control} node={node} ui={ui} slotPath={path}>
      {children}
    </LabelledField>
  );
}

interface LabelledFieldProps extends FieldTemplateProps {
  readonly control: FormControl;
  readonly node: JsonObject;
  readonly ui: JsonObject;
  readonly slotPath: string;
}

function LabelledField({
  control,
  node,
  ui,
  slotPath,
  label,
  required = false,
  id,
  fieldPathId,
  children,
}: LabelledFieldProps): ReactElement {
  const context = useFormContext();
  const pointer = pointerOf(fieldPathId.path);
  const problem = useContext(ProblemsContext).get(pointer);
  const title = context.translate(label);
  const hint = fieldHint(context, node, ui, control, required);
  const describedBy = [hint.below === null ? null : `${id}-hint`, problem === undefined ? null : `${id}-problem`]
    .filter((part) => part !== null)
    .join(' ');
  const field = useMemo<FieldControl>(
    () => ({
      id,
      labelId: `${id}-label`,
      title,
      path: fieldPathId.path,
      pointer,
      control,
      required,
      invalid: problem !== undefined,
      describedBy: describedBy === '' ? undefined : describedBy,
    }),
    [id, title, fieldPathId.path, pointer, control, required, problem, describedBy],
  );
  const slot = context.slots?.[slotPath];
  const look = [
    'gl-field',
    'fv-field',
    `fv-is-${control}`,
    wide.includes(control) ? 'fv-wide' : '',
    problem === undefined ? '' : 'fv-refused',
  ];
  return (
    <div className={look.filter((name) => name !== '').join(' ')} data-path={pointer}>
      {control !== 'switch' && <FieldLabel field={field} hint={hint} />}
      {slot?.before}
      <FieldControlContext value={field}>
        {control === 'switch' ? (
          <SwitchRow field={field} hint={hint}>
            {children}
          </SwitchRow>
        ) : (
          children
        )}
      </FieldControlContext>
      {slot?.after}
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}

function FieldLabel({ field, hint }: { readonly field: FieldControl; readonly hint: FieldHint }): ReactElement {
  const { t } = useFormContext();
  return (
    <>
      <label id={field.labelId} htmlFor={field.id}>
        {field.title}
        {hint.beside !== null && <span className="quiet">{hint.beside}</span>}
        {field.required && (
          <span className="gl-required" role="img" aria-label={t('form.required')}>
            *
          </span>
        )}
      </label>
      {hint.below !== null && (
        <p className="fv-hint quiet" id={`${field.id}-hint`}>
          {hint.below}
        </p>
      )}
    </>
  );
}

function SwitchRow({
  field,
  hint,
  children,
}: {
  readonly field: FieldControl;
  readonly hint: FieldHint;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="fv-switch-row">
      <label id={field.labelId} htmlFor={field.id}>
        <b>{field.title}</b>
        {hint.below !== null && (
          <span className="quiet" id={`${field.id}-hint`}>
            {hint.below}
          </span>
        )}
      </label>
      {children}
    </div>
  );
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
