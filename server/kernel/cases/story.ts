import type { ProcessEvent } from '../bpmn/events.ts';
import type { Instant } from '../json.ts';
import { clockSentences } from './clock-story.ts';
import { processSentences } from './process-story.ts';
import { requestLines, type PastRequest } from './request-lines.ts';
import { called, english, type PastTelling, type Sentence, type StoryLine, type StorySource } from './story-words.ts';
import { userTaskSentences } from './user-task-story.ts';

export { spokenTime } from './story-words.ts';
export { sendUpForm } from './user-task-story.ts';
export type { PastEvent, PastSubmission, PastTelling, StoryLine, StorySource } from './story-words.ts';

/**
 * The story of a case: what happened to it, as sentences in order of time. Only what people care about becomes a
 * sentence; gateways, timers and bookkeeping do not.
 */
export function storyOf(source: StorySource): readonly StoryLine[] {
  const told = source.tellings.map((telling) => tellingLine(source, telling));
  const happened = source.history.flatMap(({ at, event }) =>
    sentences(source, at, event).map((sentence) => line(at, sentence)),
  );
  const asked = (source.requests ?? []).flatMap((request) => askedLines(source, request));
  return [...happened, ...told, ...asked].toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
}

function askedLines(source: StorySource, request: PastRequest): readonly StoryLine[] {
  const { person, english: inEnglish } = source.names;
  const inWords = (position: PastRequest['to'], at: Instant) => called(source, position, at);
  return requestLines(request, { person, english: inEnglish, called: inWords }).map(({ at, ...said }) =>
    line(at, said),
  );
}

function line(at: Instant, sentence: Sentence): StoryLine {
  const { kind, zh, en, submission } = sentence;
  return {
    at,
    kind,
    zh,
    en,
    person: sentence.person ?? null,
    lines: sentence.lines ?? submission?.lines ?? [],
    photos: submission?.photos ?? [],
  };
}

function sentences(source: StorySource, at: Instant, event: ProcessEvent): readonly Sentence[] {
  switch (event.type) {
    case 'instance-created':
    case 'instance-cancelled':
    case 'incident-raised':
    case 'sequence-flow-taken':
    case 'decision-evaluated':
    case 'activity-picked':
    case 'iterations-begun':
    case 'job-completed':
      return processSentences(source, event);
    case 'user-task-created':
    case 'user-task-completed':
    case 'user-task-reassigned':
    case 'approval-decided':
      return userTaskSentences(source, at, event);
    case 'light-changed':
    case 'clock-started':
    case 'clock-shifted':
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-review-moved':
    case 'clock-extended':
    case 'clock-rebased':
    case 'clock-stopped':
      return clockSentences(source, event);
    default:
      return [];
  }
}

function tellingLine(source: StorySource, telling: PastTelling): StoryLine {
  const to =
    'person' in telling.to
      ? { zh: source.names.person(telling.to.person), en: source.names.person(telling.to.person) }
      : called(source, telling.to, telling.at);
  const by = telling.by ? source.names.person(telling.by) : null;
  return line(telling.at, {
    kind: by ? 'urged' : 'told',
    person: telling.by,
    zh: by ? `${by} 催办 ${to.zh}：${telling.title}` : `告知 ${to.zh}：${telling.title}`,
    en: by
      ? `${by} urged ${to.en}: ${english(source, telling.title)}`
      : `${to.en} was told: ${english(source, telling.title)}`,
  });
}
