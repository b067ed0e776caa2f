import { clockState } from '../../kernel/calendar/light.ts';
import type { TimeLimit, TimeUnit } from '../../kernel/calendar/time-limit.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';

/** How a limit stands, as screens get it. */
export interface LightView {
  readonly light: 'green' | 'yellow' | 'red' | 'paused';
  /** What is left or over; 0 while it stands still. */
  readonly amount: number;
  readonly unit: TimeUnit;
  /** Null while it stands still. */
  readonly dueAt: Instant | null;
}

/** The columns of a row whose limit runs, or stands still. */
export interface RunningLimit {
  readonly timeLimit: string | null;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant | null;
  /** The stored colour: only `paused` is believed. */
  readonly light?: string | null;
}

/**
 * The light of a row at an instant, computed: the stored colour is only an index, it may be a second old.
 *
 * An instance that was migrated may have a limit its release does not know: it is told in natural time.
 *
 * @returns null when no limit runs
 */
export function lightView(
  release: CompiledRelease,
  { timeLimit, yellowAt, dueAt, light }: RunningLimit,
  now: Instant,
): LightView | null {
  if (timeLimit === null) return null;
  const limit = limitOf(release, timeLimit);
  if (light === 'paused') return { light, amount: 0, unit: limit.unit, dueAt: null };
  if (yellowAt === null || dueAt === null) return null;
  const clock = {
    limit: limit.id,
    budget: 0,
    consumed: 0,
    runningSince: yellowAt,
    yellowAt,
    dueAt,
    light: 'green' as const,
  };
  const state = clockState(clock, limit, release.calendars, now);
  return { light: state.light, amount: state.amount ?? 0, unit: state.unit ?? limit.unit, dueAt };
}

/** A limit of a release; of one that it does not know what can be told all the same. */
function limitOf(release: CompiledRelease, id: string): TimeLimit {
  return release.limits.get(id) ?? { id, title: '', amount: 0, unit: 'days' };
}
