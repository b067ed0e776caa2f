import { parseDay } from '../civil-day.ts';
import type { AreaChange, OpenWorkRule } from '../organization/area-changes.ts';
import type { Area } from '../organization/organization.ts';
import type { AreasChange, AreaStep } from './scenario-area-steps.ts';
import type { PlannedAct } from './scenario-plan.ts';
import { subjectOf, type ScenarioReading } from './scenario-reading.ts';
import { findArea } from './scenario-words.ts';

/** Whether a step is about areas. */
export function isAreaStep(step: object): step is AreaStep {
  return ['areasChange', 'chooses'].some((member) => Object.hasOwn(step, member));
}

/** Looks up the words of a step about areas; what is changed has its new names in the steps after it. */
export function planAreaStep(reading: ScenarioReading, step: AreaStep, place: string): PlannedAct | null {
  if ('areasChange' in step) return planChange(reading, step.areasChange, `${place}/areasChange`);
  const person = reading.person(step.who, `${place}/who`);
  const of = subjectOf(reading, step.of, `${place}/of`);
  const area = areaCalled(reading, step.chooses, `${place}/chooses`);
  if (!person || !of || !area) return null;
  const refused = step.refused === undefined ? {} : { refused: step.refused };
  return { do: 'choose', person: person.account, of, area: area.code, ...refused };
}

const kinds = { 拆分: 'split', 合并: 'merge', 划转: 'move' } as const;

/** How many areas a change makes of how many. */
const fits: { readonly [kind in AreasChange['kind']]: (from: number, to: number) => boolean } = {
  拆分: (from, to) => from === 1 && to > 1,
  合并: (from, to) => from > 1 && to === 1,
  划转: (from, to) => from === to,
};

function planChange(reading: ScenarioReading, wanted: AreasChange, place: string): PlannedAct | null {
  const from = wanted.from.map((word, index) => areaCalled(reading, word, `${place}/from/${index}`));
  const under = wanted.under === undefined ? null : areaCalled(reading, wanted.under, `${place}/under`);
  const old = from.flatMap((area) => area ?? []);
  if (old.length < from.length || under === undefined || !isSound(reading, wanted, old, place)) return null;
  const { release } = reading.words;
  const parts = wanted.to.map((name, index) => partOf(wanted, old, under, { name, index }));
  const change = changeOf(wanted, old, parts);
  const areas = [
    ...release.areas.map((area) => (change.from.includes(area.code) ? { ...area, to: wanted.on } : area)),
    ...parts,
  ];
  const areaChanges = [...release.areaChanges, change];
  reading.words = { ...reading.words, release: { ...release, areas, areaChanges } };
  return { do: 'change-areas', areas, areaChanges };
}

/** An area ends once, so what comes of it can be told by its code and a number. */
function partOf(
  { on, kind }: AreasChange,
  old: readonly Area[],
  under: Area | null,
  { name, index }: { readonly name: string; readonly index: number },
): Area {
  const like = (kind === '划转' ? old[index] : old[0]) ?? { code: '', name, type: 'grid', parent: null };
  return { ...like, code: `${like.code}-${index + 1}`, name, from: on, parent: under?.code ?? like.parent };
}

function changeOf(wanted: AreasChange, old: readonly Area[], parts: readonly Area[]): AreaChange {
  const { on, kind, openWork, workTo, holders } = wanted;
  const part = parts.find(({ name }) => name === workTo);
  const rule: OpenWorkRule = {
    rule: openWork === '留下办完' ? 'stay' : 'follow',
    ...(part ? { to: part.code } : {}),
    ...(holders === undefined ? {} : { holders: holders === '离岗' ? 'end' : 'follow' }),
  };
  const codes = (areas: readonly Area[]): readonly string[] => areas.map(({ code }) => code);
  return { on, kind: kinds[kind], from: codes(old), to: codes(parts), openWork: rule };
}

function isSound(reading: ScenarioReading, wanted: AreasChange, old: readonly Area[], place: string): boolean {
  const { on, kind, to, workTo } = wanted;
  const { areas } = reading.words.release;
  const before = reading.faults.length;
  const wrong = (at: string, zh: string, en: string): void =>
    reading.report('scenario-areas-wrong', `${place}/${at}`, zh, en);
  if (parseDay(on) === null)
    wrong('on', `「${on}」不是日期。例：2026-09-14。`, `"${on}" is no date. Example: 2026-09-14.`);
  if (!fits[kind](old.length, to.length))
    wrong(
      'to',
      '拆分是一个变几个，合并是几个变一个，划转一一对应。请改正。',
      'A split makes several of one, a merge one of several, a move one of each. Correct it.',
    );
  const taken = to.find((name, index) => to.indexOf(name) < index || areas.some((area) => area.name === name));
  if (taken !== undefined)
    wrong('to', `已经有叫「${taken}」的区域，请换个名字。`, `There is already an area "${taken}"; name it otherwise.`);
  const above = old.find(({ code, to: ends }) => ends !== undefined || areas.some(({ parent }) => parent === code));
  if (above)
    wrong(
      'from',
      `「${above.name}」已经结束了，或者下面还有区域，场景里变不了。请改用最下面一级。`,
      `"${above.name}" has ended, or areas lie below it: a scenario cannot change it. Name one of the lowest level.`,
    );
  if (workTo !== undefined && !to.includes(workTo))
    wrong(
      'workTo',
      `「${workTo}」不是以后的区域。请写其中一个。`,
      `"${workTo}" does not come out of it. Name one that does.`,
    );
  return reading.faults.length === before;
}

function areaCalled(reading: ScenarioReading, word: string, place: string): Area | undefined {
  const area = findArea(reading.words.release, word);
  if (!area) reading.report('scenario-area-unknown', place, `没有区域「${word}」。`, `There is no area "${word}".`);
  return area;
}
