import type { EvaluationFault } from '../expression.ts';
import { tooDeep, tooManySteps, tooLarge } from '../faults.ts';

/** What one evaluation may use before it ends with a fault. */
export interface Limits {
  readonly steps: number;
  /** Nested evaluations: expressions in expressions and calls of functions. */
  readonly depth: number;
  readonly listItems: number;
  readonly textLength: number;
}

/**
 * Enough for a filter over some thousand items. Measured on one core (2026-11-20): the slowest expressions found that
 * stay within it take 60–100 ms; an ordinary condition (`case.onTheSpot = true and amount > 100`) is parsed in 90 µs and
 * evaluated 350,000 times a second.
 */
export const DEFAULT_LIMITS: Limits = { steps: 50_000, depth: 600, listItems: 10_000, textLength: 100_000 };

/** Offset of `now()` and `today()` when the caller names none: mainland China has one (design.md, calendar contract). */
const DEFAULT_UTC_OFFSET = '+08:00';

/** The state of one evaluation: what is left of its budget, its instant, and remarks on why something became null. */
export interface Run {
  readonly limits: Limits;
  readonly now: string;
  readonly utcOffset: string;
  readonly notes: EvaluationFault[];
  stepsLeft: number;
  depth: number;
}

/** Ends an evaluation early; caught in `attempt` only, so no caller of this room ever sees it thrown. */
class Interrupted extends Error {
  readonly fault: EvaluationFault;

  constructor(fault: EvaluationFault) {
    super(fault.en);
    this.fault = fault;
  }
}

const NOTES_KEPT = 5;

/** A fresh evaluation at an instant. */
export function startRun(now: string, utcOffset: string = DEFAULT_UTC_OFFSET, limits: Limits = DEFAULT_LIMITS): Run {
  return { limits, now, utcOffset, notes: [], stepsLeft: limits.steps, depth: 0 };
}

/** Runs `work` and answers its value, or the fault that interrupted it. */
export function attempt<T>(
  work: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: EvaluationFault } {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof Interrupted) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Interrupts the evaluation with a fault. */
export function interrupt(fault: EvaluationFault): never {
  throw new Interrupted(fault);
}

/** Pays for work in steps; ends the evaluation when nothing is left. */
export function spend(run: Run, steps: number): void {
  run.stepsLeft -= steps;
  if (run.stepsLeft < 0) interrupt(tooManySteps(run.limits.steps));
}

/** Runs nested work one level deeper, so that no data and no recursion can exhaust the JavaScript stack. */
export function deeper<T>(run: Run, work: () => T): T {
  enter(run);
  const value = work();
  run.depth -= 1;
  return value;
}

/** One step, one level deeper; the caller takes the level back with `run.depth -= 1` (an interruption ends the run anyway). */
export function enter(run: Run): void {
  run.depth += 1;
  if (run.depth > run.limits.depth) interrupt(tooDeep(run.limits.depth));
  spend(run, 1);
}

/** Remembers why a part of the expression is null; the first few are enough to explain a result. */
export function note(run: Run, remark: EvaluationFault): null {
  if (run.notes.length < NOTES_KEPT && !run.notes.some(({ en }) => en === remark.en)) run.notes.push(remark);
  return null;
}

/** A list that is allowed to exist: paid for by its length, refused beyond the limit. */
export function payForList<T>(run: Run, items: readonly T[]): readonly T[] {
  refuseLongList(run, items);
  spend(run, items.length / 4);
  return items;
}

/** Interrupts when a list has grown beyond the limit. */
export function refuseLongList(run: Run, items: readonly unknown[]): void {
  if (items.length > run.limits.listItems) interrupt(tooLarge('list', run.limits.listItems));
}

/** A text that is allowed to exist: paid for by its length, refused beyond the limit. */
export function payForText(run: Run, text: string): string {
  refuseLongText(run, text.length);
  spend(run, text.length / 64);
  return text;
}

/** Interrupts when a text is, or would be, longer than the limit. */
export function refuseLongText(run: Run, length: number): void {
  if (length > run.limits.textLength) interrupt(tooLarge('text', run.limits.textLength));
}
