import type { Json, JsonObject } from '../json.ts';

/** A form as a pack writes it (`forms/*.form.json`): data schema, presentation, rules and rights in one file. */
export interface FormDefinition {
  readonly id: string;
  readonly title: string;
  /** JSON Schema 2020-12 or draft-07 inside the profile (see README); `x-pii` and friends mark personal fields. */
  readonly schema: JsonObject;
  /** RJSF uiSchema: widgets, order, placeholders, help; `ui:sections` at the root (see `FormSection`). */
  readonly ui: JsonObject;
  readonly rules: readonly FormRule[];
  /** Step (BPMN element id, or `*`) → field path → right. Absent means `edit`. */
  readonly rights: { readonly [step: string]: { readonly [field: string]: FieldRight } };
}

export type FieldRight = 'edit' | 'read' | 'hide' | 'require';

/**
 * "When all (or any) of these hold, show or require these fields". Compiled to root `allOf` of `if`/`then`, each `if`
 * with `required`, so that a rule does not hold because its field is absent.
 *
 * Fields are paths: `onTheSpot`, or `reporter.phone` inside a group; fields in the rows of a table cannot be named.
 * A field that some `show` names is hidden until one of these rules holds; `require` of such a field shows it too.
 */
export interface FormRule {
  readonly when: { readonly all?: readonly FormCondition[]; readonly any?: readonly FormCondition[] };
  readonly show?: readonly string[];
  readonly require?: readonly string[];
}

export type FormCondition =
  | { readonly field: string; readonly equals: Json }
  | { readonly field: string; readonly in: readonly Json[] }
  /** Answered, and otherwise than this. */
  | { readonly field: string; readonly not: Json }
  /** A list of choices with this one among them. */
  | { readonly field: string; readonly contains: Json }
  /** A choice of this group (`x-group`), such as any category of 环境卫生; a category added later belongs to it too. */
  | { readonly field: string; readonly group: string }
  | { readonly field: string; readonly filled: true };

/** Marks of a personal field inside `schema`. */
export interface PersonalMarks {
  readonly 'x-pii': 'none' | 'personal' | 'sensitive';
  /** How the value is shown without the right to see it. */
  readonly 'x-mask'?: MaskKind;
  readonly 'x-purpose'?: string;
  readonly 'x-retention'?: string;
  readonly 'x-lawful-basis'?: string;
}

export type MaskKind = 'name' | 'phone' | 'address' | 'all';

/** One block of the form (`ui["ui:sections"]`); it stands where its first field stands among the fields of no section. */
export interface FormSection {
  readonly title?: string;
  /** A few quiet words beside the title. */
  readonly note?: string;
  /** Top-level fields of the form. */
  readonly fields: readonly string[];
  /** Shown as one line that opens (反映人 · 未填 ›) until it is touched. */
  readonly folded?: boolean;
}
