import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../../server/application/carry-out.ts';
import { addEntry } from '../../../server/application/ledgers/add-entry.ts';
import { type EntryList, listEntries } from '../../../server/application/ledgers/list-entries.ts';
import { listLedgers } from '../../../server/application/ledgers/list-ledgers.ts';
import { type EntryWithRevisions, readEntry } from '../../../server/application/ledgers/read-entry.ts';
import { reviseEntry, type Revising } from '../../../server/application/ledgers/revise-entry.ts';
import type { Actor } from '../../../server/application/policy/actor.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

const household = { contactName: '赵金凤', phone: '13893812046', residentSince: '2019-05-01' };
let street: Street;
let worker: Actor;
let elsewhere: Actor;
let door = 0;

beforeAll(async () => {
  street = await openStreet();
  worker = await street.actor(xiguan.worker);
  const [other] = await street.rows<{ account: string }>(
    `select p.account from person p join post_assignment a on a.person_id = p.id where a.post = 'community-officer' and a.area = $1 limit 1`,
    xiguan.otherCommunity,
  );
  elsewhere = await street.actor(other?.account ?? '');
});

afterAll(() => street.close());

async function add(data: JsonObject = {}, { by = worker, area = xiguan.grid01 as string } = {}): Promise<string> {
  const whole = { address: `西关正街 ${++door} 号`, ...household, ...data };
  const { id } = await carryOut(street.context, by, null, (tx, actor) =>
    addEntry(street.context, tx, actor, 'household', { area, data: whole }),
  );
  return id;
}

function list(q?: string, by = worker): Promise<EntryList> {
  return listEntries(street.context, by, 'household', q === undefined ? {} : { q });
}

function read(id: string, by = worker): Promise<EntryWithRevisions> {
  return readEntry(street.context, by, 'household', id);
}

function revise(id: string, given: Revising, by = worker): Promise<{ revision: number }> {
  return carryOut(street.context, by, null, (tx, actor) =>
    reviseEntry(street.context, tx, actor, { ledger: 'household', id }, given),
  );
}

describe('a ledger', () => {
  it('says what it is for, on what basis, and how many entries it has in the reader’s areas', async () => {
    await add();
    const [mine] = await listLedgers(street.context, worker);
    const [theirs] = await listLedgers(street.context, elsewhere);
    expect(mine).toMatchObject({
      id: 'household',
      title: '居民户台账',
      mayEdit: true,
      purpose: expect.stringContaining('住着哪些户'),
    });
    expect(mine?.entries).toBeGreaterThan(0);
    expect(theirs?.entries).toBe(0);
  });

  it('is found by its id only', async () => {
    await expect(listEntries(street.context, worker, 'people-of-interest', {})).rejects.toMatchObject({
      code: 'ledger-unknown',
    });
  });
});

