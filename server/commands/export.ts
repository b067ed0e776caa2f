import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { exportedPacks, type ExportedPack } from './exported-packs.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom export --to <folder> [--area <code>] [--json]

  --to      写到这个文件夹，每个配置包一个子文件夹；要是空的 Where to; one folder for each pack. It must be empty
  --area    哪个区域现在用的配置包；不写就是最上面的 The packs an area runs on now; else those of the uppermost
  --json    {folder, packs: [{id, files}]}

没改过的配置包，导出来和装进去的逐字节相同；改过的，pack.json 里写着出处。
A pack nobody has changed comes out byte for byte as it went in. 数据库 Database: DATABASE_URL，否则 DATA_DIR。

退出码 Exit codes: 0 导出了 done · 1 没导出 not done`;

/** `gridloom export`: writes the packs an area runs on into a folder. */
export const exportCommand: CliCommand = {
  name: 'export',
  usage,
  summary: '把一个区域在用的配置包写成文件 Writes the packs an area runs on to disk',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, to: { type: 'string' }, area: { type: 'string' } },
      strict: false,
    });
    const folder = typeof values.to === 'string' ? values.to : null;
    if (folder === null) return misused({ usage }, '请写明 --to 哪个文件夹。', 'Say where to with --to.');
    if (await holdsSomething(folder))
      return misused(
        { usage },
        `「${folder}」里已有东西，没有写。`,
        `"${folder}" is not empty, so nothing was written.`,
      );
    const area = typeof values.area === 'string' ? values.area : '';
    const outcome = await withDatabase(terminalOperations.exportPacks, { area }, () => undefined);
    if (!outcome.ok) {
      process.stderr.write(`${outcome.zh}\n${outcome.en}\n`);
      return 1;
    }
    const packs = exportedPacks(outcome.answer ?? null);
    await Promise.all(packs.map((pack) => writePack(folder, pack)));
    if (values.json === true) printJson({ folder, packs: packs.map(({ id, files }) => ({ id, files: files.size })) });
    else for (const { id, files } of packs) process.stdout.write(`${join(folder, id)}: ${files.size} 个文件 files\n`);
    return 0;
  },
};

async function holdsSomething(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function writePack(folder: string, { id, files }: ExportedPack): Promise<void> {
  for (const [path, { text }] of files) {
    const file = join(folder, id, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
