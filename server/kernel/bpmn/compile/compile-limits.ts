import { clockStages, type ClockStage } from '../../calendar/time-limit.ts';
import { isTimerText } from '../timer-text.ts';
import type { Catch } from '../executable-event.ts';
import type { StageLimit, UserTask } from '../executable-activity.ts';
import { compileExpression, report, type CompileContext } from './compile-context.ts';
import { calledName } from './faults/model-fault.ts';
import { elementOf, elementsOf, extensionOf, extensionsOf, textOf, type XmlElement } from './xml-element.ts';

/** The time limits of a user task: `grid:timeLimit` once for each stage, without one for its handling. */
export function compileLimits(
  context: CompileContext,
  element: XmlElement,
): Pick<UserTask, 'timeLimit' | 'ladder' | 'stageLimits'> {
  const seen = new Set<ClockStage>();
  let handling: Pick<UserTask, 'timeLimit' | 'ladder'> = {};
  const stageLimits: StageLimit[] = [];
  for (const written of extensionsOf(element, 'grid:TimeLimit')) {
    const stage = stageOf(context, element, written);
    if (!stage) continue;
    if (seen.has(stage)) twice(context, element);
    seen.add(stage);
    const source = textOf(written, 'limit');
    const limit = source === undefined ? undefined : compileExpression(context, element, source, { literal: true });
    const ladder = textOf(written, 'ladder');
    const climbs = ladder === undefined ? {} : { ladder };
    if (stage === 'handle') handling = { ...(limit ? { timeLimit: limit } : {}), ...climbs };
    else if (limit) stageLimits.push({ stage, limit, ...climbs });
  }
  return { ...handling, ...(stageLimits.length > 0 ? { stageLimits } : {}) };
}

function stageOf(context: CompileContext, element: XmlElement, written: XmlElement): ClockStage | null {
  const text = textOf(written, 'stage') ?? 'handle';
  const stage = clockStages.find((known) => known === text);
  if (stage) return stage;
  report(
    context,
    element,
    'limit-stage-wrong',
    `「${calledName(element)}」的时限写着不认识的环节「${text}」。请写 ${clockStages.join('、')} 中的一个。`,
    `A time limit of "${calledName(element)}" is for the unknown stage "${text}". Write one of ${clockStages.join(', ')}.`,
  );
  return null;
}

function twice(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'limit-twice',
    `「${calledName(element)}」同一个环节写了两个时限。请只留一个。`,
    `"${calledName(element)}" has two time limits for the same stage. Keep one.`,
  );
}

const thresholds = ['yellow', 'due', 'overdue'] as const;

/**
 * What a boundary timer with `grid:listensTo` waits for: a moment of a clock of its user task instead of a time of its own.
 *
 * @returns null where there is no `grid:listensTo`
 */
export function compileClockCatch(context: CompileContext, element: XmlElement): Catch | null {
  const written = extensionOf(element, 'grid:ListensTo');
  if (!written) return null;
  const text = textOf(written, 'clock') ?? '';
  const clock = thresholds.find((known) => known === text);
  const after = textOf(written, 'after');
  const stage = stageOf(context, element, written) ?? 'handle';
  const definitions = elementsOf(element, 'eventDefinitions');
  const isAlone = definitions.length === 1 && definitions[0]?.$type === 'bpmn:TimerEventDefinition';
  const isSound = after === undefined || (clock === 'overdue' && isLater(after));
  if (!clock || !isAlone || !isSound || !hasClock(elementOf(element, 'attachedToRef'), stage)) wrong(context, element);
  return {
    kind: 'clock',
    threshold: clock ?? 'due',
    ...(stage === 'handle' ? {} : { stage }),
    ...(after === undefined ? {} : { after: compileExpression(context, element, after, { literal: true }) }),
  };
}

/** What is listened to is a clock of the user task the timer is on. */
function hasClock(host: XmlElement | undefined, stage: ClockStage): boolean {
  const limits = host ? extensionsOf(host, 'grid:TimeLimit') : [];
  return limits.some((limit) => (textOf(limit, 'stage') ?? 'handle') === stage && textOf(limit, 'limit') !== undefined);
}

/** An expression, a duration, or a number in the unit of the limit. */
function isLater(after: string): boolean {
  return after.startsWith('=') || isTimerText('duration', after) || (Number(after) > 0 && Number(after) <= 10_000);
}

function wrong(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'clock-listening-wrong',
    `计时「${calledName(element)}」听办理时限的写法不对。clock 请写 yellow、due 或 overdue；只有 overdue 能带 after，写 PT2H 这样的时长或一个数；所在的人工步骤要有这个时限；并且只留一个计时。`,
    `How the timer "${calledName(element)}" listens to a time limit is wrong. Write yellow, due or overdue for clock; after goes with overdue only, as a duration like PT2H or a number; the user task must have that limit; and keep one timer.`,
  );
}
