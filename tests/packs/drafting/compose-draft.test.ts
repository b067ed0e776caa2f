import { beforeAll, describe, expect, it } from 'vitest';
import type { PackFolder } from '../../../server/kernel/compilation/pack-folder.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import type { PackFile } from '../../../server/kernel/release/definitions.ts';
import { compilePack, packsIn } from '../../../server/packs/compile-pack.ts';
import { composeDraft, type ComposedDraft, type Touch } from '../../../server/packs/drafting/compose-draft.ts';
import { nearestDefinitions } from '../../../server/packs/drafting/editable-definitions.ts';
import type { DefinitionKey } from '../../../server/packs/reading/written-definitions.ts';
import { packsFrom } from '../../../server/packs/reading/packs-from.ts';
import { removeDefinition, writeDefinition } from '../../../server/packs/drafting/write-definition.ts';
import { definitionsFolder } from '../planted-pack.ts';

let base: readonly PackFolder[];

beforeAll(async () => {
  const found = await Promise.all(['base', 'tianshui-xiguan'].map((id) => packsIn(definitionsFolder)(id)));
  base = found.flatMap((pack) => (pack ? [pack.folder] : []));
});

type Edit = (json: JsonObject) => JsonObject;

/** A draft in which some definitions are edited, of the pack itself or of one that stands on it. */
async function draftWith(
  pack: string,
  edits: readonly (readonly [DefinitionKey, Edit | string | null])[],
): Promise<ComposedDraft & { readonly manifest: PackFile }> {
  const overlay = new Map<string, string | null>();
  const touched: Touch[] = [];
  const parts = { base, pack, area: { code: '620502005', name: '西关街道' }, overlay, touched, lastVersion: null };
  for (const [key, edit] of edits) {
    const { own, below, packs } = await composeDraft(parts);
    const content = nearestDefinitions(packs).get(`${key.kind}/${key.id}`)?.content;
    const json = content && 'json' in content ? content.json : {};
    const change =
      edit === null
        ? removeDefinition(own, key)
        : writeDefinition(own, below, key, typeof edit === 'string' ? { xml: edit } : { json: edit(json) });
    if (change) overlay.set(change.path, change.text);
    touched.push({ ...key, at: '2026-11-28T01:00:00.000Z', as: '街道管理员' });
  }
  const composed = await composeDraft(parts);
  return { ...composed, manifest: JSON.parse(composed.own.files.get('pack.json')?.text ?? '{}') };
}

const limit = (id: string): DefinitionKey => ({ kind: 'limit', id });
const errorsOf = async ({ packs, own }: ComposedDraft): Promise<readonly string[]> =>
  (await compilePack(own.id, packsFrom(packs))).faults
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file, place }) => `${code} ${file}#${place}`);

const said = (manifest: PackFile, file: string): readonly string[] => [
  ...manifest.sources
    .filter((one) => one.definition.startsWith(`${file}#`))
    .map((one) => `${one.definition} ${one.document}`),
  ...manifest.assumed.filter((one) => one.path.startsWith(`${file}#`)).map((one) => `${one.path} assumed`),
];

describe('a draft that changes nothing', () => {
  it('gives every file of the pack byte for byte', async () => {
    const { own, packs } = await draftWith('tianshui-xiguan', []);
    expect(packs).toBe(base);
    expect([...own.files.values()].map(({ sha256 }) => sha256)).toEqual(
      [...(base[1]?.files.values() ?? [])].map(({ sha256 }) => sha256),
    );
  });
});

