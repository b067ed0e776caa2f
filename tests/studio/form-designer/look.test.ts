import { it } from 'vitest';
import { startDesignerPages } from './designer-page.ts';
it('looks', async () => {
  const pages = await startDesignerPages();
  const { page, faults } = await pages.open('report');
  page.setDefaultTimeout(5000);
  let n = 0; try {
  const shot = async () => { await page.waitForTimeout(350); return page.screenshot({ path: `/tmp/fd-${++n}.png` }); };
  await page.locator('.fd-title', { hasText: '照片' }).first().click();
  await page.getByRole('button', { name: '什么时候问：每次都问' }).click();
  await shot();
  await page.getByRole('option', { name: '每次都问，满足条件时必须填' }).click();
  await shot();
  await page.getByRole('button', { name: '答案：请选' }).click();
  await shot();
  await page.getByRole('option', { name: /^环境卫生 ?整个一类/ }).click();
  await page.keyboard.press('Escape');
  await shot();
  await page.getByRole('button', { name: '各步骤谁能填' }).click();
  await shot();
  await page.getByRole('button', { name: '专业', exact: true }).click();
  await shot();
  await page.getByRole('button', { name: /^题目/ }).click();
  await page.locator('.fd-title', { hasText: '已当场处理' }).first().click();
  await page.getByRole('button', { name: '删除' }).click();
  await page.waitForTimeout(400);
  await shot();
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await page.getByRole('button', { name: '填错的' }).click();
  await page.waitForTimeout(400);
  await shot();
  await page.locator('.fd-title', { hasText: '地点' }).first().click();
  await page.getByRole('button', { name: /^题型：/ }).click();
  await page.getByRole('option', { name: /^数字/ }).click();
  await page.waitForTimeout(400);
  await shot();
  await page
    .getByRole('button', { name: '新建一题，藏起原来的' })
    .click()
    .catch(() => page.getByRole('button', { name: '新建一题' }).click());
  await page.waitForTimeout(400);
  await shot();
  } finally { console.log(faults());
  await pages.close(); }
}, 60000);
