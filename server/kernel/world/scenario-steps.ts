import type { Json, JsonObject } from '../json.ts';

/** The kinds of steps, each by the member that no other kind has. */
export type ScenarioStepKind =
  | 'given'
  | 'reports'
  | 'starts'
  | 'completes'
  | 'sendsUp'
  | 'pauses'
  | 'resumes'
  | 'extends'
  | 'signsFor'
  | 'respondsTo'
  | 'calendarChanges'
  | 'rebases'
  | 'areasChange'
  | 'chooses'
  | 'wait'
  | 'until'
  | 'then';

/** What a step of each kind says at first: in its own member, and beside it. */
const beginnings: readonly (readonly [kind: ScenarioStepKind, own: Json, beside: JsonObject])[] = [
  ['given', { at: '2026-09-10 09:00', people: 'demo' }, {}],
  ['reports', '', { who: '', with: {} }],
  ['starts', '', { named: '' }],
  ['completes', '', { who: '', with: {} }],
  ['sendsUp', '', { who: '', because: '' }],
  ['pauses', '', { who: '', because: '' }],
  ['resumes', '', { who: '' }],
  ['extends', '', { who: '', by: '1 个工作日', because: '' }],
  ['signsFor', '', { who: '' }],
  ['respondsTo', '', { who: '' }],
  ['calendarChanges', { worked: [] }, {}],
  ['rebases', '', {}],
  ['areasChange', { on: '2026-09-14', kind: '拆分', from: [], to: [] }, {}],
  ['chooses', '', { who: '' }],
  ['wait', '1 个工作日', {}],
  ['until', '2026-09-11 09:00', {}],
  ['then', { status: '办理中' }, {}],
];

export const scenarioStepKinds: readonly ScenarioStepKind[] = beginnings.map(([kind]) => kind);

/** A step of a kind as an editor begins it; who does what is still to be said. */
export function newScenarioStep(kind: ScenarioStepKind): JsonObject {
  const [, own, beside] = beginnings.find(([known]) => known === kind) ?? [kind, '', {}];
  return { ...beside, [kind]: own };
}

/** The kind of a step, also of one that is not complete; null when nothing tells it. */
export function kindOfStep(step: JsonObject): ScenarioStepKind | null {
  return scenarioStepKinds.find((kind) => Object.hasOwn(step, kind)) ?? null;
}
