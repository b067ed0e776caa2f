import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { structureFaults } from '../../../server/kernel/bpmn/compile/faults/structure-faults.ts';
import type { BuiltPage } from '../built-page.ts';
import { drawn, openEditor, pressLine, startEditorPages } from './open-editor.ts';
import { streetProcess } from './street-packs.ts';

/** Patience for a busy machine; what is waited for is there at once on an idle one. */
const soon = { timeout: 8000 };

let built: BuiltPage;
beforeAll(async () => {
  built = await startEditorPages();
}, 90_000);
afterAll(() => built.close());

async function faultsOf(xml: string): Promise<readonly string[]> {
  const { processes, faults } = await compileBpmn(xml);
  return [...faults, ...processes.flatMap(structureFaults)].map(({ code, element }) => `${code} ${element}`);
}

const chosen = (page: Page): Promise<string> => page.getByRole('textbox', { name: '名称' }).inputValue();

describe('the palette of steps', () => {
  it.each(['办理', '判断', '同时办', '等待', '抄送', '按规则', '自动'])(
    'puts %s behind what is chosen, in the middle of the way, and the process still holds together',
    async (words) => {
      const { page, xml } = await openEditor(built);
      await drawn(page, 'investigate').click();
      await page.getByRole('toolbar', { name: '加步骤' }).getByRole('button', { name: words, exact: true }).click();
      await expect.poll(xml, soon).not.toBe(streetProcess('case-handling'));
      const text = await xml();
      expect(await faultsOf(text)).toEqual([]);
      expect(text).toMatch(
        /<bpmn:sequenceFlow id="[^"]+" sourceRef="(?!investigate)[^"]+" targetRef="still-to-be-handled"/,
      );
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), soon)
        .toBe('名称');
      await page.getByRole('button', { name: '撤销' }).click();
      await expect.poll(xml, soon).toBe(streetProcess('case-handling'));
    },
  );

  it('puts a step last, before the end, when nothing is chosen', async () => {
    const { page, xml } = await openEditor(built);
    await page.getByRole('toolbar').getByRole('button', { name: '办理', exact: true }).click();
    await expect
      .poll(xml, soon)
      .toMatch(/<bpmn:sequenceFlow id="after-appraisal" sourceRef="appraise" targetRef="Activity_/);
    expect(await faultsOf(await xml())).toEqual([]);
  });

  it('drags a step onto a line, and it goes into it', async () => {
    const { page, xml } = await openEditor(built);
    const from = await page.getByRole('toolbar').getByRole('button', { name: '等待' }).boundingBox();
    const to = await drawn(page, 'after-telling').boundingBox();
    if (from === null || to === null) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 3 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect.poll(xml, soon).toContain('intermediateCatchEvent');
    expect(await xml()).not.toContain('targetRef="investigate" sourceRef="tell-posts"');
    expect(await faultsOf(await xml())).toEqual([]);
  });
});

describe('the keyboard alone', () => {
  it('walks, names, takes back, copies, removes and finds steps', async () => {
    const { page, xml } = await openEditor(built);
    await page.locator('.djs-container > svg').focus();
    await page.keyboard.press('ArrowRight');
    expect(await chosen(page)).toBe('事件上传');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await chosen(page)).toBe('分派建议');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('派给谁');
    await expect.poll(xml, soon).toContain('name="派给谁"');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect.poll(xml, soon).toBe(streetProcess('case-handling'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+C');
    await page.keyboard.press('ControlOrMeta+V');
    await expect.poll(async () => (await xml()).match(/name="任务指派"/g)?.length, soon).toBe(2);
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await xml()).match(/name="任务指派"/g)?.length, soon).toBe(1);
    await page.keyboard.press('ControlOrMeta+F');
    await page.keyboard.insertText('归档');
    // An input method ends with a key that goes up; inserted text has none.
    await page.keyboard.press('Shift');
    await page.locator('.djs-search-result').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => chosen(page), soon).toBe('归档管理');
  });

  it('opens no tool that nobody sees by a single letter', async () => {
    const { page, xml } = await openEditor(built);
    await drawn(page, 'assign').click();
    for (const letter of ['s', 'l', 'h', 'c', 'e', 'r']) await page.keyboard.press(letter);
    await page.locator('.djs-direct-editing-parent, .djs-popup').waitFor({ state: 'detached' });
    expect(await xml()).toBe(streetProcess('case-handling'));
  });
});

