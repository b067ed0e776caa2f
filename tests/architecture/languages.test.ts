import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reachedFrom } from './imports.ts';
import { catalogueFaults, dictionaryFaults, keysSaid, wordsInPages } from './languages.ts';
import { codeFiles, root } from './source-file.ts';

const pages = codeFiles.filter(({ path }) => path.startsWith('studio/') && !path.startsWith('studio/translations/'));

/** What a file of the project exports under a name. */
async function exported<Value>(path: string, name: string): Promise<Value> {
  const module = (await import(join(root, path))) as Record<string, unknown>;
  if (module[name] === undefined) throw new Error(`${path} exports no ${name}`);
  return module[name] as Value;
}

describe('what people read', () => {
  it('has, for every error, a status and a sentence in both languages', async () => {
    const catalogue = await exported<Parameters<typeof catalogueFaults>[0]>('server/http/errors.ts', 'errorCatalogue');
    expect(Object.keys(catalogue).length).toBeGreaterThan(10);
    expect(catalogueFaults(catalogue)).toEqual([]);
  });

  it('has every text of the studio in both languages', async () => {
    const zh = await exported<Record<string, string>>('studio/translations/zh.ts', 'zh');
    const en = await exported<Record<string, string>>('studio/translations/en.ts', 'en');
    expect(Object.keys(zh).length).toBeGreaterThan(20);
    expect(dictionaryFaults(zh, en)).toEqual([]);
  });

  it('is all there on the phone, which loads a part of the dictionary', async () => {
    const zh = await exported<Record<string, string>>('studio/translations/zh.ts', 'zh');
    const { zh: loaded } = await exported<{ zh: object }>('studio/translations/phone-words.ts', 'phoneWords');
    const files = reachedFrom('studio/shell/phone/main.tsx', codeFiles);
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => keysSaid(file, Object.keys(zh))).filter((key) => !(key in loaded))).toEqual([]);
  });

  it('stands in the dictionaries, not in the pages', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.flatMap(wordsInPages)).toEqual([]);
  });
});

describe('the check of languages', () => {
  it.each([
    ['a sentence that is missing', { 'not-found': { status: 404, zh: '', en: 'Not found.' } }],
    ['an English sentence in Chinese', { 'not-found': { status: 404, zh: '没有找到。', en: '没有找到。' } }],
    ['a status of success', { 'not-found': { status: 200, zh: '没有找到。', en: 'Not found.' } }],
    ['a code in another spelling', { notFound: { status: 404, zh: '没有找到。', en: 'Not found.' } }],
  ])('reports %s', (_, catalogue) => {
    expect(catalogueFaults(catalogue)).toHaveLength(1);
  });

  it('reports a key in one language only, and values that differ', () => {
    expect(dictionaryFaults({ save: '保存' }, {})).toHaveLength(1);
    expect(dictionaryFaults({}, { save: 'Save' })).toHaveLength(1);
    expect(dictionaryFaults({ count: '{count} 件' }, { count: 'some cases' })).toHaveLength(1);
    expect(dictionaryFaults({ count: '{count} 件' }, { count: '{count} cases' })).toEqual([]);
  });

  it.each([
    "const title = '事件';",
    'const title = <h1>Cases</h1>;',
    'const title = <h1>事件</h1>;',
    'const title = `共 ${count} 件`;',
  ])('reports words in a page: %s', (text) => {
    expect(wordsInPages({ path: 'studio/cases/CaseList.tsx', text })).not.toEqual([]);
  });

  it('lets a sentence be that is there in both languages', () => {
    const text = "const lost = { zh: '连不上', en: 'Not connected' };";
    expect(wordsInPages({ path: 'studio/api/lost.ts', text })).toEqual([]);
  });

  it('lets signs be', () => {
    expect(wordsInPages({ path: 'studio/cases/CaseList.tsx', text: 'const a = <b>· 24 %</b>;' })).toEqual([]);
  });
});
