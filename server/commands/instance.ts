import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { isJsonObject, textIn, type Json, type JsonObject } from '../kernel/json.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { objectsIn } from './found-instances.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom instance <id> [--whole | --items] [--by <account>] [--json]

  --whole  连同内部步骤 With inner steps of the history
  --items  各自办的各项，每项一份经过 Items of its loops that go on by themselves, each with its history
  --json   图、变量、任务、定时、订阅、卡住的地方、经过 Drawing, variables, jobs, timers, subscriptions, incidents, history

个人信息已遮盖 Personal values are masked. 退出码 Exit codes: 0 有 found · 1 没有 not found`;

/** `gridloom instance`: the whole story of one instance. */
export const instanceCommand: CliCommand = {
  name: 'instance',
  usage,
  summary: '看一个流程的全部 Shows one process instance whole',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        whole: { type: 'boolean' },
        items: { type: 'boolean' },
        by: { type: 'string' },
      },
      strict: false,
    });
    const [instance] = positionals;
    if (instance === undefined || !/^[0-9a-f-]{36}$/.test(instance))
      return misused({ usage }, '请写流程的编号。', 'Say which instance by its id.');
    const by = typeof values.by === 'string' ? values.by : '';
    if (values.items === true) return tellItems({ instance, by }, values.json === true);
    const outcome = await withDatabase(terminalOperations.readInstance, { instance, by }, () => undefined);
    if (!outcome.ok) {
      process.stderr.write(`${outcome.zh}\n${outcome.en}\n`);
      return 1;
    }
    if (values.json === true) printJson(outcome.answer);
    else process.stdout.write(`${tellInstance(outcome.answer ?? null, values.whole === true)}\n`);
    return 0;
  },
};

/** All items, a page at a time: each page is a read of its own. */
async function tellItems(input: JsonObject, json: boolean): Promise<number> {
  const all: JsonObject[] = [];
  for (let after: string | null = ''; after !== null;) {
    const outcome = await withDatabase(terminalOperations.readIterations, { ...input, after }, () => undefined);
    const page = isJsonObject(outcome.answer) ? outcome.answer : {};
    if (!outcome.ok) {
      process.stderr.write(`${outcome.zh}\n${outcome.en}\n`);
      return 1;
    }
    const items = objectsIn(page['iterations']);
    if (json) all.push(...items);
    else for (const item of items) process.stdout.write(`${tellItem(item)}\n`);
    after = typeof page['next'] === 'string' ? page['next'] : null;
  }
  if (json) printJson(all);
  return 0;
}

function tellItem(item: JsonObject): string {
  const told = objectsIn(item['history']).map(
    (line) => `  ${textIn(line['at'])} ${textIn(line['zh'])} ${textIn(line['en'])}`,
  );
  return [`#${numberIn(item['number'])} ${textIn(item['state'])} ${textIn(item['id'])}`, ...told].join('\n');
}

function tellInstance(answer: Json, whole: boolean): string {
  const file = isJsonObject(answer) ? answer : {};
  const name = (value: Json | undefined): string => (isJsonObject(value) ? textIn(value['title']) : '');
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
  const told = (line: JsonObject): string => `${textIn(line['at'])} ${textIn(line['zh'])} ${textIn(line['en'])}`;
  return [
    `${textIn(file['id'])} ${name(file['process'])} ${textIn(file['status'])}${file['suspendedAt'] === null ? '' : ' suspended'} ${name(file['subject'])}`,
    ...list(
      '停在 Tokens',
      objectsIn(file['tokens']).map(
        (token) => `#${numberIn(token['id'])} ${textIn(token['element'])} ${textIn(token['title'])}`,
      ),
    ),
    ...list(
      '卡住 Incidents',
      objectsIn(file['incidents']).map((line) =>
        `#${numberIn(line['id'])} ${textIn(line['code'])} ${told(line)} ${textIn(line['detail'])}`.trimEnd(),
      ),
    ),
    ...list(
      '任务 Jobs',
      objectsIn(file['jobs']).map(
        (job) =>
          `${textIn(job['element'])} ${textIn(job['jobType'])} ${numberIn(job['attempts'])}/${numberIn(job['retries'])} ${textIn(job['runAt'])} ${textIn(job['lastError'])}`,
      ),
    ),
    ...list(
      '定时 Timers',
      objectsIn(file['timers']).map((timer) => `${textIn(timer['title'])} ${textIn(timer['due'])}`),
    ),
    ...list(
      '变量 Variables',
      objectsIn(file['variables']).map((group) =>
        `${textIn(group['title'])} ${JSON.stringify(group['values'])}`.trim(),
      ),
    ),
    ...list(
      '经过 History',
      objectsIn(file['history'])
        .filter((line) => whole || line['weight'] === 'main')
        .map(told),
    ),
  ].join('\n');
}

function numberIn(value: Json | undefined): string {
  return typeof value === 'number' ? String(value) : '?';
}
