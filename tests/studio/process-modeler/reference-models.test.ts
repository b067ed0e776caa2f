import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPage } from '../built-page.ts';
import { openEditor, startEditorPages } from './open-editor.ts';

/** The reference models of the BPMN Model Interchange Working Group; they stay where they are. */
const folder = new URL('../../../../shared/conformance/miwg/', import.meta.url);
const models = readdirSync(folder).filter((name) => name.endsWith('.bpmn'));

/** Patience for a busy machine; what is waited for is there at once on an idle one. */
const soon = { timeout: 8000 };

let built: BuiltPage;
beforeAll(async () => {
  built = await startEditorPages();
}, 90_000);
afterAll(() => built.close());

/** Texts are compared tag by tag: what stands between two `<`. */
function differingTags(one: string, other: string): readonly string[] {
  const [before, after] = [one.split('<'), other.split('<')];
  let from = 0;
  while (from < before.length && before[from] === after[from]) from += 1;
  let back = 0;
  while (back < Math.min(before.length, after.length) - from && before.at(-1 - back) === after.at(-1 - back)) back += 1;
  const were = before.slice(from, before.length - back);
  return after.slice(from, after.length - back).filter((tag) => !were.includes(tag));
}

describe('a reference model in the editor', () => {
  it('is there', () => expect(models.length).toBe(21));

  it.each(models)(
    '%s opens, is renamed in one place only, and is the same bytes when that is taken back',
    async (name) => {
      const xml = readFileSync(new URL(name, folder), 'utf8');
      const editor = await openEditor(built, { id: 'foreign', title: name, xml });
      const { page } = editor;
      await page.locator('.djs-container > svg').focus();
      await page.keyboard.press('ArrowRight');
      await page.locator('.djs-element.selected').waitFor();
      const id = await page.locator('.djs-element.selected').first().getAttribute('data-element-id');
      await page.getByRole('textbox', { name: '名称' }).fill('另起一个名字');
      await expect.poll(editor.xml, soon).toContain('另起一个名字');
      const changed = differingTags(xml, await editor.xml());
      const own = new RegExp(`\\bid="${id}"`);
      const isOfLabel = (tag: string): boolean => /^\/?\w*:?(Bounds|BPMNLabel)\b/.test(tag);
      expect(changed.filter((tag) => !own.test(tag) && !isOfLabel(tag))).toEqual([]);
      expect(changed.filter((tag) => own.test(tag))).toHaveLength(1);
      await page.getByRole('button', { name: '撤销' }).click();
      await expect.poll(editor.xml, soon).toBe(xml);
      expect(editor.faults()).toEqual([]);
    },
  );

  it('says of a step that cannot run that it is kept as it is', async () => {
    const xml = readFileSync(new URL('C.1.0.bpmn', folder), 'utf8');
    const { page } = await openEditor(built, { id: 'foreign', title: 'C.1.0', xml });
    await expect.poll(() => page.locator('.gl-mark').count(), soon).toBeGreaterThan(0);
    await page.locator('.gl-mark').first().click();
    await page.getByText('还不能运行').first().waitFor();
  });
});
