import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { propertyOf } from '../../../server/kernel/forms/schema-node.ts';
import { storedAs } from '../questions/question-kind.ts';
import type { Question } from '../questions/question.ts';
import { allQuestions } from '../questions/read-questions.ts';
import { holderAt, parentAndName } from '../questions/holder.ts';

/** A question that another form of the pack asks already. */
export interface KnownQuestion {
  readonly question: Question;
  readonly form: string;
  readonly formTitle: string;
}

/**
 * Questions of other forms that this form does not ask yet, the ones asked most often first. Asking them again under the
 * same name means that one thing has one name in the whole pack.
 */
export function knownQuestions(forms: readonly FormDefinition[], form: FormDefinition): readonly KnownQuestion[] {
  const own = new Set(allQuestions(form).map(({ path }) => path));
  const found = new Map<string, { readonly known: KnownQuestion; count: number }>();
  for (const other of forms.filter(({ id }) => id !== form.id)) {
    for (const question of allQuestions(other)) {
      if (question.path.includes('.') || question.path.includes('[]') || question.kind === 'expert') continue;
      if (own.has(question.path)) continue;
      const before = found.get(question.path);
      if (before !== undefined) before.count += 1;
      else found.set(question.path, { known: { question, form: other.id, formTitle: other.title }, count: 1 });
    }
  }
  return [...found.values()].toSorted((one, other) => other.count - one.count).map(({ known }) => known);
}

/** Names of questions that are taken anywhere in the pack. */
export function takenNames(forms: readonly FormDefinition[], form: FormDefinition): ReadonlySet<string> {
  return new Set([...forms, form].flatMap((one) => allQuestions(one).map(({ name }) => name)));
}

/** What each published question stores, by path; it cannot become another type. Null: nothing is published. */
export function publishedTypes(published: FormDefinition | null): ReadonlyMap<string, string> {
  if (published === null) return new Map();
  return new Map(
    allQuestions(published).map(({ path, kind }) => {
      const { parent, name } = parentAndName(path);
      const node = propertyOf(holderAt(published, parent)?.schema ?? {}, name) ?? {};
      return [path, storedAs(kind, node)] as const;
    }),
  );
}
