import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terminalOperations } from '../../server/application/terminal/terminal-operations.ts';
import { diffCommand } from '../../server/commands/diff.ts';
import { exportedPacks } from '../../server/commands/exported-packs.ts';
import { typesCommand } from '../../server/commands/form-types.ts';
import { readUpgrade } from '../../server/application/releases/read-upgrade.ts';
import { openStreet, xiguan, type Street } from '../application/street.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { definitionsFolder } from '../packs/planted-pack.ts';

/** A copy of the shipped pack with another version and another limit. */
function newerPack(version: string, amount: number): string {
  const folder = temporaryFolder('newer').path;
  for (const id of ['base', 'tianshui-xiguan'])
    cpSync(join(definitionsFolder, id), join(folder, id), { recursive: true });
  const pack = join(folder, 'tianshui-xiguan');
  edit(join(pack, 'pack.json'), '"version": "1.0.0"', `"version": "${version}"`);
  edit(
    join(pack, 'limits.json'),
    '"title": "网格处理",\n      "amount": 3',
    `"title": "网格处理",\n      "amount": ${amount}`,
  );
  return pack;
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replace(from, to));
}

describe('packs at the terminal', () => {
  let street: Street;
  const install = (pack: string, wishes: { readonly area?: string; readonly atOnce?: boolean } = {}) =>
    terminalOperations.installPack.run(street.context, { pack, area: '', atOnce: false, ...wishes });

  beforeAll(async () => {
    street = await openStreet();
  });
  afterAll(() => street.close());

  it('come out byte for byte as they went in when nobody has changed them', async () => {
    const outcome = await terminalOperations.exportPacks.run(street.context, { area: '' });

    const packs = exportedPacks(outcome.answer ?? null);
    expect(packs.map(({ id }) => id)).toEqual(['base', 'tianshui-xiguan']);
    for (const { id, files } of packs) {
      const onDisk = readdirSync(join(definitionsFolder, id), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(definitionsFolder, id).length + 1));
      expect([...files.keys()].toSorted()).toEqual(onDisk.toSorted());
      const different = [...files].filter(
        ([path, { text }]) => !Buffer.from(text).equals(readFileSync(join(definitionsFolder, id, path))),
      );
      expect(different.map(([path]) => path)).toEqual([]);
    }
  });

  it('of an area nobody knows are not exported', async () => {
    expect(await terminalOperations.exportPacks.run(street.context, { area: '999' })).toMatchObject({ ok: false });
  });

  it('are not installed twice, nor in an older version', async () => {
    expect(await install('tianshui-xiguan')).toMatchObject({ ok: true, answer: { outcome: 'already-there' } });
    expect(await install(newerPack('0.9.0', 2))).toMatchObject({ ok: false, answer: { outcome: 'not-newer' } });
  });

  it('with a fault are not installed, and the faults are told', async () => {
    const pack = newerPack('1.1.0', 2);
    edit(join(pack, 'limits.json'), '"unit": "workingHours"', '"unit": "moons"');

    const outcome = await install(pack);

    expect(outcome.ok).toBe(false);
    expect(outcome.zh).toContain('limits.json');
  });

  it('that the area has already become an offered upgrade, and hold only when it is asked for', async () => {
    const pack = newerPack('1.1.0', 2);
    const limit = async (): Promise<number | undefined> => {
      const [row] = await street.rows<{ hash: string }>(
        'select manifest_hash as hash from release where tenant_id = $1 order by created_at desc, id desc limit 1',
        street.context.tenant,
      );
      const release = await street.context.database.read((tx) => street.context.releases.byHash(tx, row?.hash ?? ''));
      return release.limits.get('handle-grid')?.amount;
    };

    expect(await install(pack)).toMatchObject({ ok: true, answer: { outcome: 'offered', version: '1.1.0' } });
    expect(await limit()).toBe(3);
    const actor = await street.actor(xiguan.administrator);
    const { upgrade } = await street.context.database.read((tx) =>
      readUpgrade(street.context, tx, actor, xiguan.street),
    );
    expect(upgrade?.lines.map(({ id }) => id)).toEqual(['handle-grid']);

    expect(await install(pack, { atOnce: true })).toMatchObject({ ok: true, answer: { outcome: 'upgraded' } });
    expect(await limit()).toBe(2);
  });
});

describe('packs on disk', () => {
  it('are told apart in sentences', async () => {
    expect(await diffCommand.run(['tianshui-xiguan', 'tianshui-xiguan', '--json'])).toBe(0);
    expect(await diffCommand.run(['tianshui-xiguan', newerPack('1.1.0', 2), '--json'])).toBe(2);
    expect(await diffCommand.run(['tianshui-xiguan'])).toBe(1);
  });

  it('give the same types every time, one for the data of each form', async () => {
    const folder = temporaryFolder('types').path;
    const [one, other] = [join(folder, 'one.d.ts'), join(folder, 'other.d.ts')];

    expect(await typesCommand.run(['tianshui-xiguan', '--to', one])).toBe(0);
    expect(await typesCommand.run(['tianshui-xiguan', '--to', other])).toBe(0);

    const text = readFileSync(one, 'utf8');
    expect(readFileSync(other, 'utf8')).toBe(text);
    expect(text).toContain("  dispatch: 'as-suggested' | 'changed';");
    expect(text).toContain("  'report': ReportData;");
    expect(text).toMatch(
      /export interface ReportData \{[^}]*\n {2}description: string;[^}]*\n {2}photos\?: string\[\];/s,
    );
  });
});
