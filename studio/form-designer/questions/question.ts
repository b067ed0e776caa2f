import type { FieldRight, FormRule, MaskKind } from '../../../server/kernel/forms/form-definition.ts';
import type { Json } from '../../../server/kernel/json.ts';

/** What can be asked: one kind for each control of form-view, and `expert` for what lies outside the form profile. */
export type QuestionKind =
  | 'choice'
  | 'choices'
  | 'text'
  | 'long-text'
  | 'number'
  | 'date'
  | 'date-time'
  | 'photos'
  | 'yes-no'
  | 'phone'
  | 'place'
  | 'group'
  | 'rows'
  | 'expert';

/** One offered answer; `value` is what is stored and never shown. */
export interface Option {
  readonly value: Json;
  readonly title: string;
  readonly group?: string;
}

/** The answers a question offers: written here, or taken from the pack (`categories`, `posts:grid`, `areas` …). */
export type Choices = { readonly options: readonly Option[] } | { readonly source: string };

/** How long a text, how big a number, how many photos, choices or rows; null where the form leaves it open. */
export interface Limits {
  readonly least: number | null;
  readonly most: number | null;
}

/** What a question says about the personal information it collects; `none`: somebody stated that it is not personal. */
export interface PersonalInformation {
  readonly class: 'none' | 'personal' | 'sensitive';
  readonly mask: MaskKind | null;
  readonly purpose: string;
  readonly retention: string;
  readonly lawfulBasis: string;
}

export type When = FormRule['when'];

/** When something holds, and what then: the question is asked, must be answered, or both. */
export interface QuestionCondition {
  readonly when: When;
  readonly show: boolean;
  readonly require: boolean;
}

/** One question of a form, as its sentences say it. */
export interface Question {
  /** `category`, `reporter.phone` inside a group, `people[].name` in a table. */
  readonly path: string;
  readonly name: string;
  readonly kind: QuestionKind;
  readonly title: string;
  /** Said below the question (填之前提示), and in the empty box. */
  readonly help: string;
  readonly placeholder: string;
  readonly required: boolean;
  /** Null for kinds that offer none. */
  readonly choices: Choices | null;
  readonly limits: Limits;
  /** Of a number. */
  readonly whole: boolean;
  readonly unit: string;
  /** What it is answered with before anybody has touched it; null for none. */
  readonly initial: Json;
  readonly personal: PersonalInformation | null;
  /** Any of them is enough. Without one that shows it, the question is always asked. */
  readonly conditions: readonly QuestionCondition[];
  /** Step (or `*`) → right, as written; a step that is not named may fill it in. */
  readonly rights: { readonly [step: string]: FieldRight };
  /** The questions of a group, or of each row of a table. */
  readonly inside: readonly Question[];
}
