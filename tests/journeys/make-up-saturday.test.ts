import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { examine, openDefinition, publish, savedBy } from './configure.ts';
import { beginJourney, type Journey, write } from './journey.ts';
import { reportCase } from './report.ts';
import { foreignWords } from './sentences.ts';

const lamp = {
  category: ['设施维修', '路灯'],
  description: '院门口两盏路灯不亮。',
  place: '西关正街 12 号院东门',
} as const;

describe('a make-up Saturday that is announced while a case is open', () => {
  let journey: Journey;
  let administrator: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-11 16:00');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  const due = async (): Promise<string | undefined> => {
    const [row] = await journey.rows<{ due: string }>(
      `select to_char(due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as due from user_task where state = 'open'`,
    );
    return row?.due;
  };

  it('is added to the calendar and published; nothing moves by itself', async () => {
    await reportCase(await journey.enter('phone', '马小兰'), lamp);
    await expect.poll(due).toBe('09-14 10:30');
    administrator = await journey.enter('desktop', '李秀英');
    await openDefinition(administrator, '办理时限与工作日', '中国工作日历');
    await administrator.getByRole('radio', { name: '标调休上班' }).click();
    await administrator.getByRole('button', { name: /^2026-09-12/ }).click();
    await savedBy(administrator, '李秀英');
    await journey.picture(administrator, 'make-up-1-calendar');
    expect(await foreignWords(administrator)).toEqual([]);
    await administrator.getByRole('button', { name: '去发布' }).click();
    await examine(administrator);
    await publish(administrator, '9 月 12 日调休上班');
    await administrator.getByText('1 件在办事项还按旧日历算，其中 1 件的期限会动。').waitFor();
    expect(await due()).toBe('09-14 10:30');
  });

  it('shows which cases would move, and moves them when asked to', async () => {
    await administrator.getByRole('link', { name: '看哪些会动' }).click();
    const row = administrator.getByRole('row', { name: /路灯/ });
    await row.getByText('周一 09-14 10:30').waitFor();
    await row.getByText('周六 09-12 10:30').waitFor();
    await journey.picture(administrator, 'make-up-2-moves');
    expect(await foreignWords(administrator)).toEqual([]);
    await administrator.getByRole('button', { name: '全部改期' }).click();
    await write(administrator, '为什么改期', '区里通知周六调休上班。');
    await administrator.getByRole('dialog').getByRole('button', { name: '全部改期' }).click();
    await administrator.getByRole('link', { name: '看改到哪里了' }).click();
    await administrator.getByRole('heading', { name: /按新日历改期/ }).waitFor();
    await expect.poll(due).toBe('09-12 10:30');
    await journey.picture(administrator, 'make-up-3-moved');
    expect(journey.faults()).toEqual([]);
  });
});
