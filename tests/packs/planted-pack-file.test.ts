import { describe, expect, it } from 'vitest';
import type { PackFile } from '../../server/kernel/release/definitions.ts';
import type { Scenario } from '../../server/kernel/world/scenario.ts';
import { folderLimits } from '../../server/packs/reading/read-pack-folder.ts';
import { inFile, plantedPack, told, toldOf, type Open, type Plant } from './planted-pack.ts';

const manifest =
  (change: (pack: Open<PackFile>) => void): Plant =>
  (planting) =>
    planting.json('pack.json', change);
const withoutAssumed = (path: string): Plant =>
  manifest((pack) => {
    pack.assumed = pack.assumed.filter((value) => value.path !== path);
  });

describe('a pack whose pack.json is wrong', () => {
  it.each<[string, Plant, string]>([
    [
      'a version that is none',
      manifest((pack) => {
        pack.version = '1.0';
      }),
      'pack-version pack.json#/version',
    ],
    [
      'an id that is not the folder’s',
      manifest((pack) => {
        pack.id = 'tianshui-dongguan';
      }),
      'pack-id pack.json#/id',
    ],
    [
      'an unknown pack below',
      manifest((pack) => {
        pack.extends = 'nothing';
      }),
      'pack-extends-unknown pack.json#/extends',
    ],
    [
      'packs that extend each other',
      inFile('../base/pack.json', '"extends": null', '"extends": "tianshui-xiguan"'),
      'pack-extends-cycle ../base/pack.json#/extends',
    ],
    [
      'a key nobody knows',
      manifest((pack) => {
        Object.assign(pack, { licence: 'none' });
      }),
      'shape-key-unknown pack.json#/licence',
    ],
    [
      'a missing key',
      manifest((pack) => {
        Reflect.deleteProperty(pack, 'title');
      }),
      'shape-key-missing pack.json#/title',
    ],
    ['no pack.json', (planting) => planting.remove('pack.json'), 'pack-file-missing pack.json'],
    [
      'a source that points at nothing',
      manifest((pack) => {
        pack.sources.push(
          { definition: 'areas.json#/areas/9', document: '文', passage: '段' },
          { definition: 'nowhere.json', document: '文', passage: '段' },
        );
      }),
      'provenance-unknown pack.json#/sources/59/definition',
    ],
    [
      'an assumed value that points at nothing',
      manifest((pack) => {
        pack.assumed[0] = { path: 'limits.json#/limits/someday/amount', reason: '没有' };
      }),
      'provenance-unknown pack.json#/assumed/0/path',
    ],
    [
      'an assumed value listed twice',
      manifest((pack) => {
        pack.assumed[1] = { path: pack.assumed[0]?.path ?? '', reason: '重复' };
      }),
      'assumed-twice pack.json#/assumed/1/path',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});

describe('a value that is neither in a source nor assumed', () => {
  it.each<[string, Plant, string]>([
    [
      'an amount of time',
      withoutAssumed('limits.json#/limits/assign/amount'),
      'value-without-source limits.json#/limits/assign/amount',
    ],
    [
      'a new limit',
      inFile('limits.json', '"limits": [', '"limits": [{ "id": "new", "title": "新", "amount": 2, "unit": "days" },'),
      'value-without-source limits.json#/limits/new/amount',
    ],
    [
      'the day of a meeting',
      withoutAssumed('meetings/dispute-coordination.json#/rule'),
      'value-without-source meetings/dispute-coordination.json#/rule',
    ],
    [
      'a rung',
      withoutAssumed('ladders/case-overdue.json#/rungs/0/to'),
      'value-without-source ladders/case-overdue.json#/rungs/0/to',
    ],
    [
      'a rule of the routing',
      withoutAssumed('decisions/handling-level.dmn#hazard-fire'),
      'value-without-source decisions/handling-level.dmn#hazard-fire',
    ],
    [
      'who does a step',
      withoutAssumed('processes/case-handling.bpmn#handle'),
      'value-without-source processes/case-handling.bpmn#handle',
    ],
    [
      'the number of people on a post',
      withoutAssumed('posts.json#/posts/mediator/max'),
      'value-without-source posts.json#/posts/mediator/max',
    ],
    [
      'a name of an area',
      withoutAssumed('areas.json#/areas/620502005001/name'),
      'value-without-source areas.json#/areas/620502005001/name',
    ],
    [
      'a category',
      withoutAssumed('case-types/event.json#/categories/facility/children/facility-lamp/title'),
      'value-without-source case-types/event.json#/categories/facility/children/facility-lamp/title',
    ],
    [
      'how long personal data is kept',
      withoutAssumed('forms/household.form.json#/schema/properties/phone'),
      'value-without-source forms/household.form.json#/schema/properties/phone',
    ],
    [
      'what a role may do',
      inFile('../base/pack.json', 'roles.json#/roles/helper/permissions', 'roles.json#/roles/leader/permissions'),
      'value-without-source ../base/roles.json#/roles/helper/permissions',
    ],
  ])('is found: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });

  it('is accounted for by a place with numbers as well as by one with ids', async () => {
    const faults = await plantedPack(
      manifest((pack) => {
        pack.assumed = pack.assumed.map((value) =>
          value.path === 'limits.json#/limits/assign/amount'
            ? { ...value, path: 'limits.json#/limits/0/amount' }
            : value,
        );
      }),
    );

    expect(told(faults)).toEqual([]);
  });
});

describe('a pack whose translations lag behind', () => {
  it.each<[string, Plant, string]>([
    [
      'a text without English',
      inFile('posts.json', '"title": "民情气象员"', '"title": "民情员"'),
      'translation-missing posts.json#/posts/2/title',
    ],
    [
      'English for a text that is gone',
      inFile('translations/en.json', '"民情气象员"', '"气象员"'),
      'translation-unused translations/en.json#/气象员',
    ],
    [
      'a step without English',
      inFile('processes/case-handling.bpmn', 'name="分派建议"', 'name="想一想"'),
      'translation-missing processes/case-handling.bpmn#suggest-handler',
    ],
  ])('is warned: %s', async (_name, plant, expected) => {
    const faults = await plantedPack(plant);

    expect(told(faults)).toContain(expected);
    expect(faults.every((fault) => fault.severity === 'warning')).toBe(true);
  });
});

describe('a pack whose scenario is wrong', () => {
  const file = 'tests/nobody-to-answer.scenario.json';
  const scenario =
    (change: (steps: Open<Scenario>['steps']) => void): Plant =>
    (planting) =>
      planting.json<Open<Scenario>>(file, ({ steps }) => change(steps));
  const step = (index: number, change: object): Plant =>
    scenario((steps) => {
      Object.assign(steps[index] ?? {}, change);
    });

  const append = (last: object): Plant =>
    scenario((steps) => {
      steps.push(last as (typeof steps)[number]);
    });
  const split = (other: object): object => ({
    areasChange: { on: '2026-09-14', kind: '拆分', from: ['西关 04'], to: ['西关 04 东', '西关 04 西'], ...other },
  });

  it.each<[string, Plant, string]>([
    ['an unknown person', step(1, { who: '无名氏' }), `scenario-person-unknown ${file}#/steps/1/who`],
    ['an unknown area', step(1, { in: '月球 01' }), `scenario-area-unknown ${file}#/steps/1/in`],
    ['an unknown step', step(2, { completes: '庆祝' }), `scenario-step-unknown ${file}#/steps/2/completes`],
    ['an unknown question', step(2, { with: { 心情: '好' } }), `scenario-field-unknown ${file}#/steps/2/with/心情`],
    [
      'an unknown choice',
      step(2, { with: { 怎么指派: '抓阄' } }),
      `scenario-choice-unknown ${file}#/steps/2/with/怎么指派`,
    ],
    [
      'a choice that stands twice',
      step(1, { with: { 类别: '其他', 情况: '路灯不亮了。', 地点: '正街' } }),
      `scenario-choice-ambiguous ${file}#/steps/1/with/类别`,
    ],
    [
      'an unknown stage',
      step(4, JSON.parse('{ "then": { "stage": "庆祝" } }')),
      `scenario-stage-unknown ${file}#/steps/4/then/stage`,
    ],
    [
      'an unknown post',
      scenario((steps) => {
        steps.splice(1, 0, { given: { vacant: [{ post: '皇帝', area: '西关社区' }] } });
      }),
      `scenario-post-unknown ${file}#/steps/1/given/vacant/0/post`,
    ],
    [
      'a date that is none',
      step(0, { given: { at: '2026-13-40 09:00', people: 'demo' } }),
      `scenario-time-wrong ${file}#/steps/0/given/at`,
    ],
    ['an unknown meeting', step(2, { of: '庆功会' }), `scenario-subject-unknown ${file}#/steps/2/of`],
    [
      'no beginning',
      scenario((steps) => {
        steps.shift();
      }),
      `scenario-without-beginning ${file}#/steps/0`,
    ],
    [
      'nothing expected',
      scenario((steps) => {
        steps.splice(4);
      }),
      `scenario-without-expectation ${file}#/steps`,
    ],
    ['a step of no sort', step(2, { completes: undefined, dances: true }), `shape-key-unknown ${file}#/steps/2/dances`],
    [
      'an amount of time that is none',
      scenario((steps) => {
        steps.push({ wait: '一会儿' });
      }),
      `shape-value ${file}#/steps/7/wait`,
    ],
    [
      'a clock of no sort',
      append({ who: '马小兰', resumes: '事件处理', clock: '喝茶' }),
      `shape-value ${file}#/steps/7/clock`,
    ],
    [
      'an unknown calendar',
      append({ calendarChanges: { calendar: '农历', off: ['2026-09-11'] } }),
      `scenario-calendar-wrong ${file}#/steps/7/calendarChanges`,
    ],
    ['a split into one', append(split({ to: ['西关 04 东'] })), `scenario-areas-wrong ${file}#/steps/7/areasChange/to`],
    [
      'a grid called as another is',
      append(split({ to: ['西关 04 东', '西关 05 网格'] })),
      `scenario-areas-wrong ${file}#/steps/7/areasChange/to`,
    ],
    [
      'open work given to no part',
      append(split({ workTo: '西关 05' })),
      `scenario-areas-wrong ${file}#/steps/7/areasChange/workTo`,
    ],
    [
      'a split of what has grids below',
      append(split({ from: ['西关社区'] })),
      `scenario-areas-wrong ${file}#/steps/7/areasChange/from`,
    ],
    [
      'a choice of an unknown part',
      append({ who: '李秀英', chooses: '西关 04 东' }),
      `scenario-area-unknown ${file}#/steps/7/chooses`,
    ],
    [
      'a new holder of an unknown post',
      append({ given: { holds: [{ who: '王海燕', post: '皇帝', area: '西关 04' }] } }),
      `scenario-post-unknown ${file}#/steps/7/given/holds/0/post`,
    ],
    [
      'an unknown person in the demo cases',
      inFile('demo/cases.json', '"who": "姚红霞"', '"who": "无名氏"'),
      'scenario-person-unknown demo/cases.json#/cases/1/who',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });
});

describe('a pack whose files cannot be read', () => {
  it.each<[string, Plant, string]>([
    ['broken JSON', inFile('limits.json', '"limits": [', '"limits": ['.repeat(2)), 'json-broken limits.json'],
    [
      'a key written twice',
      inFile('limits.json', '"id": "assign",', '"id": "assign", "title": "甲",'),
      'json-key-twice limits.json#/limits/0/title',
    ],
    [
      'a file that is not UTF-8',
      (planting) => planting.write('notices/case-informed.json', new Uint8Array([0xff, 0xfe, 0x41])),
      'file-not-utf8 notices/case-informed.json',
    ],
    [
      'a file that is too large',
      (planting) => planting.write('notices/case-informed.json', 'x'.repeat(folderLimits.fileBytes + 1)),
      'pack-file-too-large notices/case-informed.json',
    ],
    [
      'a link',
      (planting) => planting.link('notices/elsewhere.json', '/etc/hostname'),
      'pack-link notices/elsewhere.json',
    ],
    ['a name with signs', (planting) => planting.write('notices/a;b.json', '{}'), 'pack-file-name notices/a;b.json'],
    [
      'a file without a place',
      (planting) => planting.write('processes/notes.docx', 'x'),
      'pack-file-unknown processes/notes.docx',
    ],
    [
      'text where a number belongs',
      inFile('limits.json', '"amount": 4', '"amount": "four"'),
      'shape-value limits.json#/limits/0/amount',
    ],
    [
      'ten megabytes of text',
      (planting) => planting.write('processes/huge.bpmn', ' '.repeat(4_900_000)),
      'xml-too-large processes/huge.bpmn',
    ],
  ])('says so: %s', async (_name, plant, expected) => {
    expect(await toldOf(plant)).toContain(expected);
  });

  it('names the file itself and not what only misses it', async () => {
    const faults = await plantedPack(inFile('posts.json', '"min": 1', '"min": "one"'));

    expect(told(faults)).toEqual(['shape-value posts.json#/posts/0/min']);
  });

  it('names an unknown pack below and not what only misses it', async () => {
    const faults = await plantedPack(
      manifest((pack) => {
        pack.extends = 'nothing';
      }),
    );

    expect(told(faults)).toEqual(['pack-extends-unknown pack.json#/extends']);
  });

  it.each(['areas', 'posts', 'limits'])('names the file a street cannot do without: %s', async (kind) => {
    const faults = await plantedPack((planting) => planting.remove(`${kind}.json`));

    expect(told(faults)).toEqual([`pack-incomplete ${kind}.json`]);
  });

  it('says once that there are no people, not at every name', async () => {
    const faults = await plantedPack((planting) => planting.remove('demo/people.json'));

    expect(new Set(faults.map((fault) => fault.code))).not.toContain('scenario-person-unknown');
  });
});
