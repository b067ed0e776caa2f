import { addDays } from '../civil-day.ts';
import { holdersOf, positionKey, type Organization, type PostAt } from './holders.ts';

/** A post may be covered so many days at a stretch when it does not say itself (assumed: a quarter). */
export const usualCoverDays = 92;

/** A cover (顶岗) that somebody wants to begin. Dates are local; `to` is the first day no longer covered. */
export interface WantedCover extends PostAt {
  readonly person: string;
  readonly from: string;
  readonly to: string | null;
  /** The person it stands in for; null when the post is vacant. */
  readonly covers: string | null;
}

/** Why a cover may not be. */
export type CoverFault =
  | { readonly code: 'cover-without-end' }
  | { readonly code: 'cover-too-long'; readonly days: number }
  | { readonly code: 'cover-of-oneself' }
  | { readonly code: 'cover-of-cover' }
  | { readonly code: 'cover-of-nobody' }
  | { readonly code: 'cover-for-whom' };

/**
 * Why a cover may not be, or null. It has an end, is no longer than its post allows, stands in for somebody who holds the
 * post formally on its first day (never for one who only covers: no chains), or for nobody when the post is vacant then.
 */
export function coverFault(organization: Organization, wanted: WantedCover): CoverFault | null {
  const { person, covers, from, to } = wanted;
  if (to === null) return { code: 'cover-without-end' };
  const days = organization.posts.get(wanted.post)?.coverDays ?? usualCoverDays;
  if (to > addDays(stretchFrom(organization, wanted), days)) return { code: 'cover-too-long', days };
  if (covers === person) return { code: 'cover-of-oneself' };
  const holding = holdersOf(organization, wanted, from);
  const formal = holding.filter(({ kind }) => kind === 'formal');
  if (covers === null) return formal.length > 0 ? { code: 'cover-for-whom' } : null;
  if (formal.some((held) => held.person === covers)) return null;
  return { code: holding.some((held) => held.person === covers) ? 'cover-of-cover' : 'cover-of-nobody' };
}

/** Since when the person would cover without a break: one cover after the other is one stretch. */
function stretchFrom(organization: Organization, { post, area, person, from }: WantedCover): string {
  const covers = (organization.assignments.get(positionKey({ post, area })) ?? [])
    .filter((held) => held.person === person && held.kind === 'cover')
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  let begin = from;
  for (const held of covers) if (held.from < begin && (held.to ?? begin) >= begin) begin = held.from;
  return begin;
}
