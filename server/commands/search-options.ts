import type { JsonObject } from '../kernel/json.ts';

/** Options with which commands look for instances. */
export const searchOptions = {
  state: { type: 'string' },
  process: { type: 'string' },
  version: { type: 'string' },
  element: { type: 'string' },
  area: { type: 'string' },
  incident: { type: 'string' },
  variable: { type: 'string' },
  'older-than': { type: 'string' },
  'younger-than': { type: 'string' },
} as const;

/** How they are explained. */
export const searchUsage = `  --state        open（默认 default）· stuck · suspended · completed · cancelled
  --process      流程编号 Id of the process            --element  停在哪一步 BPMN id of the step a token is at
  --version      版本的哈希 Hash of the version        --area     区域编码，含下级 Code of an area, with all below it
  --incident     卡住原因代码 Code of an open incident --variable 名=值 name=value，流程里声明过的 declared with grid:searchable
  --older-than   已经开始多久 Started so long ago: 90m, 12h, 3d   --younger-than 同上 the same`;

type Values = { readonly [name: string]: unknown };

/** Whether any of them was given. */
export function isSearching(values: Values): boolean {
  return Object.keys(searchOptions).some((name) => typeof values[name] === 'string');
}

/**
 * The question the options ask.
 *
 * @param now ages are counted back from it
 * @returns null when an age is not understood
 */
export function searchQuery(values: Values, now: Date): JsonObject | null {
  const query: Record<string, string> = {};
  for (const name of ['state', 'process', 'version', 'element', 'area', 'incident', 'variable']) {
    const value = values[name];
    if (typeof value === 'string') query[name] = value;
  }
  for (const [name, bound] of [
    ['older-than', 'startedUntil'],
    ['younger-than', 'startedFrom'],
  ] as const) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    const age = ageMs(value);
    if (age === null) return null;
    query[bound] = new Date(now.getTime() - age).toISOString();
  }
  return query;
}

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function ageMs(text: string): number | null {
  const [, amount, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  return amount === undefined ? null : Number(amount) * unitMs[unit as keyof typeof unitMs];
}
