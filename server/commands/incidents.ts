import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { textIn } from '../kernel/json.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { foundInstances } from './found-instances.ts';
import { searchOptions, searchQuery, searchUsage } from './search-options.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom incidents [options] [--by <account>] [--json]

${searchUsage}

每行一处卡住的地方 One line for each place where an instance is stuck. 退出码 Exit codes: 0 没有卡住的 none · 1 没找 not done · 2 有 some`;

/** `gridloom incidents`: what is stuck and why. */
export const incidentsCommand: CliCommand = {
  name: 'incidents',
  usage,
  summary: '列出卡住的地方和原因 Lists what is stuck, and why',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { ...searchOptions, by: { type: 'string' }, json: { type: 'boolean' } },
      strict: false,
      allowPositionals: true,
    });
    const query = searchQuery(values, new Date());
    if (query === null) return misused({ usage }, '时长写成 90m、12h 或 3d。', 'Write an age as 90m, 12h or 3d.');
    const by = typeof values.by === 'string' ? values.by : '';
    const asked = { query: { ...query, state: 'stuck', limit: 200 }, by };
    const outcome = await withDatabase(terminalOperations.findInstances, asked, () => undefined);
    if (!outcome.ok) {
      process.stderr.write(`${outcome.zh}\n${outcome.en}\n`);
      return 1;
    }
    const { instances } = foundInstances(outcome.answer ?? null);
    if (values.json === true) printJson(outcome.answer);
    else {
      for (const { id, process: name, elements, incidents } of instances)
        for (const incident of incidents)
          process.stdout.write(
            `${id}  ${textIn(incident['at'])}  ${name}  ${elements.join(',')}  ${textIn(incident['code'])}  ${textIn(incident['zh'])} ${textIn(incident['en'])}\n`,
          );
      process.stdout.write(`${outcome.zh} ${outcome.en}\n`);
    }
    return instances.length === 0 ? 0 : 2;
  },
};
