import { type ReactElement, useMemo } from 'react';
import type { FormDefinition, FormRule } from '../../server/kernel/forms/form-definition.ts';
import { valueAt } from '../../server/kernel/forms/json-pointer.ts';
import { propertiesOf, propertyOf } from '../../server/kernel/forms/schema-node.ts';
import type { FormProblem } from '../../server/kernel/forms/validate-submission.ts';
import { isJsonObject, type JsonObject } from '../../server/kernel/json.ts';
import { FormView } from '../form-view/FormView.tsx';
import type { FormViewContext } from '../form-view/form-view-context.ts';
import { useText } from '../translations/texts.ts';
import type { EditorProps } from './editor-props.ts';
import { withValueAt } from './json-edit.ts';
import { referenceChoices } from './references.ts';
import { formSchema } from './schema-form/form-schema.ts';
import { fromFormData, toFormData } from './schema-form/form-data.ts';
import { formPlace } from './schema-form/form-place.ts';
import { translateSchema } from './schema-form/translate-schema.ts';
import { withRowIds } from './schema-form/with-row-ids.ts';

interface SchemaFieldsProps {
  readonly editor: EditorProps;
  /** The schema of the object that is asked: a kind's, or of a part of it. */
  readonly schema: JsonObject;
  /** Where that object stands in the definition; the whole of it without. */
  readonly at?: string;
  /** The members that are asked, in this order; all without. */
  readonly only?: readonly string[];
  readonly ui?: JsonObject;
  readonly rules?: readonly FormRule[];
  /** Takes away what no longer fits together after a change. */
  readonly tidy?: (value: JsonObject) => JsonObject;
}

/** A definition, or a part of it, asked by our own form renderer from its kind's schema. */
export function SchemaFields(props: SchemaFieldsProps): ReactElement {
  const { editor, at = '', tidy } = props;
  const { json, onChange, fixed } = editor;
  const texts = useText();
  const schema = useMemo(() => narrowed(props.schema, props.only), [props.schema, props.only]);
  const found = valueAt(json, at);
  const value: JsonObject = isJsonObject(found) ? found : {};
  const form = useForm(schema, value, props);
  const formContext = useMemo<FormViewContext>(
    () => ({ door: 'desktop', language: texts.language, t: texts.text, translate: translateSchema(texts) }),
    [texts],
  );
  const data = toFormData(schema, value);
  return (
    <FormView
      form={form}
      step="*"
      data={isJsonObject(data) ? data : {}}
      formContext={formContext}
      problems={problemsOf(editor, schema, value, at)}
      readonly={fixed}
      onChange={(filled) => {
        const next = fromFormData(schema, filled, value);
        if (!isJsonObject(next)) return;
        const whole = withRowIds(schema, next);
        const tidied = tidy === undefined ? whole : tidy(whole);
        if (!sameMembers(tidied, value)) onChange(at === '' ? tidied : withValueAt(json, at, tidied));
      }}
    />
  );
}

/** The form as one object while neither the schema nor its choices change. */
function useForm(schema: JsonObject, value: JsonObject, { editor, ui, rules }: SchemaFieldsProps): FormDefinition {
  const texts = useText();
  const written = formSchema(schema, [value], {
    choicesOf: referenceChoices(editor.definitions, editor.json),
    gone: (id) => texts.text('definition.gone', { id }),
    linesHint: texts.text('definition.lines'),
  });
  const key = JSON.stringify(written);
  return useMemo<FormDefinition>(
    () => ({
      id: 'definition',
      title: '',
      schema: JSON.parse(key) as JsonObject,
      ui: { ...picked(schema), ...ui, 'ui:order': propertiesOf(schema).map(([name]) => name) },
      rules: rules ?? [],
      rights: {},
    }),
    [key, schema, ui, rules],
  );
}

/** References are picked from a list: there may be more of them than there is room for buttons. */
function picked(schema: JsonObject): JsonObject {
  const references = propertiesOf(schema).filter(([, node]) => typeof node['x-choices'] === 'string');
  return Object.fromEntries(references.map(([name]) => [name, { 'ui:widget': 'select' }] as const));
}

function narrowed(schema: JsonObject, only: readonly string[] | undefined): JsonObject {
  if (only === undefined) return schema;
  const properties = only.flatMap((name) => {
    const node = propertyOf(schema, name);
    return node === undefined ? [] : [[name, node] as const];
  });
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: required.filter((name) => typeof name === 'string' && only.includes(name)),
  };
}

function sameMembers(one: JsonObject, other: JsonObject): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The problems of the object that is asked, each at the field where it can be mended. */
function problemsOf(
  { problems }: EditorProps,
  schema: JsonObject,
  value: JsonObject,
  at: string,
): readonly FormProblem[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .filter(({ place }) => at === '' || place.startsWith(`${at}/`))
    .flatMap(({ place, zh, en }) => {
      const path = formPlace(schema, value, place.slice(at.length));
      return path === '' ? [] : [{ path, field: '', missing: false, zh, en, here: { zh, en } }];
    });
}
