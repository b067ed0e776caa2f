import { parseArgs } from 'node:util';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom demo load [--counts] | clear  [--json]

  load    装入虚构的人和事件，日期从今天往前推 Loads invented people and cases, dated back from today
  --counts 再补到原文的数量：2505 件，办结 2451 件（97.8%），分在近一年、各网格；已有演示数据时接着补
          Brings the cases up to the figures of the source, over one year and all grids; also onto demo data that is there
  clear   清除虚构的人和全部事件、会议、台账；配置保留 Removes invented people and all cases, meetings and ledgers; definitions stay

数据库 Database: DATABASE_URL，否则 DATA_DIR 里的内置数据库；程序正开着时由它来做。
DATABASE_URL, or the embedded one in DATA_DIR; a running program does it itself.

退出码 Exit codes: 0 做了 done · 1 没做成 not done`;

/** `gridloom demo`: brings the demo data in or takes it out. */
export const demoCommand: CliCommand = {
  name: 'demo',
  usage,
  summary: '装入或清除演示数据 Loads or clears demo data',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, counts: { type: 'boolean' } },
      strict: false,
    });
    const operation =
      positionals[0] === 'load'
        ? terminalOperations.demoLoad
        : positionals[0] === 'clear'
          ? terminalOperations.demoClear
          : null;
    if (operation === null) return misused({ usage }, '请写 load 或 clear。', 'Say load or clear.');
    const quiet = values.json === true;
    const outcome = await withDatabase(
      operation,
      { counts: values.counts === true },
      (progress) => void (quiet || process.stdout.write(`${progress}\n`)),
    );
    if (quiet) printJson(outcome);
    else process.stdout.write(`${outcome.ok ? outcome.zh : `没做成：${outcome.zh}`}\n${outcome.en}\n`);
    return outcome.ok ? 0 : 1;
  },
};
