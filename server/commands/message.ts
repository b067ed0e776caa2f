import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import type { JsonObject } from '../kernel/json.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { variablesOf } from './repair-command.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom message <name> [--key <value>] [--variables <json>] [--area <code>] [--ttl <seconds>] [--id <id>] [--json]

给等着它的流程发一条消息，或由它开始一个流程 Publishes a message: to who waits for it, or to begin a process

  --key          按这个值找流程，不写就给等得最久的 The value by which it finds its instance; else whoever has waited longest
  --variables    带去的变量，写成 JSON，不能有个人信息 What comes along, as JSON; no personal data
  --area         只给这个区域里的流程 Only within this area
  --ttl          没有谁在等时保留几秒，默认 3600 Kept for so many seconds for somebody who begins to wait
  --id           同一编号在保留期内只算一条 The same id within its life is the same message

退出码 Exit codes: 0 收下了 taken · 1 没收下 not taken`;

/** `gridloom message`: says something to processes. */
export const messageCommand: CliCommand = {
  name: 'message',
  usage,
  summary: '给流程发消息 Publishes a message to processes',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        variables: { type: 'string' },
        area: { type: 'string' },
        ttl: { type: 'string' },
        id: { type: 'string' },
        json: { type: 'boolean' },
      },
      strict: false,
    });
    const [name = ''] = positionals;
    if (name === '') return misused({ usage }, '请写消息的名称。', 'Say the name of the message.');
    const variables = variablesOf(values);
    if ('wrong' in variables) return misused({ usage }, ...variables.wrong);
    const timeToLive = values.ttl === undefined ? undefined : Number(values.ttl);
    if (timeToLive !== undefined && !(Number.isInteger(timeToLive) && timeToLive >= 0 && timeToLive <= 2_592_000))
      return misused({ usage }, '--ttl 要写 0 到 2592000 秒。', '--ttl is a number of seconds from 0 to 2592000.');
    const input: JsonObject = {
      name,
      ...variables,
      ...(timeToLive === undefined ? {} : { timeToLive }),
      ...(typeof values.key === 'string' ? { correlation: values.key } : {}),
      ...(typeof values.area === 'string' ? { area: values.area } : {}),
      ...(typeof values.id === 'string' ? { messageId: values.id } : {}),
    };
    const outcome = await withDatabase(terminalOperations.publishMessage, input, () => undefined);
    if (values.json === true) printJson(outcome);
    else process.stdout.write(`${outcome.ok ? '' : '没收下：'}${outcome.zh}\n${outcome.en}\n`);
    return outcome.ok ? 0 : 1;
  },
};
