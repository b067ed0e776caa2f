import type { RunningClock } from '../calendar/clock.ts';
import type { ClockEvent } from '../bpmn/clock-events.ts';
import { stageWords, unitWords } from '../calendar/clock-words.ts';
import { moment, why, type Telling } from './speaker.ts';

const lights = { yellow: ['临期', 'close to its limit'], red: ['超期', 'overdue'] } as const;

/** How the events of clocks are told to an operator. */
export const clockTelling: Telling<ClockEvent['type'] | 'calendars-adopted'> = {
  'clock-started': ({ id, clock }, say) => [
    `「${say.at(id)}」开始${kind(clock).zh}计时，${moment(clock.dueAt)} 到期。`,
    `The clock for ${kind(clock).en} of "${say.enAt(id)}" began; it is due at ${moment(clock.dueAt)}.`,
  ],
  'clock-shifted': ({ element, clock }, say) => [
    `「${say.step(element)}」的${kind(clock).zh}时限顺延到 ${moment(clock.dueAt)}。`,
    `The time limit of "${say.enStep(element)}" now ends at ${moment(clock.dueAt)}.`,
  ],
  'light-changed': ({ element, light, stage }, say) => {
    const [zh, en] = lights[light];
    const of = stage === undefined ? { zh: '', en: '' } : stageWords(stage);
    return [`「${say.step(element)}」${of.zh}${zh}。`, `"${say.enStep(element)}" is ${en}${of.en && ` (${of.en})`}.`];
  },
  'clock-paused': ({ element, clock, by }, say) => {
    const [zh, en] = say.by(by);
    const { reason, reviewOn } = clock.pauses?.at(-1) ?? {};
    const [zhWhy, enWhy] = why(reason);
    const review = reviewOn === undefined ? ['', ''] : [`，${reviewOn} 再看`, `; it is looked at again on ${reviewOn}`];
    return [
      `${zh}挂起了「${say.step(element)}」的${kind(clock).zh}时限${zhWhy}${review[0]}。`,
      `${en} paused the time limit for ${kind(clock).en} of "${say.enStep(element)}"${enWhy}${review[1]}.`,
    ];
  },
  'clock-resumed': ({ element, clock, by }, say) => {
    const [zh, en] = say.by(by);
    return [
      `${zh}恢复了「${say.step(element)}」的${kind(clock).zh}计时，${moment(clock.dueAt)} 到期。`,
      `${en} let the clock for ${kind(clock).en} of "${say.enStep(element)}" run on; it is due at ${moment(clock.dueAt)}.`,
    ];
  },
  'clock-review-moved': ({ element, clock, because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    const day = clock.pauses?.at(-1)?.reviewOn ?? '';
    return [
      `${zh}把「${say.step(element)}」${kind(clock).zh}时限挂起的复核日改到 ${day}${zhWhy}。`,
      `${en} moved the review of the paused limit for ${kind(clock).en} of "${say.enStep(element)}" to ${day}${enWhy}.`,
    ];
  },
  'clock-extended': ({ element, clock, by }, say) => {
    const [zh, en] = say.by(by);
    const granted = clock.extensions ?? [];
    const [zhWhy, enWhy] = why(granted.at(-1)?.reason);
    return [
      `${zh}给「${say.step(element)}」的${kind(clock).zh}时限办了第 ${granted.length} 次延期，${amountOf(clock).zh}，到 ${moment(clock.dueAt)}${zhWhy}。`,
      `${en} extended the limit for ${kind(clock).en} of "${say.enStep(element)}" (no. ${granted.length}) by ${amountOf(clock).en}, to ${moment(clock.dueAt)}${enWhy}.`,
    ];
  },
  'clock-rebased': ({ element, clock, because }, say) => {
    const [zhWhy, enWhy] = why(because);
    return [
      `「${say.step(element)}」的${kind(clock).zh}时限按新的工作日历算到 ${moment(clock.dueAt)}${zhWhy}。`,
      `By the new calendar the limit for ${kind(clock).en} of "${say.enStep(element)}" ends at ${moment(clock.dueAt)}${enWhy}.`,
    ];
  },
  'clock-stopped': ({ element, clock, by }, say) => {
    const [zh, en] = say.by(by);
    return [
      `${zh}完成「${say.step(element)}」的${kind(clock).zh}，停止计时。`,
      `${en} did the ${kind(clock).en} of "${say.enStep(element)}"; its clock stopped.`,
    ];
  },
  'calendars-adopted': ({ calendars, because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    const titles = calendars.map(({ title }) => title).join('、');
    return [
      `${zh}让这件事改用新的工作日历「${titles}」${zhWhy}。`,
      `${en} had it count by the calendar "${titles}" as it is now${enWhy}.`,
    ];
  },
};

function kind({ stage }: RunningClock): { readonly zh: string; readonly en: string } {
  return stageWords(stage ?? 'handle');
}

function amountOf({ extensions }: RunningClock): { readonly zh: string; readonly en: string } {
  const last = extensions?.at(-1);
  return last ? unitWords(last) : { zh: '', en: '' };
}
