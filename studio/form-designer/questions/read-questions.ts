import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { ownObject, propertyOf, requiredOf, textOf } from '../../../server/kernel/forms/schema-node.ts';
import { isJsonArray, isJsonObject, type JsonObject } from '../../../server/kernel/json.ts';
import { holderAt, type Holder, pathIn } from './holder.ts';
import { hasKnownUi, isReference, outsideProfile, type OutsideProfile } from './outside-profile.ts';
import { readChoices } from './question-choices.ts';
import { readConditions } from './question-conditions.ts';
import { kindOf } from './question-kind.ts';
import { readLimits, readNumber } from './question-limits.ts';
import { blocksOf } from './question-order.ts';
import { readPersonal } from './question-personal.ts';
import { readRights } from './question-rights.ts';
import type { Question } from './question.ts';

/** Some questions under one heading, or between two headings. */
export interface QuestionBlock {
  readonly section: number | null;
  readonly title: string;
  readonly note: string;
  readonly folded: boolean;
  readonly questions: readonly Question[];
}

/** The form a definition's JSON is, or null where it is none (then it can only be mended as text). */
export function formIn(json: JsonObject): FormDefinition | null {
  const { id, title, schema, ui, rules, rights } = json;
  const isForm =
    typeof id === 'string' &&
    typeof title === 'string' &&
    isJsonObject(schema) &&
    isJsonObject(ui) &&
    isJsonArray(rules) &&
    rules.every((rule) => isJsonObject(rule) && isJsonObject(rule['when'])) &&
    isJsonObject(rights) &&
    Object.values(rights).every(isJsonObject);
  return isForm ? (json as unknown as FormDefinition) : null;
}

/** The questions of a form, block by block, as they are drawn. */
export function readQuestions(form: FormDefinition): readonly QuestionBlock[] {
  const outside = outsideProfile(form);
  const holder = { schema: form.schema, ui: form.ui };
  return blocksOf(holder).map(({ names, ...head }) => ({
    ...head,
    questions: names.map((name) => readQuestion(form, holder, '', name, outside)),
  }));
}

/** All questions from top to bottom, groups and tables before what they hold. */
export function allQuestions(form: FormDefinition): readonly Question[] {
  const flat = (questions: readonly Question[]): readonly Question[] =>
    questions.flatMap((question) => [question, ...flat(question.inside)]);
  return flat(readQuestions(form).flatMap(({ questions }) => questions));
}

/** One question by its path. */
export function questionAt(form: FormDefinition, path: string): Question | undefined {
  return allQuestions(form).find((question) => question.path === path);
}

function readQuestion(
  form: FormDefinition,
  holder: Holder,
  parent: string,
  name: string,
  outside: OutsideProfile,
): Question {
  const path = pathIn(parent, name);
  const node = propertyOf(holder.schema, name) ?? {};
  const ui = ownObject(holder.ui, name) ?? {};
  const required = requiredOf(holder.schema).includes(name);
  const isKnown = !isReference(node) && hasKnownUi(holder.ui, name) && !outside.holds(path);
  const kind = isKnown ? kindOf({ node, ui }, required) : 'expert';
  return {
    path,
    name,
    kind,
    title: textOf(ui, 'ui:title') ?? textOf(node, 'title') ?? '',
    help: textOf(ui, 'ui:help') ?? '',
    placeholder: textOf(ui, 'ui:placeholder') ?? '',
    required,
    choices: readChoices(node, kind),
    limits: readLimits(node, kind),
    ...readNumber(node, kind),
    initial: node['default'] ?? null,
    personal: readPersonal(node),
    conditions: readConditions(form.rules, path),
    rights: readRights(form.rights, path),
    inside: kind === 'group' || kind === 'rows' ? inside(form, path, kind, outside) : [],
  };
}

function inside(
  form: FormDefinition,
  path: string,
  kind: 'group' | 'rows',
  outside: OutsideProfile,
): readonly Question[] {
  const parent = kind === 'rows' ? `${path}[]` : path;
  const holder = holderAt(form, parent);
  if (holder === undefined) return [];
  return blocksOf(holder).flatMap(({ names }) =>
    names.map((name) => readQuestion(form, holder, parent, name, outside)),
  );
}
