import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom doctor [--all | --sample N] [--json]

  检查数据库里必须成立的事，只读，用同一个快照；每处不对的都说明是什么、在哪里、怎么办。
  Checks what must be true of the database: read only, over one snapshot. Each fault says what, where, and what to do.

  --sample N  把 N 个实例的状态和全部历史对一遍（默认 500，均匀抽取）
              Folds the whole history of N instances, spread evenly (default 500)
  --all       每个实例都对 Folds the history of every instance

数据库 Database: DATABASE_URL，否则 DATA_DIR 里的内置数据库；程序正开着时由它来做，这期间它的其他请求要等。
DATABASE_URL, or the embedded one in DATA_DIR; a running program does it itself, and its other requests wait meanwhile.

退出码 Exit codes: 0 都对 all is well · 1 没查成 could not look · 2 有不对的 something is wrong`;

/** `gridloom doctor`: is the database what it must be? */
export const doctorCommand: CliCommand = {
  name: 'doctor',
  usage,
  summary: '检查数据库是否完好 Checks that the database is sound',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, all: { type: 'boolean' }, sample: { type: 'string' } },
      strict: false,
    });
    const sample = Number(values.sample ?? '500');
    if (!Number.isInteger(sample) || sample < 0)
      return misused({ usage }, '--sample 要写整数。', '--sample takes a whole number.');
    const quiet = values.json === true;
    const outcome = await withDatabase(
      terminalOperations.doctor,
      { fold: values.all === true ? 'all' : sample },
      (progress) => void (quiet || process.stdout.write(`${progress}\n`)),
      { asItIs: true },
    );
    if (quiet) printJson(outcome.answer ?? outcome);
    else process.stdout.write(`${outcome.zh}\n${outcome.en}\n`);
    if (outcome.ok) return 0;
    return outcome.answer === undefined ? 1 : 2;
  },
};
