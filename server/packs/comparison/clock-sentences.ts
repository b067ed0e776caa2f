import { stageWords } from '../../kernel/calendar/clock-words.ts';
import { clockStages, type ClockStage } from '../../kernel/calendar/time-limit.ts';
import { textIn, type JsonObject } from '../../kernel/json.ts';
import { fill, fromTo, same, type Sentence, type Words } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';
import { literalTime } from './timer-words.ts';

type Tell = (place: ChangedPlace, member: string, what: Words) => Sentence;

/**
 * Rules for the time limits of a step, one for each stage, and for timers that listen to them.
 *
 * @param at where steps are
 * @param tell how a limit and a ladder are said that are named by an id or an expression
 */
export function clockRules(at: string, tell: { readonly tellLimit: Tell; readonly tellLadder: Tell }): readonly Rule[] {
  const ofStage = (stage: ClockStage): readonly Rule[] => {
    const member = stage === 'handle' ? '' : ` ${stage}`;
    const { zh, en } = stageWords(stage);
    const limit = { zh: `${zh}时限`, en: stage === 'handle' ? 'the time limit' : `the limit for ${en}` };
    const ladder = {
      zh: stage === 'handle' ? '超期后的逐级上报' : `${zh}超期后的逐级上报`,
      en: stage === 'handle' ? 'the escalation ladder' : `the ladder for ${en}`,
    };
    return [
      { at, members: [`limit${member}`], say: (place) => tell.tellLimit(place, `limit${member}`, limit) },
      { at, members: [`ladder${member}`], say: (place) => tell.tellLadder(place, `ladder${member}`, ladder) },
    ];
  };
  return [
    ...clockStages.flatMap(ofStage),
    { at, members: ['listensClock', 'listensAfter', 'listensStage'], say: (place) => tellListening(place) },
  ];
}

function tellListening({ before, after, subject, path, trail }: ChangedPlace): Words {
  const step = stepName(after) ?? stepName(before) ?? same(path[3] ?? '');
  const name = trail.length > 0 ? step : subject;
  const when = fill('「{name}」的时间', 'the time of "{name}"', { name });
  return fromTo(when, momentOf(before), momentOf(after));
}

function stepName(step: JsonObject): Words | null {
  const name = textIn(step['name']);
  return name === '' ? null : same(name);
}

/** `办理时限到期时`, `签收时限超期 2 小时后`. */
function momentOf(step: JsonObject): Words {
  const clock = textIn(step['listensClock']);
  if (clock === '') return { zh: '自己的时间', en: 'a time of its own' };
  const known = clockStages.find((stage) => stage === (textIn(step['listensStage']) || 'handle'));
  const limit = known ? stageWords(known) : same(textIn(step['listensStage']));
  const after = textIn(step['listensAfter']);
  const wait = literalTime('duration', after) ?? same(after);
  if (clock === 'yellow') return fill('{limit}时限亮黄灯时', 'when the limit for {limit} turns yellow', { limit });
  if (clock === 'due') return fill('{limit}时限到期时', 'when the limit for {limit} is due', { limit });
  if (clock !== 'overdue') return same(clock);
  return after === ''
    ? fill('{limit}时限超期时', 'when the limit for {limit} has run out', { limit })
    : fill('{limit}时限超期 {wait} 后', '{wait} after the limit for {limit} has run out', { limit, wait });
}
