import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xiguan } from '../application/street.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const report = {
  category: 'facility-lamp',
  description: '院门口两盏路灯不亮，晚上看不清路。',
  place: '西关正街 12 号院东门',
};

describe('who would get it, before it is sent', () => {
  let door: TestApp;

  beforeAll(async () => {
    door = await openTestApp();
  });

  afterAll(() => door.close());

  const cases = async (): Promise<number> =>
    (await door.street.rows<{ count: number }>('select count(*)::int as count from case_record'))[0]?.count ?? 0;
  const preview = (data: object, account: string = xiguan.worker) =>
    door.ask(account, 'POST', '/api/cases/preview', { caseType: 'event', area: xiguan.grid01, data });

  it('is said for a report that is not filled in yet, with its limit, and nothing is stored', async () => {
    const before = await cases();
    const { status, body } = await preview({ description: '路灯' });

    expect(status).toBe(200);
    expect(body).toMatchObject({ closed: false, unclear: false, told: [] });
    expect(body.next).toEqual([
      expect.objectContaining({
        step: '任务指派',
        position: expect.objectContaining({
          post: 'community-officer',
          holders: [{ id: expect.any(String), name: '陈晓明' }],
        }),
        insteadOf: [],
        limit: '任务指派',
        dueAt: expect.any(String),
      }),
    ]);
    expect(await cases()).toBe(before);
  });

  it('changes with the answers: what was settled on the spot is closed at once', async () => {
    const { body } = await preview({ ...report, onTheSpot: true });

    expect(body).toMatchObject({ next: [], closed: true, unclear: false });
  });

  it('is said to nobody who may not report there', async () => {
    const { status, body } = await preview(report, xiguan.administrator);

    expect([status, body.code]).toEqual([403, 'not-permitted']);
  });

  it('is said for a user task, past the automatic steps behind it', async () => {
    const made = await door.ask(xiguan.worker, 'POST', '/api/cases', {
      caseType: 'event',
      area: xiguan.grid01,
      form: { data: report },
    });
    const { body: work } = await door.ask(xiguan.officer, 'GET', '/api/user-tasks');
    const [mine] = work.userTasks.filter(({ subject }: { subject: { id: string } }) => subject.id === made.body.id);
    const asked = { data: { dispatch: 'changed', newLevel: 'community', newCommunityPost: 'community-agent' } };
    const { body } = await door.ask(xiguan.officer, 'POST', `/api/user-tasks/${mine.id}/preview`, asked);
    const foreign = await door.ask(xiguan.worker, 'POST', `/api/user-tasks/${mine.id}/preview`, asked);

    expect(body.next).toMatchObject([
      { step: '调查落实', position: { post: 'grid-manager', area: { code: xiguan.grid01 } } },
    ]);
    expect(foreign.body.code).toBe('user-task-unknown');
  });
});
