import type { Actor } from '../bpmn/commands.ts';
import type { ProcessEvent } from '../bpmn/events.ts';
import { isJsonObject, type Instant } from '../json.ts';
import { clockSentences } from './clock-story.ts';
import { requestLines, type PastRequest } from './request-lines.ts';
import {
  called,
  english,
  personOf,
  stepName,
  type PastTelling,
  type Sentence,
  type StoryLine,
  type StorySource,
} from './story-words.ts';

export { spokenTime } from './story-words.ts';
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
      return reported(source, event.by);
    case 'sequence-flow-taken':
      return event.passes ? passed(source, event.passes, event.because ?? '') : [];
    case 'decision-evaluated':
      return suggested(source, event.output);
    case 'activity-picked':
      return picked(source, event);
    case 'iterations-begun':
      return [spread(source, event)];
    case 'user-task-created':
      return offered(source, at, event);
    case 'user-task-completed':
      return completed(source, event);
    case 'approval-decided':
      return [decided(source, event)];
    case 'user-task-reassigned':
      return movedOn(source, at, event);
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
    case 'incident-raised':
      return [
        {
          kind: 'incident',
          zh: `系统在「${stepName(source, event.element)}」遇到问题，已报运维处理：${event.incident.zh}`,
          en: `The program is stuck at "${english(source, stepName(source, event.element))}" and told operations: ${event.incident.en}`,
          lines:
            source.forOperator && event.incident.detail ? [{ title: '技术信息', text: event.incident.detail }] : [],
        },
      ];
    case 'instance-cancelled':
      return [
        {
          kind: 'cancelled',
          zh: `事件已中止：${event.because}`,
          en: `The case was cancelled: ${event.because}`,
          person: personOf(event.by),
        },
      ];
    case 'job-completed':
      return automatic(source, event);
    default:
      return [];
  }
}

function reported(source: StorySource, by: Actor): readonly Sentence[] {
  const submission = source.submissions.find((candidate) => candidate.userTask === null);
  const person = personOf(by);
  if (!submission && !person) return [begun(source)];
  const who = person ? source.names.person(person) : '系统';
  return [{ kind: 'reported', zh: `${who} 报事件。`, en: `${who} reported the case.`, person, submission }];
}

/** What nobody reported: a meeting that was called, a process that was started. */
function begun({ process, names }: StorySource): Sentence {
  return { kind: 'begun', zh: `「${process.name}」开始。`, en: `"${names.english(process.name)}" began.` };
}

function passed(source: StorySource, stages: readonly string[], because: string): readonly Sentence[] {
  const titles = stages.map((stage) => source.stages.find((candidate) => candidate.id === stage)?.title ?? stage);
  const reason = because === '' ? { zh: '', en: '' } : { zh: `${because}，`, en: `${english(source, because)}: ` };
  return [
    {
      kind: 'passed',
      zh: `${reason.zh}${titles.map((title) => `「${title}」`).join('')}自动通过。`,
      en: `${reason.en}${titles.map((title) => english(source, title)).join(', ')} passed without anybody.`,
    },
  ];
}

/** Items that go on each by itself have stories of their own. */
function spread(source: StorySource, event: Extract<ProcessEvent, { type: 'iterations-begun' }>): Sentence {
  const { element, first, count } = event;
  const step = stepName(source, element);
  return {
    kind: 'iterations',
    zh: `「${step}」的第 ${first} 到 ${first + count - 1} 项各自开始办。`,
    en: `Items ${first} to ${first + count - 1} of "${english(source, step)}" began, each by itself.`,
  };
}

function suggested(source: StorySource, output: unknown): readonly Sentence[] {
  const post = isJsonObject(output) ? output['post'] : null;
  if (typeof post !== 'string') return [];
  const title = source.names.post(post);
  return [
    {
      kind: 'suggested',
      zh: `按分派规则，由 ${title} 办理。`,
      en: `By the routing rules it goes to the ${english(source, title)}.`,
    },
  ];
}

function picked(
  source: StorySource,
  { element, by }: Extract<ProcessEvent, { type: 'activity-picked' }>,
): readonly Sentence[] {
  const step = stepName(source, element);
  const person = personOf(by);
  const zh = person === null ? '系统' : source.names.person(person);
  const en = person === null ? 'The program' : source.names.person(person);
  return [{ kind: 'picked', zh: `${zh} 开始「${step}」。`, en: `${en} began "${english(source, step)}".`, person }];
}

