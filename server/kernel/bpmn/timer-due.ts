import type { EvaluationFault } from '../feel/expression.ts';
import type { Instant, JsonObject } from '../json.ts';
import type { TimerDefinition } from './executable-process.ts';
import type { Execution } from './execution.ts';

type Due =
  | { readonly ok: true; readonly due: Instant | null }
  | { readonly ok: false; readonly fault: EvaluationFault };

/**
 * When a timer is due next.
 *
 * @param definition date, duration (ISO 8601) or cycle (`R3/PT4H`, `R/P1D`)
 * @param visible variables its expression sees
 * @param fired how often it has fired already, for cycles
 * @param last when it was due last; a cycle goes on from there, so that it keeps its rhythm after an outage
 * @returns the instant, null when a cycle has ended, or the fault of a value that is no time
 */
export function timerDue(
  execution: Execution,
  definition: TimerDefinition,
  visible: JsonObject,
  fired = 0,
  last?: Instant,
): Due {
  const result = execution.evaluate(definition.expression, visible);
  if (!result.ok) return result;
  const { now } = execution.given;
  const text = typeof result.value === 'string' ? result.value : '';
  switch (definition.kind) {
    case 'date': {
      const at = Date.parse(text);
      return Number.isNaN(at) ? notATime(definition, text) : { ok: true, due: new Date(at).toISOString() };
    }
    case 'duration': {
      const due = addDuration(now, text);
      return due ? { ok: true, due } : notATime(definition, text);
    }
    case 'cycle':
      return cycleDue(definition, text, now, fired, last);
  }
}

function cycleDue(
  definition: TimerDefinition,
  text: string,
  now: Instant,
  fired: number,
  last: Instant | undefined,
): Due {
  const cycle = /^R(\d*)\/(P.+)$/.exec(text);
  const first = cycle?.[2] ? addDuration(last ?? now, cycle[2]) : null;
  if (!cycle?.[2] || !first) return notATime(definition, text);
  if (cycle[1] && fired >= Number(cycle[1])) return { ok: true, due: null };
  // After an outage the beats that were missed count as one: the next one lies in the future, on the old rhythm.
  let due = first;
  for (let beats = 0; due <= now && last && beats < 100_000; beats += 1) due = addDuration(due, cycle[2]) ?? due;
  return { ok: true, due };
}

/**
 * An instant plus an ISO 8601 duration; months and years count in UTC and end-of-month is clipped (31 January plus one
 * month is the last of February).
 *
 * @returns the later instant, or null when the text is no duration or not longer than nothing
 */
export function addDuration(from: Instant, duration: string): Instant | null {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
    duration,
  );
  if (!parts || duration.endsWith('P') || duration.endsWith('T')) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  const at = new Date(from);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + (years ?? 0) * 12 + (months ?? 0));
  at.setUTCDate(Math.min(day, new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()));
  const milliseconds =
    ((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 +
    Math.round((seconds ?? 0) * 1000);
  return Number.isNaN(at.getTime() + milliseconds) ? null : new Date(at.getTime() + milliseconds).toISOString();
}

function notATime(definition: TimerDefinition, text: string): Due {
  return {
    ok: false,
    fault: {
      code: 'timer-not-a-time',
      zh: `计时「${definition.expression.source}」的结果「${text}」不是时间。请写成日期时间或 PT4H 这样的时长。`,
      en: `The timer "${definition.expression.source}" answered "${text}", which is no time. Write a date-time or a duration like PT4H.`,
    },
  };
}
