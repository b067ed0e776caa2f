import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import { canonicalJson } from '../../server/packs/canonical-json.ts';
import { compilePack, compilePublished, packsIn } from '../../server/packs/compile-pack.ts';
import { addedByInstalled } from '../../server/packs/plugins/added-by-installed.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { definitionsFolder } from './planted-pack.ts';

async function releaseOf(folder: string): Promise<CompiledRelease> {
  const { release, faults } = await compilePack('tianshui-xiguan', packsIn(folder));
  if (!release) throw new Error(faults.map((fault) => fault.en).join('\n'));
  return release;
}

async function publishedOf(folder: string): Promise<CompiledRelease | null> {
  const packs = await Promise.all(['base', 'tianshui-xiguan'].map((id) => packsIn(folder)(id)));
  const folders = packs.flatMap((pack) => (pack ? [pack.folder] : []));
  return (await compilePublished(folders, await addedByInstalled())).release;
}

function copyOfPacks(): string {
  const { path } = temporaryFolder('packs');
  cpSync(definitionsFolder, path, { recursive: true });
  return path;
}

describe('a release', () => {
  it('is named by its content, wherever the pack lies', async () => {
    const [here, elsewhere] = await Promise.all([releaseOf(definitionsFolder), releaseOf(copyOfPacks())]);

    expect(elsewhere.hash).toBe(here.hash);
    expect(here.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same once it is published, though a check would refuse it by now', async () => {
    const folder = copyOfPacks();
    expect((await publishedOf(folder))?.hash).toBe((await releaseOf(folder)).hash);

    const posts = join(folder, 'tianshui-xiguan/posts.json');
    writeFileSync(posts, readFileSync(posts, 'utf8').replace('"网格长"', '"信访重点人员"'));
    const checked = await compilePack('tianshui-xiguan', packsIn(folder));
    expect(checked.release).toBeNull();
    expect((await publishedOf(folder))?.posts.map(({ title }) => title)).toContain('信访重点人员');
  });

  it('has another name when one definition changes, also in the pack below', async () => {
    const folder = copyOfPacks();
    writeFileSync(join(folder, 'base/roles.json'), `${readFileSync(join(folder, 'base/roles.json'), 'utf8')}\n`);

    expect((await releaseOf(folder)).hash).not.toBe((await releaseOf(definitionsFolder)).hash);
  });

  it('keeps its name when only demo people, scenarios or the readme change', async () => {
    const folder = copyOfPacks();
    writeFileSync(join(folder, 'tianshui-xiguan/README.zh-CN.md'), '# 另一份说明\n');

    expect((await releaseOf(folder)).hash).toBe((await releaseOf(definitionsFolder)).hash);
  });

  it('lists every definition once with the hash of its file', async () => {
    const { manifest } = await releaseOf(definitionsFolder);
    const keys = manifest.definitions.map(({ kind, id, pack }) => `${kind} ${id} ${pack}`);

    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('process escalation base');
    expect(keys).toContain('form report tianshui-xiguan');
  });

  it('takes from the pack below what the street does not write itself', async () => {
    const release = await releaseOf(definitionsFolder);

    expect(release.calendars.has('china')).toBe(true);
    expect(release.processes.has('escalation')).toBe(true);
    expect(release.english['网格工作人员']).toBe('Grid staff');
  });

  it('lets the street’s own definition stand over the one below', async () => {
    const folder = copyOfPacks();
    writeFileSync(
      join(folder, 'base/limits.json'),
      '{ "limits": [{ "id": "assign", "title": "任务指派", "amount": 9, "unit": "days" }] }',
    );
    const { faults } = await compilePack('tianshui-xiguan', packsIn(folder));

    expect(faults.map((fault) => `${fault.code} ${fault.pack}`)).toContain('value-without-source base');
    expect(faults.map((fault) => fault.code)).not.toContain('id-duplicate');
  });

  it('has the choices of its forms filled in from the pack', async () => {
    const form = JSON.stringify((await releaseOf(definitionsFolder)).forms.get('assign')?.schema);

    expect(form).toContain('{"const":"mediator","title":"矛盾纠纷调解员"}');
    expect(form).toContain('{"const":"street-deputy","title":"分管副主任"}');
  });
});

describe('canonical JSON', () => {
  it('is the same whatever the order of members', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '文' }], a: true })).toBe('{"a":true,"b":[1,{"c":"文","d":null}]}');
  });
});
