import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { formOf, reportForm, rightsAt } from '../../kernel/forms/form-examples.ts';
import { type FormPages, type OpenForm, startFormPages } from './form-page.ts';
import type { Scene } from './scene.ts';

let pages: FormPages;
beforeAll(async () => {
  pages = await startFormPages();
});
afterAll(() => pages.close());

const text = { type: 'string', title: '情况' };
const onSwitch = { yes: { type: 'boolean', title: '要吗' } };
const whenYes = { when: { all: [{ field: 'yes', equals: true }] } };

async function openOf(
  properties: JsonObject,
  more: Parameters<typeof formOf>[1] = {},
  scene: Omit<Scene, 'form'> = {},
): Promise<OpenForm> {
  return pages.open({ form: formOf(properties, more), ...scene });
}

describe('a form with rules', () => {
  it('shows a branch when its rule holds, under a policy that forbids compiling, and asks nobody else', async () => {
    const { page, faults } = await pages.open({ form: reportForm });
    await expect(page.getByLabel('处理结果').count()).resolves.toBe(0);
    await page.getByRole('switch', { name: '已当场处理' }).click();
    await page.getByLabel('处理结果').waitFor();
    expect(faults()).toEqual([]);
  });

  it('keeps what was typed in a branch while somebody changes their mind, and does not send it', async () => {
    const { page, submit, sent } = await openOf({ ...onSwitch, why: text }, { rules: [{ ...whenYes, show: ['why'] }] });
    await page.getByRole('switch').click();
    await page.getByLabel('情况').fill('路灯不亮');
    await page.getByRole('switch').click();
    await submit();
    await expect(sent()).resolves.toEqual({ yes: false });
    await page.getByRole('switch').click();
    await expect(page.getByLabel('情况').inputValue()).resolves.toBe('路灯不亮');
  });

  it('does not send the default of a branch that never was shown, and fills it in when it is', async () => {
    const { page, submit, sent } = await openOf(
      { ...onSwitch, why: { ...text, default: '例行' } },
      { rules: [{ ...whenYes, show: ['why'] }] },
    );
    await submit();
    await expect(sent()).resolves.toEqual({ yes: false });
    await page.getByRole('switch').click();
    await submit();
    await expect(sent()).resolves.toEqual({ yes: true, why: '例行' });
  });

  it('follows a chain of rules, and its end goes with its beginning', async () => {
    const { page, submit, sent } = await openOf(
      { ...onSwitch, a: { ...text, title: '甲' }, b: { ...text, title: '乙' } },
      {
        rules: [
          { ...whenYes, show: ['a'] },
          { when: { all: [{ field: 'a', filled: true }] }, show: ['b'], require: ['b'] },
        ],
      },
    );
    await page.getByRole('switch').click();
    await page.getByLabel('甲').fill('x');
    await page.getByLabel('乙').fill('y');
    await submit();
    await expect(sent()).resolves.toEqual({ yes: true, a: 'x', b: 'y' });
    await page.getByRole('switch').click();
    await submit();
    await expect(sent()).resolves.toEqual({ yes: false });
  });
});

