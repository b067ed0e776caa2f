import { pointerTokens } from '../../server/kernel/forms/json-pointer.ts';
import type { FormDefinition } from '../../server/kernel/forms/form-definition.ts';
import type { ProblemView } from '../api/drafts/use-draft-definition.ts';

/**
 * The question a problem is about, from its JSON pointer into the form; null when it is about the form as a whole. A rule is
 * about the first question that depends on it.
 */
export function questionOfPlace(form: FormDefinition, place: string): string | null {
  const [part, ...tokens] = pointerTokens(place);
  switch (part) {
    case 'schema':
      return pathIn(tokens);
    case 'ui':
      return tokens[0] === undefined || tokens[0].startsWith('ui:') ? null : uiPath(tokens);
    case 'rules': {
      const rule = form.rules[Number(tokens[0])];
      return rule?.show?.[0] ?? rule?.require?.[0] ?? null;
    }
    case 'rights':
      return tokens[1] ?? null;
    default:
      return null;
  }
}

function pathIn(tokens: readonly string[]): string | null {
  const [word, name, ...rest] = tokens;
  if (word !== 'properties' || name === undefined) return null;
  if (rest[0] === 'properties') return joined(name, pathIn(rest));
  if (rest[0] === 'items' && rest[1] === 'properties') return joined(`${name}[]`, pathIn(rest.slice(1)));
  return name;
}

function uiPath(tokens: readonly string[]): string {
  const [name = '', next, ...rest] = tokens;
  if (next === undefined || next.startsWith('ui:')) return name;
  return next === 'items' ? joined(`${name}[]`, uiPath(rest)) : joined(name, uiPath([next, ...rest]));
}

function joined(parent: string, path: string | null): string {
  return path === null || path === '' ? parent.replace('[]', '') : `${parent}.${path}`;
}

/** The problems of one question. */
export function problemsOf(
  form: FormDefinition,
  problems: readonly ProblemView[],
  path: string,
): readonly ProblemView[] {
  return problems.filter(({ place }) => questionOfPlace(form, place) === path);
}
