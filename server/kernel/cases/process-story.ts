import type { Actor } from '../bpmn/commands.ts';
import type { EventOf } from '../bpmn/events.ts';
import { isJsonObject } from '../json.ts';
import { english, personOf, stepName, type Sentence, type StorySource } from './story-words.ts';

/** What a case's story says of its process: how it began, which way it went, what the program did or could not do. */
export function processSentences(
  source: StorySource,
  event: EventOf<
    | 'instance-created'
    | 'instance-cancelled'
    | 'incident-raised'
    | 'sequence-flow-taken'
    | 'decision-evaluated'
    | 'activity-picked'
    | 'iterations-begun'
    | 'job-completed'
  >,
): readonly Sentence[] {
  switch (event.type) {
    case 'instance-created':
      return reported(source, event.by);
    case 'instance-cancelled':
      return [cancelled(event)];
    case 'incident-raised':
      return [stuck(source, event)];
    case 'sequence-flow-taken':
      return event.passes ? passed(source, event.passes, event.because ?? '') : [];
    case 'decision-evaluated':
      return suggested(source, event.output);
    case 'activity-picked':
      return picked(source, event);
    case 'iterations-begun':
      return [spread(source, event)];
    case 'job-completed':
      return automatic(source, event);
  }
}

function cancelled({ because, by }: EventOf<'instance-cancelled'>): Sentence {
  return {
    kind: 'cancelled',
    zh: `事件已中止：${because}`,
    en: `The case was cancelled: ${because}`,
    person: personOf(by),
  };
}

function stuck(source: StorySource, { element, incident }: EventOf<'incident-raised'>): Sentence {
  const step = stepName(source, element);
  return {
    kind: 'incident',
    zh: `系统在「${step}」遇到问题，已报运维处理：${incident.zh}`,
    en: `The program is stuck at "${english(source, step)}" and told operations: ${incident.en}`,
    lines: source.forOperator && incident.detail ? [{ title: '技术信息', text: incident.detail }] : [],
  };
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
function spread(source: StorySource, event: EventOf<'iterations-begun'>): Sentence {
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

function picked(source: StorySource, { element, by }: EventOf<'activity-picked'>): readonly Sentence[] {
  const step = stepName(source, element);
  const person = personOf(by);
  const zh = person === null ? '系统' : source.names.person(person);
  const en = person === null ? 'The program' : source.names.person(person);
  return [{ kind: 'picked', zh: `${zh} 开始「${step}」。`, en: `${en} began "${english(source, step)}".`, person }];
}

/** An automatic step that is the only one of its stage is worth a sentence: 归档, 考核. */
function automatic(source: StorySource, event: EventOf<'job-completed'>): readonly Sentence[] {
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
