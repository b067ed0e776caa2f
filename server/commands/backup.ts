import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom backup <folder> [--force] [--json]

  把数据库和照片备份到一个文件夹，并写下每个文件的校验值。程序可以一直开着；内置数据库在复制时让别的请求等几秒。
  Backs the database and the photos up into a folder, with the hash of every file. The program may run meanwhile; on the
  embedded database other requests wait for some seconds while it is copied.

  --force   文件夹里已有的备份换成新的 Takes the place of a backup that is there

PostgreSQL 用它自己的 pg_dump，它须在 PATH 里，版本不低于数据库。
PostgreSQL is dumped by its own pg_dump, on the PATH and not older than the server.

退出码 Exit codes: 0 备份好了 done · 1 没备份成 not done`;

/** `gridloom backup`: database and photos into a folder. */
export const backupCommand: CliCommand = {
  name: 'backup',
  usage,
  summary: '备份数据库和照片 Backs up database and photos',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, force: { type: 'boolean' } },
      strict: false,
    });
    const [folder] = positionals;
    if (folder === undefined) return misused({ usage }, '请写备份到哪个文件夹。', 'Say which folder to back up into.');
    const quiet = values.json === true;
    const outcome = await withDatabase(
      terminalOperations.backup,
      { folder: resolve(folder), force: values.force === true },
      (progress) => void (quiet || process.stdout.write(`${progress}\n`)),
      { asItIs: true },
    );
    if (quiet) printJson(outcome);
    else process.stdout.write(`${outcome.zh}\n${outcome.en}\n`);
    return outcome.ok ? 0 : 1;
  },
};