describe('the clocks of a step', () => {
  it('are added one for each stage beside that of the handling, and taken away again', async () => {
    const { page, xml } = await openEditor(built);
    await drawn(page, 'investigate').click();
    await page.getByRole('button', { name: '加一个时限' }).click();
    await page.getByRole('option', { name: /^签收/ }).click();
    await expect.poll(xml, soon).toMatch(/<grid:timeLimit limit="[^"]+" stage="sign-for" ?\/>/);
    expect(await xml()).toContain('<grid:timeLimit limit="investigate"');
    expect(await faultsOf(await xml())).toEqual([]);
    await page.getByRole('button', { name: '去掉签收时限' }).click();
    await expect.poll(xml, soon).toBe(streetProcess('case-handling'));
  });

  it('wake a timer that listens to them: when due, or so long after they have run out', async () => {
    const { page, xml } = await openEditor(built);
    await drawn(page, 'investigate').click();
    await page.getByRole('button', { name: /^时限变黄、到期或超期时/ }).click();
    await expect.poll(xml, soon).toContain('<grid:listensTo clock="due"');
    await page.getByRole('button', { name: /^什么时候/ }).click();
    await page.getByRole('option', { name: '超期' }).click();
    await page.getByRole('spinbutton', { name: '多少' }).fill('2');
    await expect.poll(xml, soon).toContain('<grid:listensTo clock="overdue" after="2"');
    await page.getByRole('button', { name: /^等到什么时候/ }).click();
    await page.getByRole('option', { name: '过一段时间' }).click();
    await expect.poll(xml, soon).not.toContain('listensTo');
    expect(await xml()).toContain('P1D');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(xml, soon).toContain('<grid:listensTo clock="overdue" after="2"');
  });
});

describe('what is wrong', () => {
  it('is marked at once, and pressing its sentence leads to the very field', async () => {
    const { page } = await openEditor(built);
    await page.getByText('看全图').click();
    await drawn(page, 'solved').click();
    await page
      .getByRole('button', { name: '再加一条去向' })
      .or(page.getByRole('button', { name: /^去向：请选一步/ }))
      .click();
    await page.getByRole('option', { name: '归档管理' }).or(page.getByRole('combobox')).first().waitFor();
    await page.getByRole('combobox').fill('归档');
    await page.keyboard.press('Enter');
    const mark = page.locator('.gl-mark');
    await expect.poll(() => mark.allInnerTexts(), soon).toEqual(['1']);
    const sentence = page.getByRole('region', { name: '问题' }).getByRole('listitem');
    expect(await sentence.innerText()).toContain('没有写条件');
    await drawn(page, 'assign').click();
    await sentence.getByRole('button').click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), soon).toBe('写条件');
    await page.keyboard.press('Enter');
    await expect.poll(() => mark.count(), soon).toBe(0);
  });

  it('that only the server knows keeps its mark while its step is there', async () => {
    const problem = {
      code: 'user-task-without-limit',
      severity: 'error' as const,
      kind: 'process' as const,
      id: 'case-handling',
      place: 'assign',
      zh: '「任务指派」没有写办理时限。请选一个时限。',
      en: '"任务指派" has no time limit. Choose one.',
    };
    const { page } = await openEditor(built, { problems: [problem] });
    await page.getByRole('button', { name: /^问题 1：/ }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), soon)
      .toMatch(/^办理时限：/);
    await page.locator('.djs-container > svg').focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('.gl-mark').allInnerTexts(), soon).not.toContain('「任务指派」');
    expect(await page.getByText('没有写办理时限').count()).toBe(0);
  });
});

