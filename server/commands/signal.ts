import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { variablesOf } from './repair-command.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom signal <name> [--variables <json>] [--area <code>] [--json]

给所有正在等它的流程发信号，并开始由它开始的流程 Sends a signal to everybody who waits for it now, and begins what begins by it

  --variables    带去的变量，写成 JSON，不能有个人信息 What comes along, as JSON; no personal data
  --area         只给这个区域里的流程 Only within this area

退出码 Exit codes: 0 发出了 sent · 1 没发出 not sent`;

/** `gridloom signal`: tells all processes that wait for it. */
export const signalCommand: CliCommand = {
  name: 'signal',
  usage,
  summary: '给流程发信号 Sends a signal to processes',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { variables: { type: 'string' }, area: { type: 'string' }, json: { type: 'boolean' } },
      strict: false,
    });
    const [name = ''] = positionals;
    if (name === '') return misused({ usage }, '请写信号的名称。', 'Say the name of the signal.');
    const variables = variablesOf(values);
    if ('wrong' in variables) return misused({ usage }, ...variables.wrong);
    const area = typeof values.area === 'string' ? { area: values.area } : {};
    const outcome = await withDatabase(terminalOperations.sendSignal, { name, ...variables, ...area }, () => undefined);
    if (values.json === true) printJson(outcome);
    else process.stdout.write(`${outcome.ok ? '' : '没发出：'}${outcome.zh}\n${outcome.en}\n`);
    return outcome.ok ? 0 : 1;
  },
};