describe('an entry', () => {
  it('is shown masked, and stored apart from its personal values', async () => {
    const id = await add({ address: '西关正街 900 号 3 单元', contactName: '钱桂兰', phone: '13993800001' });
    const { data, cells } = await read(id);
    const [stored] = await street.rows<{ text: string }>(
      'select (select to_json(e)::text from ledger_entry e where id = $1) || (select json_agg(r)::text from ledger_revision r where entry_id = $1) as text',
      id,
    );

    expect(data).toMatchObject({ address: '西关正街 ****', contactName: '钱**', phone: '139****0001' });
    expect(cells.find(({ field }) => field === 'phone')?.text).toBe('139****0001');
    expect(stored?.text).not.toMatch(/钱桂兰|13993800001|900 号/);
  });

  it.each([
    ['its address', '正街 901'],
    ['a name', '孙玉梅'],
    ['a number', '0902'],
  ])('is found by %s', async (_, q) => {
    const id = await add({ address: `西关正街 901 号 ${++door} 室`, contactName: '孙玉梅', phone: '13993800902' });
    expect((await list(q)).entries.map((entry) => entry.id)).toContain(id);
  });

  it('is not found by what a search could smuggle in', async () => {
    await add();
    expect((await list('%')).total).toBe(0);
  });

  it('belongs to a grid, and to one where the person may write', async () => {
    await expect(add({}, { area: xiguan.grid02 })).rejects.toMatchObject({ code: 'area-unknown' });
    const officer = await street.actor(xiguan.officer);
    await expect(add({}, { by: officer, area: xiguan.community })).rejects.toMatchObject({
      code: 'area-of-other-type',
    });
  });

  it('is refused with a sentence for each field that is wrong', async () => {
    const adding = add({ contactName: '', phone: 'nobody knows' });
    await expect(adding).rejects.toMatchObject({
      code: 'submission-invalid',
      problems: [
        { path: '/contactName', zh: expect.any(String), en: expect.any(String) },
        { path: '/phone', field: '联系电话' },
      ],
    });
  });

  it('keeps only the fields of its form', async () => {
    const id = await add({ religion: '无', idNumber: '620502190001010000' });
    const [stored] = await street.rows<{ values: string }>(
      'select json_agg(v.pointer)::text as values from personal_value v where subject_id = $1',
      id,
    );
    expect(stored?.values).not.toMatch(/religion|idNumber/);
  });

  it('is entered once: who may see the other one is told which it is', async () => {
    const id = await add({ address: '西关正街 77 号' });
    await expect(add({ address: ' 西关正街７７号 ' })).rejects.toMatchObject({
      code: 'entry-exists',
      details: { entry: id },
    });
  });

  it('that somebody elsewhere has entered is not told', async () => {
    await add({ address: '共和巷 1 号' });
    const adding = add({ address: '共和巷 1 号' }, { by: elsewhere, area: '620502005002001' });
    await expect(adding).rejects.toMatchObject({ code: 'entry-exists', details: {} });
  });

  it('does not exist for somebody elsewhere', async () => {
    const id = await add();
    await expect(read(id, elsewhere)).rejects.toMatchObject({ code: 'entry-unknown' });
    await expect(revise(id, { revision: 1, reason: '试试', data: {} }, elsewhere)).rejects.toMatchObject({
      code: 'entry-unknown',
    });
  });
});

describe('a revision', () => {
  it('changes what was changed and keeps what came back masked', async () => {
    const id = await add({ address: '解放路 5 号', phone: '13893810005' });
    const { data } = await read(id);
    await revise(id, { revision: 1, reason: '换了电话', data: { ...data, phone: '13893819999' } });
    const values = await street.rows<{ pointer: string; value: string }>(
      'select pointer, value from personal_value where subject_id = $1',
      id,
    );

    expect(Object.fromEntries(values.map(({ pointer, value }) => [pointer, value]))).toEqual({
      '/address': '解放路 5 号',
      '/contactName': '赵金凤',
      '/phone': '13893819999',
      '/residentSince': '2019-05-01',
    });
  });

  it('tells who changed what and why, but not what a personal value was', async () => {
    const id = await add();
    const { data } = await read(id);
    await revise(id, { revision: 1, reason: '姓名登记错了', data: { ...data, contactName: '赵金风' } });
    const [latest, first] = (await read(id)).revisions;

    expect(latest).toMatchObject({ revision: 2, reason: '姓名登记错了', by: { name: '马小兰' } });
    expect(latest?.changes).toEqual([{ title: '联系人姓名', from: '****', to: '****' }]);
    expect(first).toMatchObject({ revision: 1, changes: [] });
  });

  it('is refused when somebody else was faster', async () => {
    const id = await add();
    const { data } = await read(id);
    await revise(id, { revision: 1, reason: '第一次', data: { ...data, phone: '13893811111' } });
    await expect(revise(id, { revision: 1, reason: '第二次', data })).rejects.toMatchObject({
      code: 'entry-changed',
      details: { revision: 2 },
    });
  });

  it('of two at once is made by one', async () => {
    const id = await add();
    const { data } = await read(id);
    const both = await Promise.allSettled(
      ['一', '二'].map((reason) => revise(id, { revision: 1, reason: `第${reason}个`, data })),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('removes a value that was taken out', async () => {
    const id = await add();
    const { phone: _, ...rest } = (await read(id)).data;
    await revise(id, { revision: 1, reason: '不再留电话', data: rest });
    expect(await street.rows(`select from personal_value where subject_id = $1 and pointer = '/phone'`, id)).toEqual(
      [],
    );
  });
});
