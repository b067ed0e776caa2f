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
  /** Answers to look-ups by `lookupKey`; empty on the first attempt. */
  readonly answers: ReadonlyMap<string, Answer>;
}
