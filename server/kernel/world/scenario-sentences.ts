import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isAreaStep } from './plan-areas.ts';
import { nobodyHasIt } from './plan-expectation.ts';
import { isClockStep } from './plan-clock.ts';
import type { AreaStep } from './scenario-area-steps.ts';
import type { ClockStep } from './scenario-clock-steps.ts';
import type { GivenStep, Scenario, ScenarioExpectation, ScenarioStep } from './scenario.ts';

/**
 * A scenario as people read it: one Chinese sentence for each step, in the scenario's own words.
 *
 * @param scenario as it stands in its file; nothing is looked up, so a faulty one can be read too
 */
export function scenarioSentences(scenario: Scenario): readonly string[] {
  return scenario.steps.map(sentenceOf);
}

function sentenceOf(step: ScenarioStep): string {
  if ('given' in step) return givenSentence(step);
  if ('reports' in step)
    return `${step.who}${step.in === undefined ? '' : `在${step.in}`}报事件「${step.reports}」：${answers(step.with)}。${refusal(step)}`;
  if ('starts' in step)
    return `启动流程「${step.starts}」${step.named === step.starts ? '' : `，叫它「${step.named}」`}${withVariables(step.with)}。`;
  if ('completes' in step)
    return `${step.who}完成${about(step.of)}「${step.completes}」：${answers(step.with)}。${refusal(step)}`;
  if ('sendsUp' in step)
    return `${step.who}把${about(step.of)}「${step.sendsUp}」报上级：${step.because}。${refusal(step)}`;
  if (isClockStep(step)) return clockSentence(step);
  if (isAreaStep(step)) return areaSentence(step);
  if ('wait' in step) return `过了 ${step.wait}。`;
  if ('until' in step) return `到了 ${step.until}。`;
  return `这时，${expectations(step.then).join('，')}。`;
}

function areaSentence(step: AreaStep): string {
  if ('chooses' in step) return `${step.who}把${aboutCase(step.of)}改交${step.chooses}。${refusal(step)}`;
  const { on, kind, from, to, under, openWork, workTo, holders } = step.areasChange;
  const parts = [
    `${on} 起，${from.join('、')}${kind}为${to.join('、')}`,
    ...(under === undefined ? [] : [`归${under}`]),
    `没有办完的事${openWork ?? '跟着走'}${workTo === undefined ? '' : `，交给${workTo}`}`,
    ...(holders === undefined ? [] : [`岗位上的人${holders}`]),
  ];
  return `网格调整：${parts.join('，')}。`;
}

function aboutCase(of: string | undefined): string {
  return of === undefined ? '这件事' : `「${of}」`;
}

function clockSentence(step: ClockStep): string {
  if ('rebases' in step) return `在办的都改按新的工作日历算：${step.rebases}。`;
  if ('calendarChanges' in step) {
    const { worked = [], off = [] } = step.calendarChanges;
    const days = [...worked.map((day) => `${day} 上班`), ...off.map((day) => `${day} 放假`)];
    return `工作日历改了：${days.join('，')}。`;
  }
  const what = `${about(step.of)}`;
  const clock = `的${step.clock ?? '办理'}时限`;
  if ('pauses' in step) return `${step.who}挂起${what}「${step.pauses}」${clock}：${step.because}。${refusal(step)}`;
  if ('resumes' in step) return `${step.who}恢复${what}「${step.resumes}」${clock}。${refusal(step)}`;
  if ('extends' in step)
    return `${step.who}把${what}「${step.extends}」${clock}延 ${step.by}：${step.because}。${refusal(step)}`;
  if ('signsFor' in step) return `${step.who}签收${what}「${step.signsFor}」。${refusal(step)}`;
  return `${step.who}首次响应${what}「${step.respondsTo}」。${refusal(step)}`;
}

function givenSentence(step: GivenStep): string {
  const { at, people, vacant, holds } = step.given;
  const parts = [
    ...(at === undefined ? [] : [`现在是 ${at}`]),
    ...(people === undefined
      ? []
      : [people === 'demo' ? '人员用演示人员' : `人员有${people.map((person) => person.name).join('、')}`]),
    ...(vacant ?? []).map((position) => `${position.area}的${position.post}空岗`),
    ...(holds ?? []).map(({ who, post, area, kind, from, to }) => {
      const days = `${from === undefined ? '' : `${from} 起`}${to === undefined ? '' : `到 ${to} 为止`}`;
      return `${who}${days}${kind === 'cover' ? '顶岗' : '担任'}${area}的${post}`;
    }),
  ];
  return `假定${parts.join('，')}。`;
}

function withVariables(variables: JsonObject | undefined): string {
  return variables === undefined || Object.keys(variables).length === 0 ? '' : `：${answers(variables)}`;
}

function refusal(step: { readonly refused?: string }): string {
  return step.refused === undefined ? '' : `应当被拒绝（${step.refused}）。`;
}

function about(of: string | undefined): string {
  return of === undefined ? '' : `「${of}」的`;
}

function answers(data: JsonObject): string {
  return (
    Object.entries(data)
      .map(([question, answer]) => `${question} ${spoken(question, answer)}`)
      .join('；') || '什么也没填'
  );
}

function spoken(question: string, answer: Json): string {
  if (answer === true) return '是';
  if (answer === false) return '否';
  if (typeof answer === 'number') return question.includes('照片') ? `${answer} 张` : String(answer);
  if (isJsonArray(answer)) return answer.map((one) => spoken(question, one)).join('、');
  if (isJsonObject(answer)) return `（${answers(answer)}）`;
  return answer ?? '空';
}

function expectations(then: ScenarioExpectation): readonly string[] {
  const subject = then.of === undefined ? '' : `「${then.of}」`;
  const said = [
    then.status && `${then.status}`,
    then.number && `编号是 ${then.number}`,
    then.stage && `在「${then.stage}」环节`,
    then.step && `正在办「${then.step}」`,
    (then.holder ?? then.post ?? then.area) !== undefined &&
      (then.holder === nobodyHasIt
        ? `放在${then.area ?? ''}${then.post ?? ''}，${nobodyHasIt}`
        : `由${then.area ?? ''}${then.post ?? ''}${spaced(then)}${then.holder ?? ''}办`),
    then.light && `灯是${then.light}`,
    then.due && `${then.due} 到期`,
    then.passed &&
      (then.passed.length > 0 ? `${then.passed.map((stage) => `「${stage}」`).join('')}自动通过` : '没有环节自动通过'),
    then.told && `已抄送${then.told.join('、')}`,
    then.notTold && `没有抄送${then.notTold.join('、')}`,
    then.story && `经过里写着${then.story.map((piece) => `“${piece}”`).join('、')}`,
    ...Object.entries(then.work ?? {}).map(([person, steps]) =>
      steps.length === 0 ? `${person}没有待办` : `${person}的待办是${steps.map((step) => `「${step}」`).join('')}`,
    ),
  ].filter((part) => typeof part === 'string' && part !== '') as string[];
  return said.map((part, index) => (index === 0 ? subject + part : part));
}

function spaced(then: ScenarioExpectation): string {
  return then.holder !== undefined && (then.post ?? then.area) !== undefined ? ' ' : '';
}