describe('a draft of a pack that is the area’s own', () => {
  it('touches the file of what was changed and pack.json, and no other', async () => {
    const { own } = await draftWith('tianshui-xiguan', [[limit('assign'), (json) => ({ ...json, amount: 9 })]]);
    const changed = [...own.files.values()].filter(({ path, text }) => base[1]?.files.get(path)?.text !== text);
    expect(changed.map(({ path }) => path).toSorted()).toEqual(['limits.json', 'pack.json']);
    expect(own.files.size).toBe(base[1]?.files.size);
  });

  it('says that a changed value is the street’s own decision, and no longer assumed', async () => {
    const { manifest } = await draftWith('tianshui-xiguan', [[limit('assign'), (json) => ({ ...json, amount: 9 })]]);
    expect(manifest.version).toBe('1.0.1');
    expect(said(manifest, 'limits.json').filter((one) => one.includes('/assign/'))).toEqual([
      'limits.json#/limits/assign/amount 西关街道自定',
      'limits.json#/limits/assign/unit assumed',
      'limits.json#/limits/assign/yellow assumed',
    ]);
    expect(manifest.sources.at(-1)?.passage).toBe('2026年11月28日，街道管理员在配置中改定');
  });

  it('forgets what is said about a thing that is taken out', async () => {
    const { manifest, ...draft } = await draftWith('tianshui-xiguan', [
      [{ kind: 'meeting', id: 'dispute-coordination' }, null],
    ]);
    expect(said(manifest, 'meetings/dispute-coordination.json')).toEqual([]);
    expect(draft.own.files.has('meetings/dispute-coordination.json')).toBe(false);
  });

  it('never asks for a source of what somebody decided, whatever it was', async () => {
    const flood = { title: '防汛员', required: true, min: 1 };
    const draft = await draftWith('tianshui-xiguan', [
      [{ kind: 'post', id: 'flood' }, () => ({ ...(postOf('mediator') as JsonObject), ...flood, id: 'flood' })],
      [limit('quick'), () => ({ ...(limitOf('assign') as JsonObject), id: 'quick', title: '快办' })],
      [{ kind: 'areas', id: 'areas' }, withNewGrid],
      [{ kind: 'case-type', id: 'event' }, withNewCategory],
      [
        { kind: 'ladder', id: 'case-overdue' },
        (json) => ({ ...json, rungs: [...(json['rungs'] as never[]), (json['rungs'] as never[])[0]] as never }),
      ],
    ]);
    expect((await errorsOf(draft)).filter((fault) => /source|provenance/.test(fault))).toEqual([]);
  });
});

describe('a draft of an area without a pack of its own', () => {
  it('makes one that stands on what it inherits, and holds only what was changed', async () => {
    const { own, manifest, ...rest } = await draftWith('area-620502005', [
      [limit('assign'), (json) => ({ ...json, amount: 9 })],
    ]);
    expect(manifest).toMatchObject({
      id: 'area-620502005',
      version: '1.0.0',
      title: '西关街道网格化管理',
      extends: 'tianshui-xiguan',
    });
    expect([...own.files.keys()]).toEqual(['pack.json', 'limits.json']);
    expect(JSON.parse(own.files.get('limits.json')?.text ?? '').limits).toHaveLength(1);
    expect(await errorsOf({ own, ...rest })).toEqual([]);
  });

  it('takes over what the pack below says about a copied value that stayed as it was', async () => {
    const { manifest } = await draftWith('area-620502005', [[limit('assign'), (json) => ({ ...json, amount: 9 })]]);
    expect(said(manifest, 'limits.json')).toEqual([
      'limits.json#/limits/assign/amount 西关街道自定',
      'limits.json#/limits/assign/unit assumed',
      'limits.json#/limits/assign/yellow assumed',
    ]);
  });

  it('says of a drawing only of the steps that do something else that they were decided', async () => {
    const xml = base[1]?.files.get('processes/case-handling.bpmn')?.text ?? '';
    const drawn = xml
      .replace(/(id="handle"[^>]*name=")[^"]*/, '$1现场办理')
      .replaceAll('<dc:Bounds x="', '<dc:Bounds  x="');
    const { manifest, ...draft } = await draftWith('area-620502005', [
      [{ kind: 'process', id: 'case-handling' }, drawn],
    ]);
    const own = manifest.sources.filter(({ document }) => document === '西关街道自定');
    expect(own.map(({ definition }) => definition)).toEqual(['processes/case-handling.bpmn#handle']);
    expect(draft.own.files.get('processes/case-handling.bpmn')?.text).toBe(drawn);
    expect((await errorsOf(draft)).filter((fault) => fault.startsWith('value'))).toEqual([]);
  });

  it('keeps of translations only those that are new or other', async () => {
    const { own } = await draftWith('area-620502005', [
      [{ kind: 'translations', id: 'en' }, (json) => ({ ...json, 防汛员: 'Flood warden' })],
    ]);
    expect(JSON.parse(own.files.get('translations/en.json')?.text ?? '')).toEqual({ 防汛员: 'Flood warden' });
  });
});

function itemOf(file: string, list: string, id: string): unknown {
  return JSON.parse(base[1]?.files.get(file)?.text ?? '')[list].find((item: { id: string }) => item.id === id);
}

const postOf = (id: string): unknown => itemOf('posts.json', 'posts', id);
const limitOf = (id: string): unknown => itemOf('limits.json', 'limits', id);

const withNewGrid: Edit = (json) => ({
  ...json,
  areas: [
    ...(json['areas'] as never[]),
    { code: '620502005001009', name: '西关 09 网格', type: 'grid', kind: 'lane', parent: '620502005001' } as never,
  ],
});

const withNewCategory: Edit = (json) => ({
  ...json,
  categories: [...(json['categories'] as never[]), { id: 'flood', title: '防汛' } as never],
});