describe('what is wrong', () => {
  it('is said in plain Chinese at each field, and the first gets the cursor', async () => {
    const { page, submit, hint } = await pages.open({ form: reportForm });
    await page.getByLabel('情况描述').fill('不亮');
    await submit();
    await expect(page.getByRole('alert').allTextContents()).resolves.toEqual([
      '请选择「类别」',
      '「情况描述」至少 5 个字',
    ]);
    await expect(hint()).resolves.toBe('还差 1 项：类别');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'))).toBe(
      '/category',
    );
  });

  it('is not said before somebody tries to submit, and goes as soon as it is mended', async () => {
    const { page, submit } = await openOf({ a: text }, { required: ['a'] });
    await page.getByLabel('情况').fill('x');
    await page.getByLabel('情况').fill('');
    await expect(page.getByRole('alert').count()).resolves.toBe(0);
    await submit();
    await page.getByLabel('情况').fill('路灯不亮');
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('opens a folded section that holds it', async () => {
    const { page, submit } = await openOf(
      { a: text },
      { required: ['a'], ui: { 'ui:sections': [{ title: '反映人', fields: ['a'], folded: true }] } },
    );
    await expect(page.getByLabel('情况').isVisible()).resolves.toBe(false);
    await submit();
    await page.getByLabel('情况').waitFor({ state: 'visible' });
  });

  it('found by the server stands at its field until that is changed', async () => {
    const { page, submit } = await openOf(
      { a: text },
      {},
      { refusal: [{ path: '/a', zh: '这个编号已经有了', en: 'Taken' }] },
    );
    await page.getByLabel('情况').fill('XG-1');
    await submit();
    await expect(page.getByRole('alert').textContent()).resolves.toBe('这个编号已经有了');
    await page.getByLabel('情况').fill('XG-2');
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('in a table stands in its row', async () => {
    const rows = {
      type: 'array',
      title: '议定事项',
      items: {
        type: 'object',
        properties: { what: { ...text, title: '要办什么' }, who: { ...text, title: '由谁办' } },
        required: ['what'],
      },
    };
    const { page, submit } = await openOf({ rows });
    await page.getByRole('button', { name: '添加一项' }).click();
    await page.getByLabel('由谁办').fill('网格员');
    await submit();
    await expect(page.getByRole('group', { name: '第 1 项' }).getByRole('alert').textContent()).resolves.toBe(
      '请填写「要办什么」',
    );
  });
});

describe('what is typed', () => {
  it('is part of what is sent even when the button is pressed before the field is left', async () => {
    const { page, sent } = await openOf({ a: text });
    await page.getByLabel('情况').pressSequentially('路灯不亮');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-testid=submit]')?.click();
    });
    await expect(sent()).resolves.toEqual({ a: '路灯不亮' });
  });

  it('into a number and taken out again is nothing, not null', async () => {
    const { page, submit } = await openOf({ n: { type: 'integer', title: '人数' } }, { required: ['n'] });
    await page.getByLabel('人数').fill('12');
    await page.getByLabel('人数').blur();
    await page.getByLabel('人数').fill('');
    await submit();
    await expect(page.getByRole('alert').textContent()).resolves.toBe('请填写「人数」');
  });

  it('as a number may have full-width figures, and stays when it is none', async () => {
    const { page, submit, sent } = await openOf({ n: { type: 'number', title: '长度' } });
    await page.getByLabel('长度').fill('３．５');
    await submit();
    await expect(sent()).resolves.toEqual({ n: 3.5 });
    await page.getByLabel('长度').fill('三米');
    await submit();
    await expect(page.getByRole('alert').textContent()).resolves.toBe('「长度」要填数字');
    await expect(page.getByLabel('长度').inputValue()).resolves.toBe('三米');
  });

  it('as a date is shown as Chinese people write it', async () => {
    const { page, submit, sent } = await openOf({
      day: { type: 'string', format: 'date', title: '哪天' },
      at: { type: 'string', format: 'date-time', title: '几点' },
    });
    await page.getByLabel('哪天').fill('2026-09-10');
    await page.getByLabel('几点').fill('2026-09-10T09:12');
    await page.getByText('2026年9月10日 09:12').waitFor();
    await submit();
    await expect(sent()).resolves.toEqual({ day: '2026-09-10', at: '2026-09-10T09:12:00+08:00' });
  });

  it('as a place may be found instead', async () => {
    const { page, submit, sent } = await openOf(
      { a: text },
      { ui: { a: { 'ui:widget': 'place' } } },
      { place: '西关正街与忠义巷路口' },
    );
    await page.getByRole('button', { name: '定位' }).click();
    await expect.poll(() => page.getByLabel('情况').inputValue()).toBe('西关正街与忠义巷路口');
    await submit();
    await expect(sent()).resolves.toEqual({ a: '西关正街与忠义巷路口' });
  });
});

