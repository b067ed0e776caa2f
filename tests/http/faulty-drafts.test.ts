import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../server/kernel/json.ts';
import { xiguan } from '../application/street.ts';
import { drafter, ok, type Answered, type Drafter } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;
let street: Drafter;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  street = drafter(door, xiguan.administrator, xiguan.street);
});

afterEach(async () => {
  ok(await street.ask('DELETE', `/api/drafts/${await street.draft()}`));
});

afterAll(() => door.close());

type Change = (content: Answered['content']) => JsonObject | string;

const withMember =
  (name: string, value: Json): Change =>
  ({ json }) => ({ ...json, [name]: value });

const inXml =
  (from: string | RegExp, to: string): Change =>
  ({ xml }) => {
    const changed = xml.replace(from, to);
    if (changed === xml) throw new Error(`the drawing does not hold ${String(from)}`);
    return changed;
  };

const items = (value: Json | undefined): readonly JsonObject[] => value as unknown as readonly JsonObject[];

/** What is done, to which definition, and what is told of it: code, place, and what the sentence has to say. */
const faults: readonly (readonly [string, string, string, Change, string, string, string])[] = [
  [
    'a post falls back to one there is not',
    'post',
    'grid-manager',
    withMember('fallback', 'nobody'),
    'post-unknown',
    '/fallback',
    '请在「岗位」里加上',
  ],
  [
    'a post needs more people than it takes',
    'post',
    'mediator',
    withMember('min', 9),
    'post-count',
    '/min',
    '最少 9 人',
  ],
  [
    'a permission there is not',
    'role',
    'leader',
    withMember('permissions', ['fly']),
    'shape-value',
    '/permissions/0',
    '「权限」只能写',
  ],
  ['a limit without an amount', 'limit', 'assign', withMember('amount', '三天'), 'shape-value', '/amount', ''],
  [
    'a limit by a calendar there is not',
    'limit',
    'assign',
    withMember('calendar', 'moon'),
    'calendar-unknown',
    '/calendar',
    '工作日历',
  ],
  [
    'an area that hangs nowhere',
    'areas',
    'areas',
    ({ json }) => ({
      ...json,
      areas: items(json['areas']).map((area) =>
        area['code'] === xiguan.grid02 ? { ...area, parent: '620502005999' } : area,
      ),
    }),
    'area-without-parent',
    '/areas/9/parent',
    '上级 620502005999 不存在',
  ],
  [
    'a report form there is not',
    'case-type',
    'event',
    withMember('reportForm', 'nothing'),
    'form-unknown',
    '/reportForm',
    '没有表单「nothing」',
  ],
  [
    'a ladder that tells nobody',
    'ladder',
    'case-overdue',
    ({ json }) => ({ ...json, rungs: items(json['rungs']).map((rung) => ({ ...rung, told: ['ghost'] })) }),
    'post-unknown',
    '/rungs/0/told/0',
    '没有岗位「ghost」',
  ],
  [
    'a meeting whose process there is not',
    'meeting',
    'dispute-coordination',
    withMember('process', 'party'),
    'process-unknown',
    '/process',
    '没有流程「party」',
  ],
  [
    'a notice with a word it cannot fill in',
    'notice',
    'case-informed',
    withMember('text', '请看 {weather}'),
    'notice-placeholder-unknown',
    '/text',
    'weather',
  ],
  [
    'a ledger with a column its form has not',
    'ledger',
    'household',
    withMember('columns', ['address', 'shoeSize']),
    'ledger-field-unknown',
    '/columns/1',
    'shoeSize',
  ],
  [
    'a form whose rule asks for a field it has not',
    'form',
    'handle',
    withMember('rules', [{ when: { all: [{ field: 'nowhere', equals: 'x' }] }, show: ['result'] }]),
    'form-field-unknown',
    '/rules/0/when/all/0/field',
    'nowhere',
  ],
  [
    'a step that nobody does',
    'process',
    'case-handling',
    inXml(/<grid:assignment[^>]*\/>/, ''),
    'user-task-without-post',
    'assign',
    '没有写由哪个岗位办',
  ],
  [
    'a drawing that is cut off',
    'process',
    'action-item',
    ({ xml }) => xml.slice(0, xml.length / 2),
    'xml-broken',
    '',
    '',
  ],
  [
    'a rule with an expression that is none',
    'decision',
    'next-level',
    inXml(/<text>[^<]+<\/text>/, '<text>"grid" +</text>'),
    'syntax-error',
    'level',
    '没有写完',
  ],
  [
    'a holiday that is no date',
    'calendar',
    'china',
    withMember('years', { '2026': { provisional: false, holidays: { '2026-02-31': '春节' }, makeUpDays: {} } }),
    'calendar-date',
    '/years/2026/holidays/2026-02-31',
    '2026-02-31',
  ],
  [
    'a scenario about somebody there is not',
    'scenario',
    'sent-up',
    ({ json }) => ({ ...json, steps: JSON.parse(JSON.stringify(json['steps']).replaceAll('陈晓明', '无此人')) }),
    'scenario-person-unknown',
    '/steps/2/who',
    '无此人',
  ],
];

describe('a faulty draft cannot be published, and says in plain words what is wrong and where', () => {
  it.each(faults)('%s', async (_, kind, id, change, code, place, words) => {
    ok(await street.change(kind, id, change));
    const told = (await street.problems()).filter(({ severity }) => severity === 'error');
    expect(told).toContainEqual(expect.objectContaining({ code, kind, id, place, zh: expect.stringContaining(words) }));
    const found = await street.examine();
    expect(found.state).toBe('failed');
    expect(found.problems).toEqual(expect.arrayContaining([...told]));
    expect((await street.publish()).body.code).toBe('draft-not-examined');
  });
});
