import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from '../../server/application/uuid.ts';
import { insertNotification } from '../../server/database/notifications-sent.ts';
import { xiguan } from '../application/street.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const data = {
  category: 'facility-lamp',
  description: '院门口两盏路灯不亮，晚上看不清路。',
  place: '西关正街 12 号院东门',
  reporterName: '赵先生',
  wantsAnswer: true,
};

describe('a case, from its report to its handling', () => {
  let door: TestApp;
  let id: string;

  beforeAll(async () => {
    door = await openTestApp();
    const form = { data };
    const made = await door.ask(xiguan.worker, 'POST', '/api/cases', { caseType: 'event', area: xiguan.grid01, form });
    id = made.body.id;
    await complete(xiguan.officer, { dispatch: 'as-suggested' });
    await door.street.settle();
  });

  afterAll(() => door.close());

  /** Completes the user task of the case that is somebody's. */
  async function complete(account: string, filled: object): Promise<void> {
    const { body } = await door.ask(account, 'GET', `/api/cases/${id}`);
    const { status, text } = await door.ask(account, 'POST', `/api/user-tasks/${body.may.complete}/complete`, {
      data: filled,
    });
    if (status !== 200) throw new Error(text);
  }

  it('says whom it told, and that nobody has read it', async () => {
    const { body } = await door.ask(xiguan.gridHead, 'GET', `/api/cases/${id}`);

    expect(body.informed).toMatchObject([
      { position: { post: 'grid-head', holders: [{ name: '孙立新' }] }, readBy: [], unreadByMe: true },
    ]);
    expect((await door.ask(xiguan.officer, 'GET', `/api/cases/${id}`)).body.informed).toMatchObject([
      { unreadByMe: false },
    ]);
  });

  it('says who has read it, and when', async () => {
    const { body } = await door.ask(xiguan.gridHead, 'GET', `/api/cases/${id}`);
    await door.ask(xiguan.gridHead, 'POST', '/api/notifications/read', { ids: [body.informed[0].id] });
    const after = await door.ask(xiguan.officer, 'GET', `/api/cases/${id}`);

    expect(after.body.informed).toMatchObject([
      { readBy: [{ person: { name: '孙立新' }, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) }] },
    ]);
  });

  it('is seen by a post elsewhere once it was told of it, and not before', async () => {
    const elsewhere = { post: 'mediator', area: '620502005002001' };
    const before = await door.ask('renguixiang', 'GET', `/api/cases/${id}`);
    const { database, tenant } = door.street.context;
    await database.transaction((tx) =>
      insertNotification(tx, tenant, {
        ...elsewhere,
        id: uuidv7(),
        person: null,
        notice: 'case-informed',
        title: '抄送：路灯不亮',
        text: '',
        subjectKind: 'case',
        subjectId: id,
        instance: null,
        sentBy: null,
      }),
    );
    const after = await door.ask('renguixiang', 'GET', `/api/cases/${id}`);

    expect([before.status, after.status]).toEqual([404, 200]);
    expect(after.body.informed).toContainEqual(expect.objectContaining({ unreadByMe: true }));
  });

  it('says who took the contact, who owes the answer and who has to settle it, once its process has', async () => {
    const before = (await door.ask(xiguan.officer, 'GET', `/api/cases/${id}`)).body;
    await complete('wanghaiyan', { finding: 'confirmed', situation: '两盏灯都不亮。' });
    const after = (await door.ask(xiguan.officer, 'GET', `/api/cases/${id}`)).body;

    expect([before.firstReceiver.name, before.feedbackDuty.holders[0].name, before.substantiveOwner]).toEqual([
      '马小兰',
      '马小兰',
      null,
    ]);
    expect(after).toMatchObject({
      firstReceiver: { name: '马小兰' },
      feedbackDuty: { post: 'mediator' },
      substantiveOwner: { post: 'grid-manager', holders: [{ name: '王海燕' }] },
      proceduralOwner: null,
      responsible: null,
    });
  });

  it('shows on its drawing who is asked where several decide together, and nobody who is not asked any more', async () => {
    const unable = { result: 'unable', obstacle: '要几个部门坐下来商量。' };
    for (const account of ['wanghaiyan', xiguan.officer, 'zhouwenbin', xiguan.leader]) await complete(account, unable);
    const departments = ['street-city-management', 'street-safety'];
    await complete('zhouwenbin', { plan: '城市管理岗牵头联系施工。', lead: 'street-safety', departments });
    await complete(xiguan.gridHead, { opinion: 'refuse', reason: '费用没有说清。' });
    const { tokens } = (await door.ask(xiguan.officer, 'GET', `/api/cases/${id}/diagram`)).body;

    expect(tokens).toEqual([
      { element: 'hearing', light: 'green', incident: false, holder: '陈晓明、田志宏、贾巧云、石岩' },
    ]);
  });
});
