import { holdersOf, positionKey, type Organization, type PostAt } from './holders.ts';
import { resolvePosition, type ResolvedPosition } from './resolve-position.ts';

/** One who is asked when several decide together: a position (whoever of its holders answers), or one holder by name. */
interface AskedVoter extends PostAt {
  readonly person: string | null;
}

/** Which posts are asked, placed at each of the areas; once each, or each of their holders. */
export interface VotersAsked {
  readonly posts: readonly string[];
  readonly areas: readonly string[];
  readonly of: 'posts' | 'holders';
}

type ResolvedVoters =
  | { readonly kind: 'voters'; readonly voters: readonly AskedVoter[] }
  | Extract<ResolvedPosition, { kind: 'unknown' }>;

/**
 * Who is asked when several decide together. A vacant post is asked where its work goes; a position and a person are asked
 * once only, whatever else they stand in for. Where somebody holds several of the posts, each post is asked through one
 * holder by name, so that everybody has one of their own and nobody has to answer twice; a post for which nobody is left is
 * not asked. A position that nobody holds is asked all the same: the work has a place.
 *
 * @param on local date `YYYY-MM-DD`
 * @returns in the order of the posts; `unknown` when one of them has no place at its area or above
 */
export function resolveVoters(organization: Organization, asked: VotersAsked, on: string): ResolvedVoters {
  const positions = new Map<string, PostAt>();
  for (const wanted of asked.areas.flatMap((area) => asked.posts.map((post) => ({ post, area })))) {
    const resolved = resolvePosition(organization, wanted, on);
    if (resolved.kind === 'unknown') return resolved;
    positions.set(positionKey(resolved.position), resolved.position);
  }
  const seats = [...positions.values()].map((position) => ({
    position,
    holders: peopleAt(organization, position, on),
  }));
  return { kind: 'voters', voters: asked.of === 'holders' ? everyHolder(seats) : oneForEach(seats) };
}

interface Seat {
  readonly position: PostAt;
  readonly holders: readonly string[];
}

function peopleAt(organization: Organization, position: PostAt, on: string): readonly string[] {
  return [...new Set(holdersOf(organization, position, on).map(({ person }) => person))];
}

function everyHolder(seats: readonly Seat[]): readonly AskedVoter[] {
  const known = new Set<string>();
  return seats.flatMap(({ position, holders }): readonly AskedVoter[] => {
    if (holders.length === 0) return [{ ...position, person: null }];
    const fresh = holders.filter((person) => !known.has(person));
    for (const person of fresh) known.add(person);
    return fresh.map((person) => ({ ...position, person }));
  });
}

function oneForEach(seats: readonly Seat[]): readonly AskedVoter[] {
  const seatOf = ownHolders(seats);
  const personOf = new Map([...seatOf].map(([person, seat]) => [seat, person]));
  return seats.flatMap((seat): readonly AskedVoter[] => {
    const { position, holders } = seat;
    const isShared = holders.some((person) => seats.some((other) => other !== seat && other.holders.includes(person)));
    if (!isShared) return [{ ...position, person: null }];
    const person = personOf.get(seat);
    return person === undefined ? [] : [{ ...position, person }];
  });
}

/** As many posts as possible with a holder of their own: a maximum matching, post by post. */
function ownHolders(seats: readonly Seat[]): ReadonlyMap<string, Seat> {
  const seatOf = new Map<string, Seat>();
  const seatFor = (seat: Seat, tried: Set<string>): boolean =>
    seat.holders.some((person) => {
      if (tried.has(person)) return false;
      tried.add(person);
      const other = seatOf.get(person);
      if (other && !seatFor(other, tried)) return false;
      seatOf.set(person, seat);
      return true;
    });
  for (const seat of seats) seatFor(seat, new Set());
  return seatOf;
}
