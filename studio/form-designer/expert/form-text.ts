import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { checkForm } from '../../../server/kernel/forms/check-form.ts';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import type { TextKey } from '../../translations/texts.ts';
import { formIn } from '../questions/read-questions.ts';

/** The parts of a form that experts see as text. */
export const formParts = ['schema', 'ui', 'rules', 'rights'] as const;
export type FormPart = (typeof formParts)[number];

/** What is wrong with a text, at which line and column (from 1) when it is no JSON. */
export interface TextFault {
  readonly words: TextKey;
  readonly line: number | null;
  readonly column: number | null;
}

/** A part as text, laid out to be read. */
export function partText(form: FormDefinition, part: FormPart): string {
  return JSON.stringify(form[part], null, 2);
}

/** A form with a part replaced by what somebody wrote, or why it cannot be. */
export function withPartText(
  form: FormDefinition,
  part: FormPart,
  text: string,
): { readonly form: FormDefinition } | { readonly fault: TextFault } {
  const errors: ParseError[] = [];
  const value = parse(text, errors, { allowTrailingComma: false, disallowComments: true }) as Json | undefined;
  const [error] = errors;
  if (error !== undefined)
    return {
      fault: {
        words: errorWords[printParseErrorCode(error.error)] ?? 'designer.expert.unreadable',
        ...placeIn(text, error.offset),
      },
    };
  const isOfKind = part === 'rules' ? isJsonArray(value) : isJsonObject(value);
  if (!isOfKind)
    return { fault: { words: part === 'rules' ? 'designer.expert.list' : 'designer.expert.object', ...nowhere } };
  const next = formIn({ ...(form as unknown as JsonObject), [part]: value ?? null });
  if (next === null || !canBeChecked(next)) return { fault: { words: 'designer.expert.shape', ...nowhere } };
  return { form: next };
}

const nowhere = { line: null, column: null };

/** Rules and rights of another shape than the kernel knows would stop it instead of being reported. */
function canBeChecked(form: FormDefinition): boolean {
  const isList = (value: unknown): boolean => value === undefined || Array.isArray(value);
  const isCondition = (one: unknown): boolean => isJsonObject(one) && typeof one['field'] === 'string';
  const isReadable = form.rules.every(
    ({ when, show, require }) =>
      [when.all, when.any, show, require].every(isList) &&
      [...(when.all ?? []), ...(when.any ?? [])].every(isCondition),
  );
  return isReadable && checkForm(form).faults.every(({ code }) => code !== 'form-root-type');
}

const errorWords: { readonly [error: string]: TextKey } = {
  CommaExpected: 'designer.expert.comma',
  ColonExpected: 'designer.expert.colon',
  CloseBraceExpected: 'designer.expert.brace',
  CloseBracketExpected: 'designer.expert.bracket',
  PropertyNameExpected: 'designer.expert.name',
  UnexpectedEndOfString: 'designer.expert.quote',
};

function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
