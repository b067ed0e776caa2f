import { afterAll, beforeAll, it } from 'vitest';
import type { BuiltPage } from '../built-page.ts';
import { drawn, openEditor, startEditorPages } from './open-editor.ts';
let built: BuiltPage;
beforeAll(async () => {
  built = await startEditorPages();
}, 90_000);
afterAll(() => built.close());
it('looks', async () => {
  let opened; try { opened = await openEditor(built); } catch (e) { for (const c of built.browser.contexts()) for (const p of c.pages()) { await p.screenshot({path:'/tmp/f-process-shots/0.png'}); } throw e; } const { page, faults, xml } = opened;
  await page.screenshot({ path: '/tmp/f-process-shots/1.png' });
  await drawn(page, 'assign').click();
  await page.screenshot({ path: '/tmp/f-process-shots/2.png' });
  await page.getByText('看全图').click();
  await drawn(page, 'solved').click();
  await page.screenshot({ path: '/tmp/f-process-shots/3.png' });
  await drawn(page, 'archive').click();
  await page.getByText('前面加一步').click();
  await page.screenshot({ path: '/tmp/f-process-shots/4.png' });
  console.log(faults());
  const before = (await import('./open-editor.ts')).streetProcess('case-handling');
  (await import('node:fs')).writeFileSync('/tmp/f-process-shots/a.xml', before);
  (await import('node:fs')).writeFileSync('/tmp/f-process-shots/b.xml', await xml());
});
