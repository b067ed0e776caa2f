import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { sameJson } from '../../../server/kernel/forms/shown-fields.ts';
import type { Json } from '../../../server/kernel/json.ts';
import { conditionalFields } from '../../../server/kernel/forms/form-branches.ts';
import type { When } from './question.ts';

/** A question that is asked, or must be answered, depending on another one. */
export interface Dependent {
  readonly path: string;
  readonly how: 'asked' | 'required';
}

/** 谁依赖我: the questions whose conditions look at a question or at what is inside it. */
export function dependentsOf(form: FormDefinition, path: string): readonly Dependent[] {
  return dependentsWhere(form, (when) =>
    conditionsOf(when).some(({ field }) => field === path || field.startsWith(`${path}.`)),
  );
}

/** The questions whose conditions wait for one answer of a question. */
export function dependentsOnAnswer(form: FormDefinition, path: string, answer: Json): readonly Dependent[] {
  return dependentsWhere(form, (when) =>
    conditionsOf(when).some((one) => {
      if (one.field !== path) return false;
      if ('equals' in one) return sameJson(one.equals, answer);
      if ('in' in one) return one.in.some((value) => sameJson(value, answer));
      if ('contains' in one) return sameJson(one.contains, answer);
      return 'not' in one && sameJson(one.not, answer);
    }),
  );
}

function dependentsWhere(form: FormDefinition, looks: (when: When) => boolean): readonly Dependent[] {
  const found = new Map<string, Dependent>();
  for (const { when, show = [], require = [] } of form.rules) {
    if (!looks(when)) continue;
    for (const path of require) if (!found.has(path)) found.set(path, { path, how: 'required' });
    for (const path of show) found.set(path, { path, how: 'asked' });
  }
  return [...found.values()];
}

/**
 * Whether a condition of `path` may look at `candidate` without a question waiting for itself: not at the question, nothing
 * inside it, and nothing that is shown only because of it.
 *
 * @param shows the condition decides whether the question is asked; then its other reasons count too, which did not matter
 *   while it was always asked
 */
export function mayDecide(form: FormDefinition, path: string, candidate: string, shows: boolean): boolean {
  if (candidate.includes('[]')) return false;
  const conditional = conditionalFields(form.rules);
  const isWithin = (one: string): boolean => one === path || one.startsWith(`${path}.`);
  const reasonsFor = (field: string): readonly string[] =>
    form.rules
      .filter(({ show = [], require = [] }) => show.includes(field) || require.includes(field))
      .flatMap(({ when }) => conditionsOf(when).map((one) => one.field));
  const seen = new Set<string>();
  const waitsForPath = (field: string): boolean => {
    if (isWithin(field)) return true;
    if (seen.has(field)) return false;
    seen.add(field);
    return conditional.has(field) && reasonsFor(field).some(waitsForPath);
  };
  const own = shows || conditional.has(path) ? reasonsFor(path) : [];
  return ![candidate, ...own].some(waitsForPath);
}

function conditionsOf({ all = [], any = [] }: When): readonly NonNullable<When['all']>[number][] {
  return [...all, ...any];
}
