/** One request of a worker that waits for jobs. */
export interface Waiter<Job> {
  readonly types: readonly string[];
  /** So many jobs it takes at the most. */
  readonly most: number;
  /** How long it waits, in milliseconds. */
  readonly waitMs: number;
  /** It is gone, or this program ends. */
  readonly enough: AbortSignal;
  /** Takes jobs of some of its types under a lease; none where others were faster. */
  readonly lease: (types: readonly string[], most: number) => Promise<readonly Job[]>;
}

/** Where requests wait, in the order in which they came. */
export interface WaitingRoom<Job> {
  readonly isEmpty: () => boolean;
  /** Waits for jobs; none when the time is over, or enough is. */
  readonly wait: (waiter: Waiter<Job>) => Promise<readonly Job[]>;
  /** There may be jobs now. */
  readonly wake: () => void;
}

/** Types of jobs that may be leased now, one for each, oldest first. */
export type DueTypes = (types: readonly string[], most: number) => Promise<readonly string[]>;

/** The room looks so often when nobody wakes it: covers what other nodes leave, and pauses and leases that end. */
const restMs = 400;
/** Woken again and again it looks no more often than this. */
const leastMs = 50;
const mostAtOnce = 100;
/** So many requests take their jobs side by side. */
const sideBySide = 4;

/**
 * One look at the database for all requests that wait on this node, for all their types together. What is there is dealt
 * out like cards, to whoever came first and has least; each then claims its own under a lease, so of several nodes one
 * gets it. A request that came away empty-handed keeps its place and is passed over until the next look.
 */
export function createWaitingRoom<Job>(due: DueTypes): WaitingRoom<Job> {
  const room = new Room<Job>(due);
  return { isEmpty: () => room.isEmpty, wait: (waiter) => room.wait(waiter), wake: () => room.wake() };
}

class Seat<Job> {
  readonly waiter: Waiter<Job>;
  readonly answer = Promise.withResolvers<readonly Job[]>();
  /** It is taking jobs: whatever comes of it, it is answered with that. */
  isServed = false;
  isOver = false;

  constructor(waiter: Waiter<Job>) {
    this.waiter = waiter;
  }
}

class Room<Job> {
  readonly #due: DueTypes;
  readonly #seats = new Set<Seat<Job>>();
  #isLooking = false;
  #isWoken = false;
  /** What is being asked and taken right now; it never fails. */
  #round = Promise.resolve();
  #rest: NodeJS.Timeout | undefined;

  constructor(due: DueTypes) {
    this.#due = due;
  }

  get isEmpty(): boolean {
    return this.#seats.size === 0;
  }

  async wait(waiter: Waiter<Job>): Promise<readonly Job[]> {
    const seat = new Seat(waiter);
    this.#seats.add(seat);
    const over = (): void => {
      seat.isOver = true;
      if (!seat.isServed) this.#leave(seat, []);
    };
    const patience = setTimeout(over, waiter.enough.aborted ? 0 : waiter.waitMs);
    waiter.enough.addEventListener('abort', over);
    this.wake();
    try {
      return await seat.answer.promise;
    } finally {
      clearTimeout(patience);
      waiter.enough.removeEventListener('abort', over);
      // A program that ends closes its database once everybody is answered.
      if (waiter.enough.aborted) await this.#round;
    }
  }

  wake(): void {
    this.#isWoken = true;
    if (!this.#isLooking && !this.isEmpty) void this.#look();
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    clearTimeout(this.#rest);
    while (this.#isWoken && !this.isEmpty) {
      this.#isWoken = false;
      this.#round = this.#serveAll().catch((error: unknown) => this.#fail(error));
      await this.#round;
      if (!this.isEmpty) await pauseFor(leastMs);
    }
    this.#isLooking = false;
    if (!this.isEmpty) this.#rest = setTimeout(() => this.wake(), restMs * (0.75 + Math.random() / 2));
  }

  async #serveAll(): Promise<void> {
    const emptyHanded = new Set<Seat<Job>>();
    for (;;) {
      const seats = [...this.#seats].filter((seat) => !emptyHanded.has(seat));
      const types = [...new Set(seats.flatMap(({ waiter }) => waiter.types))];
      const most = seats.reduce((sum, { waiter }) => sum + waiter.most, 0);
      const there = types.length === 0 ? [] : await this.#due(types, Math.min(most, mostAtOnce));
      const dealt = [...deal(there, seats)];
      if (dealt.length === 0) return;
      for (let from = 0; from < dealt.length; from += sideBySide)
        await Promise.all(dealt.slice(from, from + sideBySide).map(([seat, hand]) => this.#serve(seat, hand)));
      for (const [seat] of dealt) emptyHanded.add(seat);
    }
  }

  async #serve(seat: Seat<Job>, hand: readonly string[]): Promise<void> {
    if (seat.isOver) return;
    seat.isServed = true;
    try {
      const jobs = await seat.waiter.lease([...new Set(hand)], hand.length);
      if (jobs.length > 0 || seat.isOver) this.#leave(seat, jobs);
    } catch (error) {
      this.#leave(seat, Promise.reject(error));
    }
    seat.isServed = false;
  }

  /** The database is away: whoever waits learns so, and comes again. */
  #fail(error: unknown): void {
    for (const seat of this.#seats) this.#leave(seat, Promise.reject(error));
  }

  #leave(seat: Seat<Job>, answer: readonly Job[] | Promise<never>): void {
    this.#seats.delete(seat);
    seat.answer.resolve(answer);
    if (this.isEmpty) clearTimeout(this.#rest);
  }
}

/** Who gets how many of which types: each job goes to whoever may do it and has least, of several to who came first. */
function deal<Job>(there: readonly string[], seats: readonly Seat<Job>[]): ReadonlyMap<Seat<Job>, readonly string[]> {
  const hands = new Map<Seat<Job>, readonly string[]>();
  const held = (seat: Seat<Job>): number => hands.get(seat)?.length ?? 0;
  for (const type of there) {
    const able = seats.filter((seat) => seat.waiter.types.includes(type) && held(seat) < seat.waiter.most);
    const [next] = able.toSorted((one, other) => held(one) - held(other));
    if (next) hands.set(next, [...(hands.get(next) ?? []), type]);
  }
  return hands;
}

function pauseFor(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
