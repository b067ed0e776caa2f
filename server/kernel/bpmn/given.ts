import type { Calendar } from '../calendar/calendar.ts';
import type { TimeLimit } from '../calendar/time-limit.ts';
import type { Decision } from '../dmn/decision.ts';
import type { Instant } from '../json.ts';
import type { Answer } from './commands.ts';

/** What a step knows of the world besides the instance: read by the caller inside the same transaction. */
export interface Given {
  /** The database's time, read with the lock; the kernel has no clock of its own. */
  readonly now: Instant;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly limits: ReadonlyMap<string, TimeLimit>;
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** Only with `migrate`: the calendars of the release it comes from. */
  readonly former?: ReadonlyMap<string, Calendar>;
  /** Answers to look-ups by `lookupKey`; empty on the first attempt. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Scopes that were asked for and do not exist (any more). */
  readonly missing?: ReadonlySet<number>;
  /** Parallel iterations that live inside their instance; of more, each is an instance of its own. Default 200. */
  readonly iterationsInside?: number;
  /** What a mere drawing leaves out, said by a steps file; never given where real instances run. */
  readonly supplied?: Supplied;
}

/** Decisions and waits that stand in for the conditions and the work a drawing does not describe. */
interface Supplied {
  /** Outgoing flows to take, by id of the splitting node. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** Tasks that wait for `complete` instead of completing at once. */
  readonly waits: ReadonlySet<string>;
  /** A drawing is walked through: every activity completes at once, and a split without a choice ends its token. */
  readonly drawing?: true;
}
