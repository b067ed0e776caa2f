import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { isJsonObject, textIn } from '../kernel/json.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom people import <file.xlsx> --area <code> --by <account> [--dry-run] [--sound-only] [--json]
             gridloom people export <file.xlsx> --area <code> --by <account> [--json]

  import        导入区域、人员与账号、岗位人员；有一处不对就什么也不写 Brings in areas, people and posts; nothing while anything is wrong
  export        导出同样的表；原样导回不会有变化 Writes the same workbook; taken back as it is, it changes nothing
  --area        给哪个区域 For which area
  --by          以这个人的名义和权限做；必须写 In the name and with the rights of this person. Required
  --dry-run     只说会有什么变化 Says what would change and writes nothing
  --sound-only  只导入没有问题的行 Takes the sound rows only

新账号没有密码，请在页面上发放。New accounts have no password; hand them out in the studio.
退出码 Exit codes: 0 做成了 done · 1 没做成，或表里有错 not done, or the workbook is faulty`;

/** `gridloom people`: areas, people and posts as a workbook, in and out. */
export const peopleCommand: CliCommand = {
  name: 'people',
  usage,
  summary: '导入或导出区域、人员和岗位 Brings areas, people and posts in or out as a workbook',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        area: { type: 'string' },
        by: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'sound-only': { type: 'boolean' },
        json: { type: 'boolean' },
      },
      strict: false,
    });
    const [action, path] = positionals;
    const { area, by } = values;
    const isComplete = typeof area === 'string' && typeof by === 'string' && path !== undefined;
    if (!isComplete || (action !== 'import' && action !== 'export'))
      return misused(
        { usage },
        '请写明 import 或 export、文件、--area 和 --by。',
        'Say import or export, the file, --area and --by.',
      );
    const file = action === 'import' ? (await readFile(path)).toString('base64') : '';
    const [dryRun, soundOnly] = [values['dry-run'] === true, values['sound-only'] === true];
    const operation = action === 'import' ? terminalOperations.importWorkbook : terminalOperations.exportWorkbook;
    const outcome = await withDatabase(operation, { area, by, file, dryRun, soundOnly }, () => undefined);
    const { answer = null } = outcome;
    if (outcome.ok && action === 'export' && isJsonObject(answer))
      await writeFile(path, Buffer.from(textIn(answer['file']), 'base64'), { mode: 0o600 });
    if (values.json === true && action === 'import') printJson(answer);
    else (outcome.ok ? process.stdout : process.stderr).write(`${outcome.zh}\n${outcome.en}\n`);
    return outcome.ok ? 0 : 1;
  },
};
