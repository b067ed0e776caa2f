import type { EventOf } from '../bpmn/events.ts';
import type { ClockEvent } from '../bpmn/clock-events.ts';
import type { RunningClock } from '../calendar/clock.ts';
import { stageWords, unitWords } from '../calendar/clock-words.ts';
import { english, personOf, spokenTime, stepName, type Sentence, type StorySource } from './story-words.ts';

/** What a case's story says of the clocks of its user tasks; that one has begun or was shifted is no news to it. */
export function clockSentences(source: StorySource, event: ClockEvent): readonly Sentence[] {
  switch (event.type) {
    case 'clock-started':
    case 'clock-shifted':
      return [];
    case 'light-changed':
      return light(source, event);
    case 'clock-paused':
      return [paused(source, event)];
    case 'clock-resumed':
      return [
        moved(source, event, 'resumed', {
          zh: `恢复计时，${spokenTime(event.clock.dueAt)} 到期`,
          en: `runs on and is due at ${spokenTime(event.clock.dueAt)}`,
        }),
      ];
    case 'clock-review-moved':
      return [reviewMoved(source, event)];
    case 'clock-extended':
      return [extended(source, event)];
    case 'clock-rebased':
      return [
        moved(source, { ...event, by: { system: 'operator' } }, 'rebased', {
          zh: `按新的工作日历算到 ${spokenTime(event.clock.dueAt)}`,
          en: `counts by the new calendar, to ${spokenTime(event.clock.dueAt)}`,
        }),
      ];
    case 'clock-stopped':
      return [stopped(source, event)];
  }
}

function light(source: StorySource, event: EventOf<'light-changed'>): readonly Sentence[] {
  const step = stepName(source, event.element);
  const { zh, en } = stageWords(event.stage ?? 'handle');
  const of = event.stage === undefined ? '' : ` for ${en}`;
  return event.light === 'red'
    ? [
        {
          kind: 'red',
          zh: `「${step}」超过${zh}时限，亮红灯。`,
          en: `"${english(source, step)}" ran over its limit${of}: red.`,
        },
      ]
    : [
        {
          kind: 'yellow',
          zh: `「${step}」${event.stage === undefined ? '' : zh}快到期，亮黄灯。`,
          en: `"${english(source, step)}" is nearly due${of}: yellow.`,
        },
      ];
}

type Moved = Exclude<ClockEvent, { type: 'light-changed' | 'clock-started' | 'clock-shifted' }>;

function paused(source: StorySource, event: EventOf<'clock-paused'>): Sentence {
  const { reason = '', reviewOn } = event.clock.pauses?.at(-1) ?? {};
  const review = reviewOn === undefined ? { zh: '', en: '' } : { zh: `，${reviewOn} 再看`, en: `, until ${reviewOn}` };
  return moved(source, event, 'paused', {
    zh: `挂起，不再计时${review.zh}${because(reason).zh}`,
    en: `stands still${review.en}${because(reason).en}`,
  });
}

function reviewMoved(source: StorySource, event: EventOf<'clock-review-moved'>): Sentence {
  const day = event.clock.pauses?.at(-1)?.reviewOn ?? '';
  return moved(source, event, 'review-moved', {
    zh: `接着挂起，改到 ${day} 再看${because(event.because).zh}`,
    en: `stands still on and is looked at again on ${day}${because(event.because).en}`,
  });
}

function extended(source: StorySource, event: EventOf<'clock-extended'>): Sentence {
  const granted = event.clock.extensions ?? [];
  const last = granted.at(-1);
  const amount = last ? unitWords(last) : { zh: '', en: '' };
  const reason = because(last?.reason ?? '');
  return moved(source, event, 'extended', {
    zh: `第 ${granted.length} 次延期，延 ${amount.zh}，到 ${spokenTime(event.clock.dueAt)}${reason.zh}`,
    en: `was extended (no. ${granted.length}) by ${amount.en}, to ${spokenTime(event.clock.dueAt)}${reason.en}`,
  });
}

function stopped(source: StorySource, event: EventOf<'clock-stopped'>): Sentence {
  const person = personOf(event.by);
  const who = person ? source.names.person(person) : '系统';
  const step = stepName(source, event.element);
  const { zh, en } = stageWords(event.clock.stage ?? 'handle');
  const late = event.clock.consumed >= event.clock.budget;
  return {
    kind: event.clock.stage ?? 'handle',
    zh: `${who} 完成「${step}」的${zh}${late ? '，已超过时限' : ''}。`,
    en: `${who} did the ${en} of "${english(source, step)}"${late ? ', after its limit' : ''}.`,
    person,
  };
}

function moved(
  source: StorySource,
  { element, clock, by }: Pick<Moved, 'element' | 'by'> & { readonly clock: RunningClock },
  kind: string,
  what: { readonly zh: string; readonly en: string },
): Sentence {
  const person = personOf(by);
  const step = stepName(source, element);
  const { zh, en } = stageWords(clock.stage ?? 'handle');
  const who = person
    ? { zh: `${source.names.person(person)}：`, en: `${source.names.person(person)}: ` }
    : { zh: '', en: '' };
  return {
    kind,
    zh: `${who.zh}「${step}」的${zh}时限${what.zh}。`,
    en: `${who.en}the limit for ${en} of "${english(source, step)}" ${what.en}.`,
    person,
  };
}

function because(reason: string): { readonly zh: string; readonly en: string } {
  return reason === '' ? { zh: '', en: '' } : { zh: `，原因：${reason}`, en: `, because: ${reason}` };
}