describe('a condition', () => {
  it('asks the form before by its questions and answers, and has them handed on', async () => {
    const { page, xml } = await openEditor(built, {
      xml: streetProcess('case-handling').replace(/<zeebe:output source="=result" target="result" \/>\s*/, ''),
    });
    await page.getByText('看全图').click();
    await pressLine(page, 'was-solved');
    await page.getByRole('button', { name: /^看哪一项：/ }).click();
    await page.getByRole('combobox').fill('处理结果');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^比什么：/ }).click();
    await page.getByRole('option', { name: '办不了' }).click();
    await expect.poll(xml, soon).toContain('=result = "unable"');
    expect(await xml()).toContain('<zeebe:output source="=result" target="result" />');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(xml, soon).not.toContain('unable');
  });

  it('of another shape is said to be one for experts and kept', async () => {
    const foreign = '=count(route.told) &gt; 2';
    const { page, xml } = await openEditor(built, {
      xml: streetProcess('case-handling').replace('=result = "solved"', foreign),
    });
    await page.getByText('看全图').click();
    await pressLine(page, 'was-solved');
    await page.getByText(/专业条件，原样保留/).waitFor();
    await page.getByRole('textbox', { name: '名称' }).fill('办好了');
    await expect.poll(xml, soon).toContain('name="办好了"');
    expect(await xml()).toContain(foreign);
  });
});

describe('the drawing', () => {
  it('keeps the part that is seen and what is chosen when the text came from elsewhere', async () => {
    const { page, xml } = await openEditor(built);
    await page.getByText('缩小').click();
    await drawn(page, 'assign').click();
    const before = await drawn(page, 'assign').boundingBox();
    const other = (await xml()).replace('name="任务指派"', 'name="指派"');
    await page.evaluate((text) => window.postMessage({ reload: text }, '*'), other);
    await expect.poll(() => chosen(page), soon).toBe('指派');
    const after = await drawn(page, 'assign').boundingBox();
    expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(1);
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(1);
  });

  it('can only be looked at while somebody else is at it', async () => {
    const { page, xml } = await openEditor(built, { readOnly: 'locked' });
    expect(await page.getByRole('toolbar', { name: '加步骤' }).count()).toBe(0);
    await drawn(page, 'assign').click();
    await page.getByText('岗位空着时').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.keyboard.press('Delete');
    await drawn(page, 'assign').dblclick();
    await page.locator('.djs-direct-editing-parent').waitFor({ state: 'detached' });
    const box = await drawn(page, 'assign').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 20);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 90, (box?.y ?? 0) + 90, { steps: 4 });
    await page.mouse.up();
    expect(await xml()).toBe(streetProcess('case-handling'));
  });

  it.each([
    [1366, 768],
    [1024, 600],
    [640, 480],
  ])('shows the mark of bpmn.io with nothing over it at %i × %i', async (width, height) => {
    const { page } = await openEditor(built);
    await page.setViewportSize({ width, height });
    const mark = page.locator('a.bjs-powered-by');
    await mark.scrollIntoViewIfNeeded();
    const covering = await mark.evaluate((link) => {
      const { left, top, right, bottom } = link.getBoundingClientRect();
      const points = [
        [left + 2, top + 2],
        [right - 2, top + 2],
        [(left + right) / 2, (top + bottom) / 2],
        [left + 2, bottom - 2],
        [right - 2, bottom - 2],
      ] as const;
      const seen = getComputedStyle(link).visibility === 'visible' && right - left > 40 && bottom - top > 15;
      const over = points.map(([x, y]) => document.elementFromPoint(x, y)).filter((one) => !link.contains(one));
      return { seen, over: over.map((one) => one?.className ?? 'outside') };
    });
    expect(covering).toEqual({ seen: true, over: [] });
  });
});
