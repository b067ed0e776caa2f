import { instantOfLocal } from '../local-time.ts';
import type { Instant } from '../json.ts';
import type { PlannedAct } from './scenario-plan.ts';
import type { ScenarioReading } from './scenario-reading.ts';
import { readSpokenAmount } from './spoken-amount.ts';

/** Reads an amount of time that passes; it runs on the pack's first calendar. */
export function planWait(reading: ScenarioReading, text: string, place: string): PlannedAct | null {
  const spoken = readSpokenAmount(text);
  const calendar = reading.words.release.calendars.keys().next().value;
  if (!spoken)
    reading.report(
      'scenario-time-wrong',
      place,
      `「${text}」不是一段时间。例：3 个工作日。`,
      `"${text}" is no amount of time. Example: 3 个工作日.`,
    );
  return spoken ? { do: 'wait', ...spoken, calendar: calendar ?? '' } : null;
}

/** Reads a local date and time; one that is none is reported. */
export function readLocalTime(reading: ScenarioReading, text: string, place: string): Instant | null {
  try {
    return instantOfLocal(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reading.report(
      'scenario-time-wrong',
      place,
      `「${text}」不是日期和时间。例：2026-09-10 09:00。`,
      `${reason}. Example: 2026-09-10 09:00.`,
    );
    return null;
  }
}
