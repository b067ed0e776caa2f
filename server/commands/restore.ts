import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from '../application/backup/restore-backup.ts';
import { verifyRestored } from '../application/backup/verify-restored.ts';
import { reportWords } from '../application/doctor/report-words.ts';
import { readSettings } from '../application/settings.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { withContext } from './with-database.ts';

const usage = `用法 Usage: gridloom restore <folder> [--verify] [--force] [--json]

  把备份恢复到 DATABASE_URL，或 DATA_DIR 里的内置数据库。先停掉所有节点。恢复前先核对备份里每个文件。
  Restores a backup into DATABASE_URL, or the embedded database in DATA_DIR. Stop all nodes first. Every file of the
  backup is held against its hash before anything is touched.

  --verify  恢复后核对每张表的行数，并检查全部不变量（gridloom doctor --all）
            Afterwards compares the rows of each table, and checks all invariants
  --force   那里已有数据也恢复：内置数据库原来的文件夹改名留着；PostgreSQL 库清空
            Restores where data is: the embedded database's folder is renamed and kept; a PostgreSQL database is emptied

退出码 Exit codes: 0 恢复好了 done · 1 没恢复 not done · 2 恢复了，但核对不上 restored, and not what it was`;

/** `gridloom restore`: a backup becomes the database. */
export const restoreCommand: CliCommand = {
  name: 'restore',
  usage,
  summary: '恢复备份，并可核对 Restores a backup, and verifies it',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, force: { type: 'boolean' }, verify: { type: 'boolean' } },
      strict: false,
    });
    const [folder] = positionals;
    if (folder === undefined) return misused({ usage }, '请写备份在哪个文件夹。', 'Say in which folder the backup is.');
    const quiet = values.json === true;
    const report = (line: string): void => void (quiet || process.stdout.write(`${line}\n`));
    const { dataDir, databaseUrl } = readSettings(process.env);
    const wish = { folder: resolve(folder), dataDir, databaseUrl, force: values.force === true, report };
    const manifest = await restoreBackup(wish);
    report(`已恢复 ${manifest.madeAt} 的备份。Restored the backup of ${manifest.madeAt}.`);
    if (values.verify !== true) {
      if (quiet) printJson({ ok: true, madeAt: manifest.madeAt });
      return 0;
    }
    const verified = await withContext({ asItIs: true }, (context) => verifyRestored(context, manifest));
    const words = reportWords(verified.doctor);
    for (const { table, backedUp, restored } of verified.differing)
      report(`■ ${table}: 备份 ${backedUp} 行，恢复 ${restored} 行 backed up ${backedUp} rows, restored ${restored}`);
    report(`${words.zh}\n${words.en}`);
    const ok = words.ok && verified.differing.length === 0;
    if (quiet) printJson({ ok, madeAt: manifest.madeAt, differing: verified.differing, doctor: words.answer ?? null });
    return ok ? 0 : 2;
  },
};
