import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { type DesignerPages, packFiles, startDesignerPages } from './designer-page.ts';

let pages: DesignerPages;
beforeAll(async () => {
  pages = await startDesignerPages();
});
afterAll(() => pages.close());

const report = JSON.parse(packFiles['forms/report.form.json'] ?? '{}') as JsonObject;

async function openQuestion(page: Page, title: string): Promise<void> {
  await page.locator('.fd-title').filter({ hasText: title }).first().click();
}

async function choose(page: Page, chip: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name: `${chip}：` })
    .first()
    .click();
  await page.getByRole('option', { name: option }).first().click();
}

function titles(page: Page): Promise<readonly string[]> {
  return page.locator('.fd-title > span:first-child').allTextContents();
}

describe('a condition', () => {
  it('is said in choices, written as a rule, and at once asked by the phone beside it, where nothing may be compiled', async () => {
    const { page, saved, faults } = await pages.open('report');
    const phone = page.getByRole('region', { name: '手机上的样子' });
    await openQuestion(page, '照片');
    await choose(page, '什么时候问', '每次都问，满足条件时必须填');
    await choose(page, '看哪道题', '类别');
    await choose(page, '答案', /^环境卫生（整类）/);
    await page.keyboard.press('Enter');
    await phone.getByRole('radio', { name: '环境卫生', exact: true }).check();
    await phone.getByRole('radio', { name: '公厕', exact: true }).check();
    await phone.getByRole('button', { name: '试着提交' }).click();

    await phone.getByText('请拍 1 张照片').waitFor();
    expect((await saved())['rules']).toEqual([
      ...(report['rules'] as JsonObject[]),
      { when: { all: [{ field: 'category', group: '环境卫生' }] }, require: ['photos'] },
    ]);
    expect(faults()).toEqual([]);
  });

  it('that has no answer yet is named at the question and above the button to publish', async () => {
    const { page } = await pages.open('report');
    await openQuestion(page, '地点');
    await choose(page, '什么时候问', '满足条件才问');
    await choose(page, '看哪道题', '类别');

    await expect(page.locator('.fd-card').getByText('条件还没有选答案').count()).resolves.toBe(1);
    await expect(page.getByText('还有 1 个问题').count()).resolves.toBe(1);
  });

  it('never offers what would make a question wait for itself', async () => {
    const { page } = await pages.open('report');
    await openQuestion(page, '已当场处理');
    await choose(page, '什么时候问', '满足条件才问');
    await page.getByRole('button', { name: '看哪道题：' }).click();

    const offered = await page.getByRole('option').allTextContents();
    expect(offered).toContain('类别');
    expect(offered.filter((title) => ['已当场处理', '处理结果', '处理后照片'].includes(title))).toEqual([]);
  });
});

describe('the order of questions', () => {
  it('is changed by dragging the dots', async () => {
    const { page } = await pages.open('report');
    await page.locator('[data-question="photos"] .fd-handle').dragTo(page.locator('[data-question="category"]'), {
      targetPosition: { x: 200, y: 4 },
    });

    await expect(titles(page)).resolves.toEqual(['照片', '类别', '情况', '地点', ...(await titles(page)).slice(4)]);
  });

  it('is changed by the keyboard, which stays with the question and hears where it stands', async () => {
    const { page } = await pages.open('report');
    await page.locator('[data-question="description"] .fd-title').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('「情况」移到了第 1 题').waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('「情况」移到了第 3 题').waitFor();

    await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe('情况');
    expect((await titles(page)).slice(0, 3)).toEqual(['类别', '地点', '情况']);
  });

  it('takes in a new question where it is dropped', async () => {
    const { page, saved } = await pages.open('handle');
    await page.getByRole('button', { name: '加上数字' }).dragTo(page.locator('[data-question="done"]'), {
      targetPosition: { x: 200, y: 4 },
    });

    await page.getByRole('textbox', { name: '题目怎么问' }).waitFor();
    expect((await saved())['ui']).toMatchObject({ 'ui:order': ['result', 'amount', 'done', 'obstacle', 'photos'] });
  });
});

