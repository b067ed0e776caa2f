import type { HeldPostRow } from '../../database/post-assignments.ts';
import { coverFault } from '../../kernel/organization/cover.ts';
import { holdsOn, organizationOf } from '../../kernel/organization/holders.ts';
import type { Placed } from './plan-posts.ts';
import type { WantedPost } from './wanted-post.ts';

interface Period {
  readonly from: string;
  readonly to: string | null;
}

/**
 * Tells what is wrong with a cover (顶岗) that begins, by the same rules as on the board of posts: its term, for whom it
 * is, and no chains.
 *
 * @param others who is on the position, with what the workbook has put there
 * @returns id of the person it stands in for; null: nobody
 */
export function tellNewCover(one: WantedPost, period: Period, others: readonly Placed[]): string | null {
  const { row, covers: account } = one;
  const covered = others.find((other) => other.account.toLowerCase() === account.toLowerCase())?.person;
  if (account !== '' && account.toLowerCase() === one.person.account.toLowerCase())
    row.tell('cover-of-oneself', 'covers');
  else if (account !== '' && covered === undefined) row.tell('cover-of-nobody', 'covers', { value: account });
  if (row.isFaulty()) return null;
  const fault = faultOf(one, { ...period, covers: covered ?? null }, others);
  if (fault === null) return covered ?? null;
  const choices = others
    .filter((other) => other.kind === 'formal' && holdsOn(other, period.from))
    .map((other) => `${other.account} ${other.name}`)
    .join('、');
  if (fault.code === 'cover-too-long') row.tell(fault.code, 'to', { post: one.post.title, days: fault.days });
  else if (fault.code === 'cover-without-end') row.tell('cover-needs-end', 'to');
  else row.tell(fault.code, 'covers', { value: account, choices });
  return null;
}

/** Tells what is wrong with a cover that goes on: it stays for the same person, and no longer than its post allows. */
export function tellCoverChange(
  one: WantedPost,
  before: HeldPostRow,
  { isMoved, ...period }: Period & { readonly isMoved: boolean },
  others: readonly Placed[],
): void {
  const { row, covers } = one;
  if (before.kind === 'formal') {
    if (covers !== '') row.tell('covers-without-cover', 'covers');
    return;
  }
  const now = before.coversAccount ?? '';
  if (covers !== '' && covers.toLowerCase() !== now.toLowerCase())
    row.tell('covers-differs', 'covers', { value: now === '' ? '空岗' : now });
  if (!isMoved) return;
  const fault = faultOf(one, { ...period, covers: before.covers }, others);
  if (fault?.code === 'cover-too-long') row.tell(fault.code, 'to', { post: one.post.title, days: fault.days });
}

function faultOf(
  { person, post, place, area }: WantedPost,
  wanted: Period & { readonly covers: string | null },
  assignments: readonly Placed[],
) {
  const organization = organizationOf({ areas: [place], posts: [post], assignments });
  return coverFault(organization, { ...wanted, person: person.id, post: post.id, area });
}