describe('answers', () => {
  const choice = {
    type: 'string',
    title: '结果',
    oneOf: [
      { const: 'a', title: '已修好' },
      { const: 'b', title: '没修好' },
    ],
  };

  it('are chosen by arrow keys, and taken back by pressing them again where they are optional', async () => {
    const { page, submit, sent } = await openOf({ c: choice });
    await page.getByRole('radio', { name: '已修好' }).focus();
    await page.keyboard.press('ArrowDown');
    await submit();
    await expect(sent()).resolves.toEqual({ c: 'b' });
    await page.getByRole('radio', { name: '没修好' }).click();
    await submit();
    await expect(sent()).resolves.toEqual({});
  });

  it('of a category are chosen in two steps, and go when another category is pressed', async () => {
    const { page, submit, sent } = await pages.open({ form: reportForm, initial: { description: '路灯不亮了' } });
    await page.getByRole('radio', { name: '设施维修' }).click();
    await page.getByRole('radiogroup', { name: '设施维修，哪一类' }).getByRole('radio', { name: '路灯' }).click();
    await submit();
    await expect(sent()).resolves.toMatchObject({ category: 'lamp' });
    await page.getByRole('radio', { name: '安全隐患' }).click();
    await submit();
    await expect(sent()).resolves.toBeNull();
  });

  it('that are many are found by typing in a sheet', async () => {
    const areas = Array.from({ length: 41 }, (_, index) => ({
      const: `a${index}`,
      title: `西关 ${String(index + 1).padStart(2, '0')} 网格`,
      'x-group': index < 20 ? '忠义巷社区' : '解放路社区',
    }));
    const { page, submit, sent } = await openOf({
      area: { type: 'string', title: '网格', 'x-choices': 'areas', oneOf: areas },
    });
    await page.getByRole('button', { name: '网格' }).click();
    await page.getByRole('searchbox').fill('35');
    await page.getByRole('button', { name: '西关 35 网格' }).click();
    await submit();
    await expect(sent()).resolves.toEqual({ area: 'a34' });
  });

  it('of several come in the order in which they are offered', async () => {
    const needs = {
      type: 'array',
      title: '需要',
      items: { type: 'string', oneOf: ['送餐', '陪诊', '保洁'].map((title) => ({ const: title, title })) },
    };
    const { page, submit, sent } = await openOf({ needs });
    await page.getByRole('checkbox', { name: '保洁' }).click();
    await page.getByRole('checkbox', { name: '送餐' }).click();
    await submit();
    await expect(sent()).resolves.toEqual({ needs: ['送餐', '保洁'] });
  });
});

describe('photos', () => {
  const form = formOf(
    { shots: { type: 'array', title: '照片', items: text, maxItems: 3 } },
    { ui: { shots: { 'ui:widget': 'photos' } } },
  );
  const picture = (name: string): { name: string; mimeType: string; buffer: Buffer } => ({
    name,
    mimeType: 'image/gif',
    buffer: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  });

  it('are kept one after the other, and what is beyond the most is left out', async () => {
    const { page, submit, sent } = await pages.open({ form });
    await page
      .getByLabel('照片', { exact: true })
      .setInputFiles(['1', '2', '3', '4'].map((name) => picture(`${name}.gif`)));
    await page.getByRole('img', { name: '第 3 张' }).waitFor();
    await expect(page.getByLabel('照片', { exact: true }).and(page.locator('input')).count()).resolves.toBe(0);
    await submit();
    await expect(sent()).resolves.toEqual({ shots: ['photo-1', 'photo-2', 'photo-3'] });
  });

  it('that could not be kept are tried again, and nothing is sent without them', async () => {
    const { page, submit, sent } = await pages.open({ form, photos: { takes: 0, failing: 1 } });
    await page.getByLabel('照片', { exact: true }).setInputFiles([picture('1.gif')]);
    await page.getByRole('button', { name: '重试' }).waitFor();
    await submit();
    await expect(sent()).resolves.toBeNull();
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('button', { name: '删除第 1 张' }).waitFor();
    await submit();
    await expect(sent()).resolves.toEqual({ shots: ['photo-1'] });
  });

  it('can be taken away again', async () => {
    const { page, submit, sent } = await pages.open({ form, initial: { shots: ['a', 'b'] } });
    await page.getByRole('button', { name: '删除第 1 张' }).click();
    await submit();
    await expect(sent()).resolves.toEqual({ shots: ['b'] });
  });
});

