import { clockState } from '../../kernel/calendar/light.ts';
import type { TimeUnit } from '../../kernel/calendar/time-limit.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';

/** How a limit stands, as screens get it. */
export interface LightView {
  readonly light: 'green' | 'yellow' | 'red' | 'paused';
  readonly amount: number;
  readonly unit: TimeUnit;
  readonly dueAt: Instant;
}

/** The columns of a row whose limit runs. */
export interface RunningLimit {
  readonly timeLimit: string | null;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant | null;
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
  { timeLimit, yellowAt, dueAt }: RunningLimit,
  now: Instant,
): LightView | null {
  if (timeLimit === null || yellowAt === null || dueAt === null) return null;
  const limit = release.limits.get(timeLimit) ?? ({ id: timeLimit, title: '', amount: 0, unit: 'days' } as const);
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
