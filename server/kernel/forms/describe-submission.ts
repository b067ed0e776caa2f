import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { inWrittenOrder } from './effective-ui.ts';
import { controlOf, type FormControl } from './form-control.ts';
import { inlineReferences } from './inline-references.ts';
import { choicesOf, itemsOf, ownObject, ownValue, plainText, propertiesOf, requiredOf, textOf } from './schema-node.ts';
import { isEmptyAnswer } from './shown-fields.ts';
import { chineseDate, isoDate, wallTime } from './wall-time.ts';

/** One line of what was filled in: 处理结果 — 已扶正井盖。 */
export interface SubmissionLine {
  readonly title: string;
  readonly text: string;
  /** The photo ids of a photo field, for views that can show them. */
  readonly photos?: readonly string[];
}

/** What lines are written with; everything has a Chinese default. */
export interface LineWording {
  readonly language?: 'zh' | 'en';
  /** English of a pack's Chinese text; identity where there is none. */
  readonly translate?: (zh: string) => string;
  /** Title of an answer whose choices are not in the schema (`x-choices`), by source and value. */
  readonly titleOf?: (source: string, value: Json) => string | undefined;
}

interface Writer {
  readonly zh: boolean;
  readonly say: (zh: string) => string;
  readonly titleOf: (source: string, value: Json) => string | undefined;
}

/**
 * What was filled in, line by line in the order of the form, for stories and read-only views: choices by title, dates
 * written out, photos counted, groups and rows with their titles before the field's. Empty fields and switches that say
 * no are left out.
 *
 * @param form a definition, or the effective form of a step when only its fields may be told
 * @param data with personal values already masked where the reader may not see them
 */
export function describeSubmission(
  form: { readonly schema: JsonObject; readonly ui: JsonObject; readonly fields?: JsonObject },
  data: JsonObject,
  wording: LineWording = {},
): readonly SubmissionLine[] {
  const writer: Writer = {
    zh: wording.language !== 'en',
    say: wording.translate ?? ((zh) => zh),
    titleOf: wording.titleOf ?? (() => undefined),
  };
  const fields = form.fields ?? inWrittenOrder(inlineReferences(form.schema).schema, form.ui);
  return linesBelow(writer, fields, form.ui, data, '');
}

function linesBelow(
  writer: Writer,
  node: JsonObject,
  ui: JsonObject | undefined,
  data: JsonObject,
  before: string,
): SubmissionLine[] {
  return propertiesOf(node).flatMap(([name, child]) => {
    const value = ownValue(data, name);
    if (value === undefined || isEmptyAnswer(value)) return [];
    const fieldUi = ownObject(ui, name);
    const control = controlOf(child, fieldUi, requiredOf(node).includes(name));
    const title = before + writer.say(textOf(fieldUi ?? {}, 'ui:title') ?? textOf(child, 'title') ?? name);
    return fieldLines(writer, child, fieldUi, control, title, value);
  });
}

function fieldLines(
  writer: Writer,
  node: JsonObject,
  ui: JsonObject | undefined,
  control: FormControl,
  title: string,
  value: Json,
): SubmissionLine[] {
  const between = writer.zh ? '·' : ' · ';
  if (control === 'group' && isJsonObject(value)) return linesBelow(writer, node, ui, value, title + between);
  if (control === 'rows' && isJsonArray(value)) {
    const items = itemsOf(node) ?? {};
    return value.flatMap((row, index) =>
      isJsonObject(row)
        ? linesBelow(writer, items, ownObject(ui, 'items'), row, `${title} ${index + 1}${between}`)
        : [],
    );
  }
  const text = answerText(writer, node, control, value);
  if (text === null) return [];
  return control === 'photos' && isJsonArray(value)
    ? [{ title, text, photos: value.filter(isText) }]
    : [{ title, text }];
}

function isText(value: Json): value is string {
  return typeof value === 'string';
}

/** How one answer is written, or null when it need not be: a switch nobody turned on. */
function answerText(writer: Writer, node: JsonObject, control: FormControl, value: Json): string | null {
  if (typeof value === 'boolean') {
    if (control === 'switch' && !value) return null;
    return writer.zh ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  }
  if (control === 'photos' && isJsonArray(value)) return writer.zh ? `${value.length} 张` : String(value.length);
  if (isJsonArray(value))
    return value.map((item) => choiceText(writer, itemsOf(node) ?? {}, item)).join(writer.zh ? '、' : ', ');
  if (typeof value === 'string' && (control === 'date' || control === 'date-time')) return dateText(writer, value);
  if (typeof value === 'number' && control === 'number') {
    const unit = textOf(node, 'x-unit');
    return unit === undefined ? String(value) : `${value} ${writer.say(unit)}`;
  }
  return choiceText(writer, node, value);
}

function choiceText(writer: Writer, node: JsonObject, value: Json): string {
  const choice = choicesOf(node)?.find((one) => one.value === value);
  if (choice !== undefined) {
    const title = writer.say(choice.title);
    return choice.group === undefined ? title : `${writer.say(choice.group)} / ${title}`;
  }
  const source = textOf(node, 'x-choices');
  const known = source === undefined ? undefined : writer.titleOf(source, value);
  return known ?? plainText(value);
}

function dateText(writer: Writer, value: string): string {
  const time = wallTime(value);
  if (time === null) return value;
  return writer.zh ? chineseDate(time) : isoDate(time);
}
