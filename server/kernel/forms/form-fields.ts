import type { JsonObject } from '../json.ts';
import type { MaskKind, PersonalMarks } from './form-definition.ts';
import { type FormControl, controlOf } from './form-control.ts';
import { inWrittenOrder } from './effective-ui.ts';
import { inlineReferences } from './inline-references.ts';
import { pointerOf } from './json-pointer.ts';
import { type Choice, choicesOf, itemsOf, ownObject, propertiesOf, requiredOf, textOf, typeOf } from './schema-node.ts';

/** One field of a form, as lists, columns, searches and other rooms see it. */
export interface FormField {
  /** `category`, `reporter.phone` inside a group, `people[].name` in the rows of a table. */
  readonly path: string;
  readonly name: string;
  /** JSON pointer into the schema (references written out). */
  readonly pointer: string;
  readonly title: string;
  /** JSON type with format or item type, e.g. `string`, `string date`, `array of object`: equal for equal columns. */
  readonly type: string;
  readonly control: FormControl;
  readonly required: boolean;
  readonly choices: readonly Choice[];
  /** Where its choices come from (`x-choices`), or null. */
  readonly source: string | null;
  readonly personal: PersonalField | null;
}

/** What the schema says about a personal field. */
export interface PersonalField {
  readonly class: Exclude<PersonalMarks['x-pii'], 'none'>;
  readonly mask: MaskKind;
  readonly purpose: string | null;
  readonly retention: string | null;
  readonly lawfulBasis: string | null;
}

/**
 * The fields of a form from top to bottom, groups and tables before what they hold. Two forms of a pack that use one
 * path with two `type`s cannot share a column or a variable: the packs room compares `name` and `type`.
 */
export function formFields(form: { readonly schema: JsonObject; readonly ui: JsonObject }): readonly FormField[] {
  const schema = inWrittenOrder(inlineReferences(form.schema).schema, form.ui);
  return fieldsBelow(schema, form.ui, '', []);
}

function fieldsBelow(
  node: JsonObject,
  ui: JsonObject | undefined,
  prefix: string,
  tokens: readonly string[],
): FormField[] {
  const required = requiredOf(node);
  return propertiesOf(node).flatMap(([name, child]) => {
    const field = describeField(
      child,
      ownObject(ui, name),
      prefix + name,
      [...tokens, 'properties', name],
      required.includes(name),
    );
    return [field, ...fieldsWithin(field, child, ownObject(ui, name), [...tokens, 'properties', name])];
  });
}

function fieldsWithin(
  field: FormField,
  node: JsonObject,
  ui: JsonObject | undefined,
  tokens: readonly string[],
): FormField[] {
  if (field.control === 'group') return fieldsBelow(node, ui, `${field.path}.`, tokens);
  const items = itemsOf(node);
  if (field.control !== 'rows' || items === undefined) return [];
  return fieldsBelow(items, ownObject(ui, 'items'), `${field.path}[].`, [...tokens, 'items']);
}

function describeField(
  node: JsonObject,
  ui: JsonObject | undefined,
  path: string,
  tokens: readonly string[],
  required: boolean,
): FormField {
  const name = tokens.at(-1) ?? '';
  return {
    path,
    name,
    pointer: pointerOf(tokens),
    title: textOf(ui ?? {}, 'ui:title') ?? textOf(node, 'title') ?? name,
    type: columnType(node),
    control: controlOf(node, ui, required),
    required,
    choices: choicesOf(node) ?? choicesOf(itemsOf(node) ?? {}) ?? [],
    source: textOf(node, 'x-choices') ?? null,
    personal: personalField(node),
  };
}

function columnType(node: JsonObject): string {
  const type = typeOf(node) ?? 'unknown';
  if (type === 'array') return `array of ${columnType(itemsOf(node) ?? {})}`;
  const format = textOf(node, 'format');
  return type === 'string' && format !== undefined ? `string ${format}` : type;
}

/** The personal marks of a schema node, or null where it is not personal; an unknown mask hides everything. */
export function personalField(node: JsonObject): PersonalField | null {
  const marked = textOf(node, 'x-pii');
  if (marked !== 'personal' && marked !== 'sensitive') return null;
  const mask = textOf(node, 'x-mask');
  return {
    class: marked,
    mask: mask === 'name' || mask === 'phone' || mask === 'address' ? mask : 'all',
    purpose: textOf(node, 'x-purpose') ?? null,
    retention: textOf(node, 'x-retention') ?? null,
    lawfulBasis: textOf(node, 'x-lawful-basis') ?? null,
  };
}
