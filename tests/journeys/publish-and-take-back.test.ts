import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { examine, makeAdministrator, openDefinition, publish, savedBy } from './configure.ts';
import { countClicks } from './count-clicks.ts';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { reportCase } from './report.ts';

const lamp = {
  category: ['设施维修', '路灯'],
  description: '院门口两盏路灯不亮。',
  place: '西关正街 12 号院东门',
} as const;

/** Two working hours from nine; four of them, with the midday break from twelve to half past two between. */
const [shortened, original] = [120, 390];

/** How long after its beginning the step 任务指派 of a case is due, in minutes of the wall clock. */
const minutesToAssign = `
  select extract(epoch from due_at - created_at)::int / 60 as minutes from user_task
  where element = 'assign' order by created_at desc limit 1`;

describe('a release that a second person approves, and that is taken back the day after', () => {
  let journey: Journey;
  let first: Page;
  let second: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    first = await journey.enter('desktop', '李秀英');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('needs two administrators, and a rule that asks for the second', async () => {
    await makeAdministrator(first, '何文静');
    await goTo(first, '发布');
    await first.getByRole('navigation', { name: '发布' }).getByRole('link', { name: '发布记录' }).click();
    await first.getByRole('button', { name: '改为要第二个人批准' }).click();
    await first.getByRole('dialog').getByRole('button', { name: '改为要第二个人批准' }).click();
    await first.getByText('发布要第二个人批准。').waitFor();
  });

  it('is changed, told in a sentence, examined and submitted', async () => {
    const clicks = await countClicks(first);
    await openDefinition(first, '办理时限与工作日', '任务指派');
    await write(first, '数量', '2');
    await savedBy(first, '李秀英');
    await journey.picture(first, 'publish-1-limit');
    await first.getByRole('button', { name: '去发布' }).click();
    await first.getByText('4 个工作时改为 2 个工作时').waitFor();
    await examine(first);
    await publish(first, '任务指派改为 2 个工作时', '提交审核');
    await first.getByText('是您提交的，要由另一位管理员批准。').waitFor();
    process.stdout.write(`shorten a limit and submit it: ${await clicks()} clicks\n`);
    await journey.picture(first, 'publish-2-submitted');
    expect(await first.getByRole('button', { name: '批准并发布' }).count()).toBe(0);
  });

  it('is read in the same sentence by the second person, who approves', async () => {
    second = await journey.enter('desktop', 'hewenjing');
    const clicks = await countClicks(second);
    await goTo(second, '发布');
    await second.getByText('4 个工作时改为 2 个工作时').waitFor();
    await journey.picture(second, 'publish-3-second-person');
    await second.getByRole('button', { name: '批准并发布' }).click();
    await second.getByText(/^已发布 .* 版，新报的事从现在起按它办。$/).waitFor();
    process.stdout.write(`approve and publish: ${await clicks()} clicks\n`);
  });

  it('holds for a case that is reported from now on', async () => {
    await reportCase(await journey.enter('phone', '马小兰'), lamp);
    await expect.poll(async () => (await journey.rows(minutesToAssign))[0]).toEqual({ minutes: shortened });
  });

  it('is taken back the next day with a reason, and new cases have the old limit again', async () => {
    await journey.moveTo('2026-09-08 09:00');
    first = await journey.enter('desktop', '李秀英');
    const clicks = await countClicks(first);
    await goTo(first, '发布');
    await first.getByRole('navigation', { name: '发布' }).getByRole('link', { name: '发布记录' }).click();
    await first
      .getByRole('button', { name: /^收回 / })
      .first()
      .click();
    await journey.picture(first, 'publish-4-take-back');
    await write(first, '原因', '两个工作时太紧，先收回。');
    await first
      .getByRole('dialog')
      .getByRole('button', { name: /^收回 / })
      .click();
    await first.getByRole('dialog').waitFor({ state: 'hidden' });
    await first.getByRole('cell', { name: /两个工作时太紧，先收回。/ }).waitFor();
    process.stdout.write(`take yesterday's release back: ${await clicks()} clicks\n`);
    await journey.picture(first, 'publish-5-releases');
    await reportCase(await journey.enter('phone', '马小兰'), lamp);
    await expect.poll(async () => (await journey.rows(minutesToAssign))[0]).toEqual({ minutes: original });
  });

  it('leaves the case of yesterday as it was, and nothing went wrong on any page', async () => {
    const dues = await journey.rows(
      `select extract(epoch from due_at - created_at)::int / 60 as minutes from user_task
       where element = 'assign' order by created_at`,
    );
    expect(dues).toEqual([{ minutes: shortened }, { minutes: original }]);
    expect(journey.faults()).toEqual([]);
  });
});