describe('a published question', () => {
  it('keeps its type; a new one stands beside it and the old one is hidden', async () => {
    const { page, saved } = await pages.open('investigate');
    await openQuestion(page, '现场照片');
    await choose(page, '题型', /^文字/);
    await page.getByText('以前按“照片”填过，改成“文字”会对不上').waitFor();
    await page.getByRole('button', { name: '新建一题，藏起原来的' }).click();

    const form = await saved();
    expect(form['rights']).toEqual({ '*': { photos: 'hide' } });
    expect(form['schema']).toMatchObject({
      properties: { photos: { type: 'array' }, text: { type: 'string', title: '现场照片' } },
    });
  });

  it('is deleted after it was said who depends on it, and comes back as it was', async () => {
    const { page, saved } = await pages.open('handle');
    await openQuestion(page, '处理结果');
    await page.getByRole('button', { name: '删除', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('有 2 道题要看它的答案').waitFor();
    await dialog.getByText('「怎么处理的」：满足条件才问').waitFor();
    await dialog.getByText('流程步骤「事件处理」的取数').waitFor();
    await dialog.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByText('已删除「处理结果」').waitFor();
    expect((await saved())['rules']).toEqual([]);
    await page.getByRole('button', { name: '撤销', exact: true }).click();

    await expect(saved()).resolves.toEqual(JSON.parse(packFiles['forms/handle.form.json'] ?? '{}'));
  });

  it('that the program needs cannot be deleted', async () => {
    const { page } = await pages.open('report');
    await openQuestion(page, '地点');
    await page.getByRole('button', { name: '删除', exact: true }).click();

    await page.getByRole('dialog').getByText('程序靠它派单和答复，不能删除').waitFor();
    await expect(
      page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).isDisabled(),
    ).resolves.toBe(true);
  });
});

describe('what nobody may record', () => {
  it('is refused with its sentence while the title is written', async () => {
    const { page } = await pages.open('household');
    await page.getByRole('button', { name: '加上单选' }).click();
    await page.getByRole('textbox', { name: '题目怎么问' }).fill('宗教信仰');

    await page.locator('.fd-card').getByText('本系统不建立按信仰、信访或管控身份划分的人员名单').waitFor();
  });

  it('and what is personal is explained before it can be published', async () => {
    const { page, saved } = await pages.open('investigate');
    await page.getByRole('button', { name: '加上姓名' }).click();
    await page.locator('.fd-card').getByText('请把用途、保存多久、依据补上').waitFor();
    const card = page.locator('.fd-card');
    await card.getByRole('textbox', { name: '用途' }).fill('答复反映人');
    await card.getByRole('textbox', { name: '保存多久' }).fill('办结后 1 年');
    await card.getByRole('textbox', { name: '依据' }).fill('本人反映事项');

    await page.getByText('没有发现问题').waitFor();
    expect((await saved())['schema']).toMatchObject({
      properties: { text: { 'x-pii': 'personal', 'x-mask': 'name', 'x-purpose': '答复反映人' } },
    });
  });
});

describe('what lies outside of the profile', () => {
  const strange = {
    ...report,
    schema: {
      type: 'object',
      properties: {
        odd: { type: ['string', 'null'], title: '怪题', enum: ['a', null], minLength: 1.0 },
        plain: { type: 'string', title: '普通题' },
      },
    },
    ui: {},
    rules: [],
    id: 'strange',
  };

  it('is shown, kept byte for byte, and does not stand in the way of the others', async () => {
    const { page, saved } = await pages.open('report', { form: strange, published: null });
    await page.getByText('专业题，只能看').first().waitFor();
    await openQuestion(page, '怪题');
    await expect(page.getByRole('textbox', { name: '题目怎么问' }).count()).resolves.toBe(0);
    await openQuestion(page, '普通题');
    await page.getByRole('textbox', { name: '题目怎么问' }).fill('改了');

    expect(JSON.stringify(await saved())).toBe(JSON.stringify(strange).replace('普通题', '改了'));
  });

  it('can be edited as text, whose mistakes are told with their line and not taken', async () => {
    const { page, saved } = await pages.open('handle');
    await page.getByRole('button', { name: '专业', exact: true }).click();
    await page.getByRole('button', { name: '条件', exact: true }).click();
    await page.getByRole('textbox', { name: '条件' }).fill('[\n  { "when": }\n]');
    await page.getByText('第 2 行第 13 个字').waitFor();
    await expect(page.getByRole('button', { name: '用这份' }).isDisabled()).resolves.toBe(true);
    await page.getByRole('textbox', { name: '条件' }).fill('[]');
    await page.getByRole('button', { name: '用这份' }).click();

    await expect.poll(async () => (await saved())['rules']).toEqual([]);
  });
});

describe('the phone beside the list', () => {
  it('takes a sample that is right, and names what is wrong in one that is not', async () => {
    const { page, faults } = await pages.open('report');
    const phone = page.getByRole('region', { name: '手机上的样子' });
    await phone.getByRole('button', { name: '填好的' }).click();
    await phone.getByRole('button', { name: '试着提交' }).click();
    await page.getByText('填得没有问题').waitFor();
    await phone.getByRole('button', { name: '填错的' }).click();

    await phone.getByText('「情况」至少 4 个字').waitFor();
    expect(faults()).toEqual([]);
  });

  it('has the rights of the step that is chosen, and its sheets come up inside of it', async () => {
    const { page } = await pages.open('assign');
    const phone = page.locator('.fd-phone');
    await expect(phone.getByRole('button', { name: /建议由谁办/ }).count()).resolves.toBe(0);
    await phone.getByRole('radio', { name: '改派', exact: true }).check();
    await phone.getByRole('radio', { name: '社区', exact: true }).check();
    await phone.getByRole('button', { name: /改由社区哪个岗位办/ }).click();
    const sheet = await phone.getByRole('dialog').boundingBox();
    const frame = await phone.boundingBox();

    expect((sheet?.x ?? 0) >= (frame?.x ?? 0) && (sheet?.width ?? 999) <= (frame?.width ?? 0)).toBe(true);
  });
});

describe('somebody who may only look', () => {
  it('sees the sentences without anything to change, and can still try the form out', async () => {
    const { page } = await pages.open('report', { readOnly: true });
    await openQuestion(page, '照片');

    await expect(page.locator('.fd-card').getByRole('button').allTextContents()).resolves.toEqual(['收起']);
    await expect(page.getByRole('button', { name: /^加上/ }).count()).resolves.toBe(0);
    await page.getByRole('button', { name: '填好的' }).click();
  });
});
