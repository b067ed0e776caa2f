import type { ClockStage } from '../../kernel/calendar/time-limit.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { clocksOfRow, type StoredClock } from '../../database/stored-clock.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import { lightView, type LightView } from './light-view.ts';

/** The light of one clock of a user task, with what the clock is for. */
export interface StageLight {
  readonly stage: ClockStage;
  readonly light: LightView;
}

/** The light of one clock at an instant; null where there is nothing to show. */
export function clockLight(release: CompiledRelease, clock: StoredClock, now: Instant): LightView | null {
  const { limit: timeLimit, yellowAt, dueAt, paused } = clock;
  return lightView(release, { timeLimit, yellowAt, dueAt, light: paused ? 'paused' : null }, now);
}

/** The lights of all clocks of a user task, in the order in which the model has them: 签收 剩 20 分钟 · 办理 余 3 个工作日. */
export function stageLights(release: CompiledRelease, row: UserTaskRow, now: Instant): readonly StageLight[] {
  return clocksOfRow(row).flatMap((clock) => {
    const light = clockLight(release, clock, now);
    return light === null ? [] : [{ stage: clock.stage, light }];
  });
}
