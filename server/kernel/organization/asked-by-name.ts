import { holdersOf, type Organization, type PostAt } from './holders.ts';

/**
 * Whether somebody who holds a position may do work that lies there: work that asks one of its holders by name is theirs as
 * long as they hold it, and everybody's who holds it when they have left.
 *
 * @param named the holder who is asked by name; null: all alike
 * @param on local date `YYYY-MM-DD`
 */
export function mayDoAt(
  organization: Organization,
  position: PostAt,
  named: string | null,
  person: string,
  on: string,
): boolean {
  const holders = holdersOf(organization, position, on).map((held) => held.person);
  if (!holders.includes(person)) return false;
  return named === null || named === person || !holders.includes(named);
}
