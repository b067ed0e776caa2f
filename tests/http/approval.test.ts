import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xiguan } from '../application/street.ts';
import { administratorOf, drafter, ok, type Drafter } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;
let writer: Drafter;
let submitter: Drafter;
let third: Drafter;
const rule = `/api/areas/${xiguan.street}/approval-rule`;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  for (const account of ['second', 'third']) await administratorOf(door, xiguan.street, account);
  writer = drafter(door, xiguan.administrator, xiguan.street);
  submitter = drafter(door, 'second', xiguan.street);
  third = drafter(door, 'third', xiguan.street);
});

afterAll(() => door.close());

const word = async (who: Drafter, body: object) => who.ask('POST', `/api/drafts/${await who.draft()}/approval`, body);

describe('a street that asks for a second person', () => {
  it('hands a draft over instead of publishing it', async () => {
    expect(ok(await writer.ask('PUT', rule, { required: true }))).toEqual({ required: true, loweringAsked: null });
    ok(await writer.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 4 })));
    expect((await writer.examine()).state).toBe('passed');
    const { release, draft } = ok(await submitter.publish({ note: '放宽一天' }));
    expect(release).toBeNull();
    expect(draft).toMatchObject({ state: 'submitted', submitted: { by: { name: '管理员second' }, note: '放宽一天' } });
    expect(await writer.releases()).toEqual([]);
  });

  it('lets nobody change it meanwhile', async () => {
    const refused = await writer.change('limit', 'assign', ({ json }) => ({ ...json, amount: 5 }));
    expect([refused.status, refused.body.code]).toEqual([409, 'draft-submitted']);
    expect((await writer.ask('DELETE', `/api/drafts/${await writer.draft()}`)).body.code).toBe('draft-submitted');
    expect((await writer.publish()).body.code).toBe('draft-submitted');
  });

  it('takes the word neither of who submitted it nor of who changed it last', async () => {
    for (const who of [submitter, writer]) {
      const refused = await word(who, { approve: true });
      expect([refused.status, refused.body.code]).toEqual([403, 'approval-same-person']);
    }
  });

  it('gives it back only with a reason, which the writers read', async () => {
    expect((await word(third, { approve: false })).body.code).toBe('reason-missing');
    const { draft } = ok(await word(third, { approve: false, reason: '先同社区商量' }));
    expect(draft).toMatchObject({
      state: 'open',
      submitted: null,
      givenBack: { reason: '先同社区商量', by: { name: '管理员third' } },
    });
    expect((await word(third, { approve: true })).body.code).toBe('draft-not-submitted');
  });

  it('publishes what the second person approves, under both names', async () => {
    ok(await submitter.publish({ note: '商量好了' }));
    const { release, draft } = ok(await word(third, { approve: true }));
    expect(draft).toBeNull();
    expect(release).toMatchObject({
      state: 'current',
      note: '商量好了',
      by: { name: '管理员second' },
      approvedBy: { name: '管理员third' },
    });
  });

  it('is not lowered by one alone: a second person has to wish it too', async () => {
    for (let time = 0; time < 2; time += 1) {
      const asked = ok(await writer.ask('PUT', rule, { required: false }));
      expect(asked).toMatchObject({ required: true, loweringAsked: { by: { name: '李秀英' } } });
    }
    expect(ok(await third.ask('PUT', rule, { required: false }))).toEqual({ required: false, loweringAsked: null });
  });

  it('is not lowered by a wish that is more than a week old', async () => {
    ok(await writer.ask('PUT', rule, { required: true }));
    ok(await writer.ask('PUT', rule, { required: false }));
    await door.street.context.database.transaction((tx) =>
      tx.query(`update approval_rule set lowering_asked_at = lowering_asked_at - interval '8 days'`),
    );
    const late = ok(await third.ask('PUT', rule, { required: false }));
    expect(late).toMatchObject({ required: true, loweringAsked: { by: { name: '管理员third' } } });
  });

  it('holds also when an area above asks for it', async () => {
    ok(await writer.ask('PUT', rule, { required: false }));
    await administratorOf(door, '620502', 'county');
    ok(await door.ask('county', 'PUT', '/api/areas/620502/approval-rule', { required: true }));
    const { approvalRequired } = ok(await writer.ask('GET', `/api/areas/${xiguan.street}/releases`));
    expect(approvalRequired).toBe(true);
  });
});