function offered(
  source: StorySource,
  at: Instant,
  event: Extract<ProcessEvent, { type: 'user-task-created' }>,
): readonly Sentence[] {
  const step = stepName(source, event.element);
  const to = called(source, event.position, at);
  const vacant = event.vacant.map((position) => called(source, position, at));
  const instead =
    vacant.length > 0
      ? {
          zh: `${vacant.map((name) => name.zh).join('、')} 空岗，`,
          en: `${vacant.map((name) => name.en).join(', ')} is vacant; `,
        }
      : { zh: '', en: '' };
  return [
    {
      kind: 'offered',
      zh: `${instead.zh}「${step}」交给 ${to.zh}。`,
      en: `${instead.en}"${english(source, step)}" went to ${to.en}.`,
    },
  ];
}

function completed(
  source: StorySource,
  event: Extract<ProcessEvent, { type: 'user-task-completed' }>,
): readonly Sentence[] {
  const submission = source.submissions.find(
    (candidate) => candidate.userTask === event.id && candidate.form !== sendUpForm,
  );
  const person = personOf(event.by);
  const who = person ? source.names.person(person) : '系统';
  const step = stepName(source, event.element);
  return [
    {
      kind: 'completed',
      zh: `${who} 完成「${step}」。`,
      en: `${who} completed "${english(source, step)}".`,
      person,
      submission,
    },
  ];
}

/** What several who were asked together came to; what each of them said stands with who said it. */
function decided(source: StorySource, event: Extract<ProcessEvent, { type: 'approval-decided' }>): Sentence {
  const { passed: isPassed, approvals, refusals, undecided } = event.outcome;
  const step = stepName(source, event.element);
  const [open, stillOpen] = undecided === 0 ? ['', ''] : [`，未表态 ${undecided}`, `, ${undecided} did not answer`];
  return {
    kind: 'decided',
    zh: `「${step}」${isPassed ? '通过' : '没有通过'}：同意 ${approvals}，不同意 ${refusals}${open}。`,
    en: `"${english(source, step)}" was ${isPassed ? '' : 'not '}approved: ${approvals} agreed, ${refusals} refused${stillOpen}.`,
  };
}

/** Name under which the reason of a 报上级 is kept as a submission. */
export const sendUpForm = 'send-up';

function movedOn(
  source: StorySource,
  at: Instant,
  event: Extract<ProcessEvent, { type: 'user-task-reassigned' }>,
): readonly Sentence[] {
  const to = called(source, event.position, at);
  const from = called(source, event.from, at);
  const person = personOf(event.by);
  if (event.because === 'overdue')
    return [
      {
        kind: 'handed-up',
        zh: `超期没有办结，报上级：交给 ${to.zh}。`,
        en: `Overdue, handed up: it went to ${to.en}.`,
      },
    ];
  if (event.because === 'vacant')
    return [
      {
        kind: 'handed-on',
        zh: `${from.zh} 空岗，改由 ${to.zh} 办理。`,
        en: `${from.en} is vacant; it went to ${to.en}.`,
        person,
      },
    ];
  if (event.because === 'given')
    return [
      {
        kind: 'handed-on',
        zh: `${person ? source.names.person(person) : '管理员'} 交给 ${to.zh} 办理。`,
        en: `${person ? source.names.person(person) : 'An administrator'} gave it to ${to.en}.`,
        person,
      },
    ];
  if (event.because === 'area-changed')
    return [
      {
        kind: 'handed-on',
        zh: `网格调整，由 ${from.zh} 转给 ${to.zh} 办理。`,
        en: `The areas changed; it went from ${from.en} to ${to.en}.`,
        person,
      },
    ];
  const submission = source.submissions.find(
    (candidate) => candidate.userTask === event.id && candidate.form === sendUpForm && candidate.at === at,
  );
  const who = person ? source.names.person(person) : from.zh;
  return [
    {
      kind: 'handed-up',
      zh: `${who} 报上级：交给 ${to.zh}。`,
      en: `${who} handed it up to ${to.en}.`,
      person,
      submission,
    },
  ];
}

/** An automatic step that is the only one of its stage is worth a sentence: 归档, 考核. */
function automatic(source: StorySource, event: Extract<ProcessEvent, { type: 'job-completed' }>): readonly Sentence[] {
  const entered = source.history.find(
    ({ event: past }) => past.type === 'element-entered' && past.id === event.id,
  )?.event;
  const node = entered?.type === 'element-entered' ? source.process.nodes.get(entered.element) : undefined;
  const alone =
    node?.stage && [...source.process.nodes.values()].every((other) => other === node || other.stage !== node.stage);
  return node && alone
    ? [
        {
          kind: 'automatic',
          zh: `「${node.name}」自动完成。`,
          en: `"${english(source, node.name)}" was done automatically.`,
        },
      ]
    : [];
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
