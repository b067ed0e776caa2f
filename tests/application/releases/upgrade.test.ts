import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../server/application/context.ts';
import { carryOut } from '../../../server/application/carry-out.ts';
import { beginDraft } from '../../../server/application/drafts/begin-draft.ts';
import { discardDraft } from '../../../server/application/drafts/discard-draft.ts';
import { compiledDraft, draftMaterial } from '../../../server/application/drafts/draft-material.ts';
import { readDraftChanges } from '../../../server/application/drafts/read-draft-changes.ts';
import { readDraftDefinition } from '../../../server/application/drafts/read-draft-definition.ts';
import { writeDraftDefinition } from '../../../server/application/drafts/write-draft-definition.ts';
import type { Actor } from '../../../server/application/policy/actor.ts';
import { readUpgrade } from '../../../server/application/releases/read-upgrade.ts';
import { takeUpgrade } from '../../../server/application/releases/take-upgrade.ts';
import { readDraft } from '../../../server/database/drafts.ts';
import type { Transaction } from '../../../server/database/transaction.ts';
import { packFile } from '../../../server/packs/drafting/pack-file.ts';
import { packsFrom } from '../../../server/packs/reading/packs-from.ts';
import type { UpgradeChoice } from '../../../server/packs/upgrade/compare-three-ways.ts';
import { editedPacks, type Edits } from '../../packs/upgrade/sides.ts';
import { openStreet, xiguan, type Street } from '../street.ts';

const newer: Edits = {
  'pack.json': [['"version": "1.0.0"', '"version": "1.1.0"']],
  'limits.json': [['"title": "网格处理",\n      "amount": 3', '"title": "网格处理",\n      "amount": 2']],
  'notices/case-informed.json': [['请知悉', '请留意']],
};

describe('a newer version on disk', () => {
  let street: Street;
  let context: Context;
  let actor: Actor;
  const area = xiguan.street;
  const read = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => context.database.read(work);
  const act = <T>(work: (tx: Transaction, actor: Actor) => Promise<T>): Promise<T> =>
    carryOut(context, actor, null, work);
  const take = (choices: readonly UpgradeChoice[] = []) =>
    act((tx, asker) => takeUpgrade(context, tx, asker, area, choices));

  beforeAll(async () => {
    street = await openStreet();
    const packs = (await editedPacks(newer)).map(({ id, files }) => ({
      id,
      files: new Map([...files.values()].map(({ path, text }) => [path, packFile(path, text)])),
    }));
    context = { ...street.context, shipped: packsFrom(packs) };
    actor = await street.actor(xiguan.administrator);
  });
  afterAll(() => street.close());
  beforeEach(async () => {
    const draft = await act((tx, asker) => beginDraft(context, tx, asker, area));
    await act((tx, asker) => discardDraft(context, tx, asker, draft.id));
  });

  /** The street's own limit in its draft. */
  async function changeLimit(amount: number): Promise<string> {
    const draft = await act((tx, asker) => beginDraft(context, tx, asker, area));
    const { content, revision } = await read((tx) =>
      readDraftDefinition(context, tx, actor, draft.id, { kind: 'limit', id: 'handle-grid' }),
    );
    if (!('json' in content)) throw new Error('a limit is JSON');
    await act((tx, asker) =>
      writeDraftDefinition(context, tx, asker, draft.id, {
        kind: 'limit',
        id: 'handle-grid',
        revision,
        content: { json: { ...content.json, amount } },
      }),
    );
    return draft.id;
  }

  it('is offered and not applied', async () => {
    const { upgrade } = await read((tx) => readUpgrade(context, tx, actor, area));

    expect(upgrade?.packs).toEqual([
      { id: 'tianshui-xiguan', title: '西关街道网格化管理', from: '1.0.0', to: '1.1.0' },
    ]);
    expect(upgrade?.lines.map(({ kind, id, changedBy }) => `${kind} ${id} ${changedBy}`)).toEqual([
      'limit handle-grid theirs',
      'notice case-informed theirs',
    ]);
    const release = await read((tx) => context.releases.at(tx, area));
    expect(release.limits.get('handle-grid')?.amount).toBe(3);
  });

  it('is not offered when what is on disk is what the area has', async () => {
    const same = { ...context, shipped: packsFrom([]) };

    expect(await read((tx) => readUpgrade(same, tx, actor, area))).toEqual({ upgrade: null });
  });

  it('becomes a draft that can be published, and nothing else', async () => {
    const draft = await take();
    const { changes } = await read((tx) => readDraftChanges(context, tx, actor, draft.id));

    expect(changes.flatMap(({ sentences }) => sentences.map(({ zh }) => zh))).toEqual([
      '办理时限「网格处理」由 3 个工作日改为 2 个工作日',
      expect.stringContaining('请留意'),
    ]);
    const compiled = await read(async (tx) => {
      const row = await readDraft(tx, context.tenant, draft.id);
      if (!row) throw new Error('there is no draft');
      return compiledDraft(context, await draftMaterial(context, tx, row));
    });
    expect(compiled.faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await read((tx) => readUpgrade(context, tx, actor, area))).toEqual({ upgrade: null });
  });

  it('is offered again when its draft is thrown away', async () => {
    const draft = await take();
    await act((tx, asker) => discardDraft(context, tx, asker, draft.id));

    const { upgrade } = await read((tx) => readUpgrade(context, tx, actor, area));

    expect(upgrade?.lines).toHaveLength(2);
  });

  it('asks where the street changed the same, and changes nothing before it is answered', async () => {
    const draft = await changeLimit(4);

    await expect(take()).rejects.toMatchObject({
      code: 'upgrade-undecided',
      problems: [{ path: '/limit/handle-grid' }],
    });
    const { changes } = await read((tx) => readDraftChanges(context, tx, actor, draft));
    expect(changes.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['limit handle-grid']);
  });

  it.each<[take: 'ours' | 'theirs', amount: number]>([
    ['ours', 4],
    ['theirs', 2],
  ])('takes %s where that is chosen', async (side, amount) => {
    await changeLimit(4);

    const draft = await take([{ kind: 'limit', id: 'handle-grid', take: side }]);

    const limit = await read((tx) =>
      readDraftDefinition(context, tx, actor, draft.id, { kind: 'limit', id: 'handle-grid' }),
    );
    const notice = await read((tx) =>
      readDraftDefinition(context, tx, actor, draft.id, { kind: 'notice', id: 'case-informed' }),
    );
    expect(limit.content).toMatchObject({ json: { amount } });
    expect(JSON.stringify(notice.content)).toContain('请留意');
  });

  it('is refused when there is none', async () => {
    await take();

    await expect(take()).rejects.toMatchObject({ code: 'upgrade-none' });
  });
});