describe('a table', () => {
  const rows = {
    type: 'array',
    title: '参加人',
    minItems: 1,
    items: { type: 'object', properties: { who: { ...text, title: '姓名' } }, required: ['who'] },
  };

  it('begins without rows nobody asked for, however many it must have', async () => {
    const { page, submit } = await openOf({ rows });
    await expect(page.getByRole('group', { name: '第 1 项' }).count()).resolves.toBe(0);
    await expect(page.getByRole('alert').count()).resolves.toBe(0);
    await submit();
    await expect(page.getByRole('alert').count()).resolves.toBe(0);
  });

  it('loses a row only after being asked twice, and the right one', async () => {
    const { page, submit, sent } = await openOf(
      { rows },
      {},
      { initial: { rows: [{ who: '王一' }, { who: '李二' }] } },
    );
    await page.getByRole('button', { name: '删除第 1 项' }).click();
    await page.getByRole('button', { name: '确定删除' }).click();
    await submit();
    await expect(sent()).resolves.toEqual({ rows: [{ who: '李二' }] });
  });
});

describe('what a step may not fill', () => {
  it('is shown as a line, and sent as it is stored', async () => {
    const { page, submit, sent } = await openOf(
      { a: { ...text, title: '来源' }, b: text },
      { rights: rightsAt('s', { a: 'read' }) },
      { stored: { a: '民情热线' } },
    );
    await page.getByText('民情热线').waitFor();
    await expect(page.getByLabel('来源').count()).resolves.toBe(0);
    await submit();
    await expect(sent()).resolves.toEqual({ a: '民情热线' });
  });

  it('is the whole form in the view for reading', async () => {
    const { page } = await pages.open({
      form: reportForm,
      readonly: true,
      initial: { category: 'lamp', description: '路灯不亮', photos: ['a'], onTheSpot: false },
    });
    await expect(page.locator('dt').allTextContents()).resolves.toEqual(['类别', '情况描述', '照片']);
    await expect(page.locator('dd').first().textContent()).resolves.toBe('设施维修 / 路灯');
  });
});

describe('a form on a screen', () => {
  it('has targets of 44 px and no sideways scrolling on the phone', async () => {
    const { page } = await pages.open({ form: reportForm, initial: { category: 'lamp', onTheSpot: true } });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.fv input, .fv textarea, .fv button:not([role=switch])')]
        .filter((element) => element.offsetParent !== null && element.getBoundingClientRect().height < 43.5)
        .map((element) => element.outerHTML),
    );
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('stands in two columns at the desk', async () => {
    const { page } = await openOf(
      { a: { ...text, title: '甲' }, b: { ...text, title: '乙' } },
      {},
      { door: 'desktop' },
    );
    const [first, second] = [await page.getByLabel('甲').boundingBox(), await page.getByLabel('乙').boundingBox()];
    expect(second?.y).toBe(first?.y);
  });

  it('speaks English when it is asked to, and nothing else', async () => {
    const english = {
      例子: 'Example',
      类别: 'Category',
      设施维修: 'Facilities',
      安全隐患: 'Hazards',
      路灯: 'Lamp',
      消防: 'Fire',
      情况描述: 'What happened',
      照片: 'Photos',
      反映人: 'Reporter',
      姓名: 'Name',
      电话: 'Phone',
      要求答复: 'Wants an answer',
      已当场处理: 'Settled',
      处理结果: 'Result',
      处理后照片: 'Photos after',
    };
    const { page, submit } = await pages.open({
      form: reportForm,
      language: 'en',
      english,
      initial: { onTheSpot: true },
    });
    await page.getByRole('radio', { name: 'Hazards' }).click();
    await page.getByRole('radio', { name: 'Fire' }).click();
    await submit();
    await expect(page.getByRole('alert').allTextContents()).resolves.toEqual([
      'Fill in "What happened"',
      'Fill in "Result"',
      'Take 1 photo: Photos after',
    ]);
    expect(await page.locator('.fv').innerText()).not.toMatch(/\p{Script=Han}/u);
  });

  it('with 200 fields takes what is typed into one of them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`f${index}`, { ...text, title: `第${index}项` }]),
    );
    const { page, submit, sent } = await openOf(many);
    await page.getByLabel('第150项').pressSequentially('西关正街');
    await submit();
    await expect(sent()).resolves.toEqual({ f150: '西关正街' });
  });
});
