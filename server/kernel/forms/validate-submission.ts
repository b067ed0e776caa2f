import type { JsonObject } from '../json.ts';
import type { EffectiveForm } from './effective-form.ts';
import { controlOf, type FormControl } from './form-control.ts';
import { pointerOf, pointerTokens } from './json-pointer.ts';
import { type AskedField, problemWording, type Sentence } from './problem-wording.ts';
import { itemsOf, ownObject, propertiesOf, propertyOf, requiredOf, textOf } from './schema-node.ts';
import type { SchemaProblem, SubmissionValidator } from './schema-problem.ts';

/** What is still wrong with a submission, at one field. */
export interface FormProblem {
  /** JSON pointer into the data: `/reporter/phone`, `/people/1/name`. */
  readonly path: string;
  /** The field's title, for 还差 1 项：处理后照片. */
  readonly field: string;
  /** Nothing is filled in yet, as against something that does not fit. */
  readonly missing: boolean;
  /** The whole sentence, with the row it is about. */
  readonly zh: string;
  readonly en: string;
  /** The same for where it stands at its field, and the row is seen. */
  readonly here: Sentence;
}

/** Of several findings at one field the first of these is said; the rest follows from it. */
const importance = [
  'required',
  'type',
  'oneOf',
  'enum',
  'const',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'pattern',
  'format',
];

/**
 * Everything that is wrong with a pruned submission, one sentence per field, in the order of the form.
 *
 * @param data the result of `pruneSubmission`
 * @param validator an engine bound to `effective.schema`
 * @param translate English of a Chinese title of the pack; identity where there is none
 */
export function validateSubmission(
  effective: EffectiveForm,
  data: JsonObject,
  validator: SubmissionValidator,
  translate: (zh: string) => string = (zh) => zh,
): readonly FormProblem[] {
  const first = new Map<string, { readonly problem: SchemaProblem; readonly place: Place }>();
  for (const problem of validator(data)) {
    const place = placeOf(effective, problem.pointer);
    const known = first.get(place.pointer);
    if (known === undefined || rank(problem) < rank(known.problem)) first.set(place.pointer, { problem, place });
  }
  const placed = [...first.values()];
  placed.sort((one, other) => compareOrder(one.place.order, other.place.order));
  return placed.map(({ problem, place }) => describe(problem, place, translate));
}

/** Where a pointer leads in the form. */
interface Place {
  /** Of the field that is asked: a photo or a choice in a list is the list's. */
  readonly pointer: string;
  readonly title: string;
  readonly control: FormControl;
  readonly schema: JsonObject;
  /** Table and row number on the way, from outside inwards. */
  readonly rows: readonly { readonly title: string; readonly number: number }[];
  /** Position at each level, to sort by. */
  readonly order: readonly number[];
}

function placeOf(effective: EffectiveForm, pointer: string): Place {
  let place: Place = {
    pointer: '',
    title: effective.title,
    control: 'group',
    schema: effective.fields,
    rows: [],
    order: [],
  };
  let ui: JsonObject | undefined = effective.ui;
  for (const token of pointerTokens(pointer)) {
    const pointer = place.pointer + pointerOf([token]);
    if (place.schema['type'] === 'array') {
      const items = itemsOf(place.schema);
      if (items?.['type'] !== 'object') return place;
      ui = ownObject(ui, 'items');
      const rows = [...place.rows, { title: place.title, number: Number(token) + 1 }];
      place = { ...place, pointer, schema: items, rows, order: [...place.order, Number(token)] };
      continue;
    }
    const names = propertiesOf(place.schema).map(([name]) => name);
    const node = propertyOf(place.schema, token) ?? {};
    ui = ownObject(ui, token);
    place = {
      ...place,
      pointer,
      title: textOf(ui ?? {}, 'ui:title') ?? textOf(node, 'title') ?? token,
      control: controlOf(node, ui, requiredOf(place.schema).includes(token)),
      schema: node,
      order: [...place.order, names.indexOf(token)],
    };
  }
  return place;
}

function describe(problem: SchemaProblem, place: Place, translate: (zh: string) => string): FormProblem {
  const asked: AskedField = {
    title: place.title,
    titleEn: translate(place.title),
    control: place.control,
    schema: place.schema,
  };
  const sentence = problemWording(problem, asked);
  const zh = place.rows.map((row) => `「${row.title}」第 ${row.number} 项：`).join('');
  const en = place.rows.map((row) => `"${translate(row.title)}", entry ${row.number}: `).join('');
  const missing = problem.keyword === 'required' || problem.keyword === 'minItems';
  return {
    path: place.pointer,
    field: place.title,
    missing,
    zh: zh + sentence.zh,
    en: en + sentence.en,
    here: sentence,
  };
}

function rank(problem: SchemaProblem): number {
  const index = importance.indexOf(problem.keyword);
  return index === -1 ? importance.length : index;
}

function compareOrder(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
