import type { EventOf } from '../bpmn/events.ts';
import type { Instant } from '../json.ts';
import { called, english, personOf, stepName, type Sentence, type StorySource } from './story-words.ts';

/** Name under which the reason of a 报上级 is kept as a submission. */
export const sendUpForm = 'send-up';

/** What a case's story says of its user tasks: to whom they went, who did them, what several decided together. */
export function userTaskSentences(
  source: StorySource,
  at: Instant,
  event: EventOf<'user-task-created' | 'user-task-completed' | 'user-task-reassigned' | 'approval-decided'>,
): readonly Sentence[] {
  switch (event.type) {
    case 'user-task-created':
      return offered(source, at, event);
    case 'user-task-completed':
      return completed(source, event);
    case 'user-task-reassigned':
      return movedOn(source, at, event);
    case 'approval-decided':
      return [decided(source, event)];
  }
}

function offered(source: StorySource, at: Instant, event: EventOf<'user-task-created'>): readonly Sentence[] {
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

function completed(source: StorySource, event: EventOf<'user-task-completed'>): readonly Sentence[] {
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
function decided(source: StorySource, event: EventOf<'approval-decided'>): Sentence {
  const { passed: isPassed, approvals, refusals, undecided } = event.outcome;
  const step = stepName(source, event.element);
  const [open, stillOpen] = undecided === 0 ? ['', ''] : [`，未表态 ${undecided}`, `, ${undecided} did not answer`];
  return {
    kind: 'decided',
    zh: `「${step}」${isPassed ? '通过' : '没有通过'}：同意 ${approvals}，不同意 ${refusals}${open}。`,
    en: `"${english(source, step)}" was ${isPassed ? '' : 'not '}approved: ${approvals} agreed, ${refusals} refused${stillOpen}.`,
  };
}

function movedOn(source: StorySource, at: Instant, event: EventOf<'user-task-reassigned'>): readonly Sentence[] {
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
