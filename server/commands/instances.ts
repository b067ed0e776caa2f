import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { foundInstances, instanceLine } from './found-instances.ts';
import { searchOptions, searchQuery, searchUsage } from './search-options.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom instances [options] [--limit <n>] [--after <place>] [--by <account>] [--json]

${searchUsage}
  --limit        一页几个，最多 200 How many on a page, 200 at most      --after  上一页答的 next Where the page before ended
  --by           以这个人的权限看 With the rights of this person

退出码 Exit codes: 0 找过了 done · 1 没找 not done`;

/** `gridloom instances`: finds process instances. */
export const instancesCommand: CliCommand = {
  name: 'instances',
  usage,
  summary: '按状态、步骤、区域等找流程 Finds process instances',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...searchOptions,
        limit: { type: 'string' },
        after: { type: 'string' },
        by: { type: 'string' },
        json: { type: 'boolean' },
      },
      strict: false,
      allowPositionals: true,
    });
    const query = searchQuery(values, new Date());
    if (query === null) return misused({ usage }, '时长写成 90m、12h 或 3d。', 'Write an age as 90m, 12h or 3d.');
    const limit = Number(values.limit ?? 50);
    const after = typeof values.after === 'string' ? { after: values.after } : {};
    const by = typeof values.by === 'string' ? values.by : '';
    const asked = { ...query, ...after, limit: Number.isInteger(limit) ? Math.min(Math.max(limit, 1), 200) : 50 };
    const outcome = await withDatabase(terminalOperations.findInstances, { query: asked, by }, () => undefined);
    if (!outcome.ok) {
      process.stderr.write(`${outcome.zh}\n${outcome.en}\n`);
      return 1;
    }
    const { instances, next } = foundInstances(outcome.answer ?? null);
    if (values.json === true) printJson(outcome.answer);
    else {
      for (const instance of instances) process.stdout.write(`${instanceLine(instance)}\n`);
      process.stdout.write(`${outcome.zh} ${outcome.en}\n`);
      if (next !== null) process.stdout.write(`--after ${next}\n`);
    }
    return 0;
  },
};
