import type { Texts } from '../../translations/texts.ts';

export interface FirstAdministratorFields {
  readonly code: string;
  readonly name: string;
  readonly account: string;
  readonly password: string;
}

const ACCOUNT = /^[A-Za-z0-9._-]{2,40}$/;
const SHORTEST_PASSWORD = 12;

/** What is wrong with a field before it is sent, as the contract demands it; undefined when nothing is. */
export function fieldFault(
  fields: FirstAdministratorFields,
  field: keyof FirstAdministratorFields,
  { text }: Pick<Texts, 'text'>,
): string | undefined {
  const value = fields[field].trim();
  if (value === '') return text('missing');
  if (field === 'account' && !ACCOUNT.test(value)) return text('account.rule');
  if (field === 'password' && value.length < SHORTEST_PASSWORD)
    return text('password.too-short', { count: value.length });
  return undefined;
}
