import { describe, expect, it } from 'vitest';
import type { PackFolder } from '../../../server/kernel/compilation/pack-folder.ts';
import { definitionContents } from '../../../server/packs/comparison/definition-contents.ts';
import { compilePack } from '../../../server/packs/compile-pack.ts';
import { packsFrom } from '../../../server/packs/reading/packs-from.ts';
import { compareThreeWays, type UpgradeChoice } from '../../../server/packs/upgrade/compare-three-ways.ts';
import { layUpgrade } from '../../../server/packs/upgrade/lay-upgrade.ts';
import { shippedPacks } from '../comparison/compared.ts';
import { editedIn, editedPacks, textIn, type Edits } from './sides.ts';

const version = (from: string, to: string): Edits => ({
  'pack.json': [[`"version": "${from}"`, `"version": "${to}"`]],
});
const limit = (amount: number): Edits[string] => [
  ['"title": "网格处理",\n      "amount": 3', `"title": "网格处理",\n      "amount": ${amount}`],
];
const place = (to: string): Edits[string] => [['"place": "矛盾联调室"', `"place": "${to}"`]];

describe('a newer version of a pack', async () => {
  const base = await shippedPacks();
  const lay = (ours: readonly PackFolder[], theirs: readonly PackFolder[], choices: readonly UpgradeChoice[] = []) => {
    const { packs, undecided } = layUpgrade({ base, ours, theirs }, choices);
    if (!packs) throw new Error(`undecided: ${undecided.map(({ kind, id }) => `${kind} ${id}`).join(', ')}`);
    return packs;
  };
  const jsonOf = (packs: readonly PackFolder[], key: string): unknown => {
    const content = definitionContents(packs).get(key)?.content;
    return content && 'json' in content ? content.json : null;
  };

  it('replaces a pack that nobody has changed, byte for byte', async () => {
    const theirs = await editedPacks({
      ...version('1.0.0', '1.1.0'),
      'limits.json': limit(2),
      'notices/overdue-first.json': null,
      'notices/reminder.json': '{ "id": "reminder", "title": "提醒", "text": "请办" }\n',
    });

    const packs = lay(base, theirs);

    expect(new Map([...(packs.at(-1)?.files ?? [])].map(([path, { text }]) => [path, text]))).toEqual(
      new Map([...(theirs.at(-1)?.files ?? [])].map(([path, { text }]) => [path, text])),
    );
  });

  it('is told definition by definition, and only what it changes itself', async () => {
    const ours = await editedPacks({ 'limits.json': limit(4), 'meetings/dispute-coordination.json': place('会议室') });
    const theirs = await editedPacks({
      ...version('1.0.0', '1.1.0'),
      'limits.json': limit(2),
      'ledgers/household.json': [['"areaType": "grid"', '"areaType": "community"']],
    });

    const lines = await compareThreeWays({ base, ours, theirs });

    expect(lines.map(({ kind, id, changedBy }) => `${kind} ${id} ${changedBy}`)).toEqual([
      'ledger household theirs',
      'limit handle-grid both',
    ]);
    expect(lines[1]).toMatchObject({
      title: '网格处理',
      theirs: [{ zh: '办理时限「网格处理」由 3 个工作日改为 2 个工作日' }],
      ours: [{ zh: '办理时限「网格处理」由 3 个工作日改为 4 个工作日' }],
    });
  });

  it('waits for a choice where both changed a definition', async () => {
    const ours = await editedPacks({ 'limits.json': limit(4) });
    const theirs = await editedPacks({ ...version('1.0.0', '1.1.0'), 'limits.json': limit(2) });

    expect(layUpgrade({ base, ours, theirs }, [])).toEqual({
      packs: null,
      undecided: [{ kind: 'limit', id: 'handle-grid' }],
    });
  });

  it.each<[take: 'ours' | 'theirs', amount: number]>([
    ['ours', 4],
    ['theirs', 2],
  ])('takes %s where that was chosen, and the rest of the file as it comes', async (take, amount) => {
    const ours = await editedPacks({ 'limits.json': limit(4) });
    const theirs = await editedPacks({
      ...version('1.0.0', '1.1.0'),
      'limits.json': [
        ...(limit(2) as readonly [string, string][]),
        ['"title": "社区处理",\n      "amount": 5', '"title": "社区处理",\n      "amount": 6'],
      ],
    });

    const packs = lay(ours, theirs, [{ kind: 'limit', id: 'handle-grid', take }]);

    expect(jsonOf(packs, 'limit handle-grid')).toMatchObject({ amount });
    expect(jsonOf(packs, 'limit handle-community')).toMatchObject({ amount: 6 });
  });

  it('never drops what the area wrote: a definition of its own, one it copied, one it took out', async () => {
    const ours = await editedPacks({
      'notices/own.json': '{ "id": "own", "title": "本街道", "text": "请办" }',
      'roles.json':
        '{ "roles": [{ "id": "helper", "title": "协助力量", "permissions": ["case.report", "case.view"] }] }',
      'notices/overdue-second.json': null,
      'meetings/dispute-coordination.json': place('会议室'),
    });
    const theirs = editedIn(
      await editedPacks(
        { 'roles.json': [['"title": "配置人员"', '"title": "配置管理人员"']], ...version('1.0.0', '1.1.0') },
        'base',
      ),
      version('1.0.0', '1.1.0'),
    );

    const packs = lay(ours, theirs);

    expect(jsonOf(packs, 'notice own')).toMatchObject({ title: '本街道' });
    expect(jsonOf(packs, 'role helper')).toMatchObject({ permissions: ['case.report', 'case.view'] });
    expect(jsonOf(packs, 'role configurator')).toMatchObject({ title: '配置管理人员' });
    expect(jsonOf(packs, 'notice overdue-second')).toBeNull();
    expect(textIn(packs, 'meetings/dispute-coordination.json')).toContain('会议室');
  });

  it('asks about a definition the area copied from the pack below when the new version changes that one', async () => {
    const ours = await editedPacks({
      'roles.json':
        '{ "roles": [{ "id": "helper", "title": "协助力量", "permissions": ["case.report", "case.view"] }] }',
    });
    const theirs = await editedPacks(
      {
        ...version('1.0.0', '1.1.0'),
        'roles.json': [['"permissions": ["case.report"] }', '"permissions": ["meeting.view"] }']],
      },
      'base',
    );

    const lines = await compareThreeWays({ base, ours, theirs });

    expect(lines.map(({ kind, id, changedBy }) => `${kind} ${id} ${changedBy}`)).toEqual(['role helper both']);
    expect(jsonOf(lay(ours, theirs, [{ kind: 'role', id: 'helper', take: 'theirs' }]), 'role helper')).toMatchObject({
      permissions: ['meeting.view'],
    });
  });

  it('keeps every definition the area changed and takes every other, whichever they are', async () => {
    // Every text that is a title, in every JSON file, with a mark of who changed it; the area changed each second file.
    const marked = (mark: string, each: number): Edits =>
      Object.fromEntries(
        [...(base.at(-1)?.files ?? [])]
          .filter(([path]) => /^(forms|ladders|ledgers|meetings|notices|case-types)\//.test(path))
          .filter((_, index) => index % each === 0)
          .map(([path, { text }]) => [path, text.replaceAll(/"title": "/g, `"title": "${mark}`)]),
      );
    const ours = await editedPacks(marked('ours ', 2));
    const theirs = await editedPacks({ ...version('1.0.0', '1.1.0'), ...marked('theirs ', 1) });
    const lines = await compareThreeWays({ base, ours, theirs });
    const both = lines.filter(({ changedBy }) => changedBy === 'both');

    const packs = lay(
      ours,
      theirs,
      both.map(({ kind, id }) => ({ kind, id, take: 'ours' })),
    );

    expect(both.length).toBeGreaterThan(6);
    expect(lines.length).toBeGreaterThan(both.length + 6);
    const [after, mine, next] = [packs, ours, theirs].map((one) => definitionContents(one));
    const chosen = new Set(both.map(({ kind, id }) => `${kind} ${id}`));
    for (const { kind, id } of lines) {
      const key = `${kind} ${id}`;
      expect([key, after?.get(key)?.content]).toEqual([key, (chosen.has(key) ? mine : next)?.get(key)?.content]);
    }
  });

  it('merges translations text by text', async () => {
    const ours = await editedPacks({
      'translations/en.json': [['"秦州区": "Qinzhou District"', '"秦州区": "Qinzhou", "本街道": "Our street"']],
    });
    const theirs = await editedPacks({
      ...version('1.0.0', '1.1.0'),
      'translations/en.json': [['"西关街道": "Xiguan Street"', '"西关街道": "Xiguan Subdistrict"']],
    });

    const texts = jsonOf(lay(ours, theirs), 'translations en');

    expect(texts).toMatchObject({ 秦州区: 'Qinzhou', 本街道: 'Our street', 西关街道: 'Xiguan Subdistrict' });
  });

  it('gives a pack that can be published, with a version above every one there was', async () => {
    const ours = editedIn(base, {
      ...version('1.0.0', '1.2.7'),
      'limits.json': limit(4),
    });
    const theirs = await editedPacks({
      ...version('1.0.0', '1.1.0'),
      'ledgers/household.json': [['"areaType": "grid"', '"areaType": "community"']],
    });

    const packs = lay(ours, theirs);
    const { release, faults } = await compilePack('tianshui-xiguan', packsFrom(packs));

    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(release?.manifest.version).toBe('1.2.8');
    expect(release?.ledgers.get('household')?.areaType).toBe('community');
  });
});
