import { type FieldProblem, Refusal } from '../application/refusal.ts';
import { errorCatalogue, type ProblemCode } from './errors.ts';
import { fastifyCodes } from './fastify-codes.ts';

/** A problem as RFC 9457 knows it, with a code and a sentence in both languages. */
export interface ProblemAnswer {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly zh: string;
  readonly en: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly problems?: readonly FieldProblem[];
}

function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(errorCatalogue, code);
}

/** Puts details into the places of a sentence. */
function filled(sentence: string, details: Readonly<Record<string, unknown>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}

/** A problem of the catalogue. */
export function problem(
  code: ProblemCode,
  details: Readonly<Record<string, unknown>> = {},
  problems: readonly FieldProblem[] = [],
): ProblemAnswer {
  const { status, zh, en } = errorCatalogue[code];
  const counted = { count: problems.length, ...details };
  return {
    type: `urn:gridloom:problem:${code}`,
    title: filled(en, counted),
    status,
    code,
    zh: filled(zh, counted),
    en: filled(en, counted),
    ...(Object.keys(details).length === 0 ? {} : { details }),
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/**
 * The problem for anything that was thrown. What is not in the catalogue is a bug: nothing of it is told but a number
 * under which the log has the rest.
 *
 * @param id the number, e.g. the request's
 */
export function problemFor(error: unknown, id = ''): ProblemAnswer {
  if (error instanceof Refusal && isProblemCode(error.code)) return problem(error.code, error.details, error.problems);
  if (!(error instanceof Error) || !('code' in error)) return problem('bug', { id });
  const known = fastifyCodes.get(String(error.code));
  if (known !== undefined) return problem(known.code, known.details);
  if (!isProblemCode(error.code)) return problem('bug', { id });
  return problem(error.code, 'directory' in error ? { directory: error.directory } : {});
}

/** The sentences for a code that was kept, with the places that were kept beside it. */
export function problemOfCode(
  code: string,
  details: Readonly<Record<string, unknown>> = {},
): { readonly code: string; readonly zh: string; readonly en: string } {
  const { zh, en } = problem(isProblemCode(code) ? code : 'bug', details);
  const places = Array.isArray(details['problems']) ? (details['problems'] as readonly FieldProblem[]) : [];
  return {
    code,
    zh: [zh, ...places.map((place) => place.zh)].join(''),
    en: [en, ...places.map((place) => place.en)].join(' '),
  };
}
