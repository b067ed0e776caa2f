import { parseArgs } from 'node:util';
import { isJsonObject, textIn, type Json, type JsonObject } from '../kernel/json.ts';
import { terminalOperations, type TerminalOperation } from '../application/terminal/terminal-operations.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom worker add <name> --types <a,b> --messages <c,d> | list | remove <name>  [--json]

  add      让一个外部系统办这些类型的自动步骤、发这些消息，显示它的令牌（只此一次） Lets a system of another department do
           jobs of these types and send messages of these names, and prints its token, this once
  list     看有哪些外部系统 Shows them
  remove   收回 Lets one in no more

怎样写外部系统见 client/README.md。 How such a system is written: client/README.md.

数据库 Database: DATABASE_URL，否则 DATA_DIR 里的内置数据库；程序正开着时由它来做。
DATABASE_URL, or the embedded one in DATA_DIR; a running program does it itself.

退出码 Exit codes: 0 做了 done · 1 没做成 not done`;

/** `gridloom worker`: which systems outside may do jobs. */
export const workerCommand: CliCommand = {
  name: 'worker',
  usage,
  summary: '外部系统：添加、查看、收回 External workers: add, list, remove',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, types: { type: 'string' }, messages: { type: 'string' } },
      strict: false,
    });
    const [what, name = ''] = positionals;
    const asked = operationFor(what, name, { types: namesIn(values.types), messages: namesIn(values.messages) });
    if (asked === null)
      return misused(
        { usage },
        '请写 add <名称> --types <类型> 或 --messages <消息>、list，或 remove <名称>。',
        'Say add <name> --types <types> or --messages <names>, list, or remove <name>.',
      );
    const outcome = await withDatabase(asked.operation, asked.input, () => undefined);
    if (values.json === true) printJson(outcome);
    else
      process.stdout.write(`${outcome.ok ? '' : '没做成：'}${outcome.zh}\n${outcome.en}\n${linesOf(outcome.answer)}`);
    return outcome.ok ? 0 : 1;
  },
};

function operationFor(
  what: string | undefined,
  name: string,
  may: { readonly types: readonly string[]; readonly messages: readonly string[] },
): { readonly operation: TerminalOperation; readonly input: JsonObject } | null {
  if (what === 'list') return { operation: terminalOperations.workerList, input: {} };
  if (name === '') return null;
  if (what === 'remove') return { operation: terminalOperations.workerRemove, input: { name } };
  return what === 'add' && may.types.length + may.messages.length > 0
    ? { operation: terminalOperations.workerAdd, input: { name, ...may } }
    : null;
}

function namesIn(given: unknown): readonly string[] {
  const names = typeof given === 'string' ? given.split(',') : [];
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function linesOf(answer: Json | undefined): string {
  if (isJsonObject(answer)) return `\n  ${textIn(answer['token'])}\n`;
  return (Array.isArray(answer) ? answer : [])
    .filter(isJsonObject)
    .map(({ name, jobTypes, messages, lastSeenAt }) => {
      const types = [jobTypes, messages]
        .flatMap((names) => (Array.isArray(names) ? names : []))
        .map((type) => textIn(type))
        .join(', ');
      return `  ${textIn(name)}  ${types}  ${lastSeenAt === null ? '还没来过 never seen' : textIn(lastSeenAt)}\n`;
    })
    .join('');
}
