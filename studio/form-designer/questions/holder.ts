import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { ownObject, propertyOf } from '../../../server/kernel/forms/schema-node.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { withMember } from './edit-json.ts';

/** What holds questions: the form itself, a group, or the rows of a table; with its presentation beside it. */
export interface Holder {
  readonly schema: JsonObject;
  readonly ui: JsonObject;
}

/** `reporter.phone` → `reporter` and `phone`; `people[].name` → `people[]` and `name`; at the top the parent is empty. */
export function parentAndName(path: string): { readonly parent: string; readonly name: string } {
  const dot = path.lastIndexOf('.');
  return dot === -1 ? { parent: '', name: path } : { parent: path.slice(0, dot), name: path.slice(dot + 1) };
}

/** The path of a question of a holder. */
export function pathIn(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}

/** The JSON pointer, into the file of the form, of a question's schema. */
export function schemaPointer(path: string): string {
  const steps = path.split('.').map((step) => {
    const name = step.replace('[]', '').replaceAll('~', '~0').replaceAll('/', '~1');
    return `/properties/${name}${step.endsWith('[]') ? '/items' : ''}`;
  });
  return `/schema${steps.join('')}`;
}

/** The holder at a path, or undefined where there is none. */
export function holderAt(form: FormDefinition, parent: string): Holder | undefined {
  const steps = parent === '' ? [] : parent.split('.');
  return steps.reduce<Holder | undefined>((holder, step) => (holder === undefined ? undefined : inner(holder, step)), {
    schema: form.schema,
    ui: form.ui,
  });
}

function inner(holder: Holder, step: string): Holder | undefined {
  const isTable = step.endsWith('[]');
  const name = step.replace('[]', '');
  const node = propertyOf(holder.schema, name);
  const schema = isTable ? ownObject(node, 'items') : node;
  if (schema === undefined) return undefined;
  const ui = ownObject(holder.ui, name);
  return { schema, ui: (isTable ? ownObject(ui, 'items') : ui) ?? {} };
}

/** A form in which one holder was edited; a path that leads nowhere changes nothing. */
export function withHolder(form: FormDefinition, parent: string, edit: (holder: Holder) => Holder): FormDefinition {
  const edited = editedBelow({ schema: form.schema, ui: form.ui }, parent === '' ? [] : parent.split('.'), edit);
  return edited.schema === form.schema && edited.ui === form.ui ? form : { ...form, ...edited };
}

function editedBelow(holder: Holder, steps: readonly string[], edit: (holder: Holder) => Holder): Holder {
  const [step, ...rest] = steps;
  if (step === undefined) return edit(holder);
  const below = inner(holder, step);
  if (below === undefined) return holder;
  const edited = editedBelow(below, rest, edit);
  const name = step.replace('[]', '');
  const isTable = step.endsWith('[]');
  const node = propertyOf(holder.schema, name) ?? {};
  const ui = ownObject(holder.ui, name) ?? {};
  return {
    schema:
      edited.schema === below.schema
        ? holder.schema
        : withProperty(holder.schema, name, isTable ? withMember(node, 'items', edited.schema) : edited.schema),
    ui:
      edited.ui === below.ui
        ? holder.ui
        : withUi(holder.ui, name, isTable ? withUi(ui, 'items', edited.ui) : edited.ui),
  };
}

/** An object schema with one property set, or taken out when it is undefined. */
export function withProperty(schema: JsonObject, name: string, node: JsonObject | undefined): JsonObject {
  return withMember(schema, 'properties', withMember(ownObject(schema, 'properties') ?? {}, name, node));
}

/** A uiSchema with the entry of one field set; an entry that says nothing is taken out. */
export function withUi(ui: JsonObject, name: string, entry: JsonObject): JsonObject {
  return withMember(ui, name, Object.keys(entry).length === 0 ? undefined : entry);
}
