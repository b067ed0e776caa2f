import type { EvaluationContext, EvaluationFault } from '../feel/expression.ts';
import type { JsonObject } from '../json.ts';
import { instantOfText } from '../local-time.ts';
import type { TimerDefinition } from './executable-event.ts';
import type { Execution } from './execution.ts';
import type { ArmedTimer } from './process-instance.ts';
import { addDuration, firstBeat, readCycle } from './timer-text.ts';

type Due =
  | { readonly ok: true; readonly timer: ArmedTimer | null }
  | { readonly ok: false; readonly fault: EvaluationFault };

/**
 * The timer to arm for a definition whose element has just begun to wait.
 *
 * @param definition date, duration or cycle, each as ISO 8601 writes it (`PT4H`, `R3/PT4H`, `R/P1D`)
 * @param visible variables its expression sees; it is evaluated this once, and a cycle keeps the rhythm it began with
 * @returns the timer, null for a cycle without a beat, or the fault of a value that is no time
 */
export function timerDue(execution: Execution, definition: TimerDefinition, visible: JsonObject): Due {
  return dueAfter(definition, execution.contextFor(visible));
}

/** The timer to arm for a definition at an instant, by what its expression says there. */
export function dueAfter(definition: TimerDefinition, context: EvaluationContext): Due {
  const result = definition.expression.evaluate(context);
  if (!result.ok) return result;
  const { now } = context;
  const text = typeof result.value === 'string' ? result.value : '';
  if (definition.kind === 'cycle') {
    const cycle = readCycle(text);
    const leadsSomewhere = cycle !== null && addDuration(now, cycle.interval) !== null;
    return leadsSomewhere ? { ok: true, timer: firstBeat(cycle, text, now) } : notATime(definition, result.value);
  }
  const due = definition.kind === 'date' ? instantOfText(text) : addDuration(now, text);
  return due === null ? notATime(definition, result.value) : { ok: true, timer: { due, generation: 1 } };
}

function notATime(definition: TimerDefinition, value: unknown): Due {
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    ok: false,
    fault: {
      code: 'timer-not-a-time',
      zh: `计时「${definition.expression.source}」的结果「${said}」不是时间。请写成日期时间、PT4H 这样的时长，或 R3/PT4H 这样的循环。`,
      en: `The timer "${definition.expression.source}" answered "${said}", which is no time. Write a date-time, a duration like PT4H or a cycle like R3/PT4H.`,
    },
  };
}
