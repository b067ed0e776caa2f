import { parseArgs, type ParseArgsConfig } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { foundInstances } from './found-instances.ts';
import { isSearching, searchOptions, searchQuery, searchUsage } from './search-options.ts';
import { withDatabase } from './with-database.ts';

type Values = { readonly [name: string]: unknown };

/** What is said wrongly, in both languages. */
export interface Wrong {
  readonly wrong: readonly [zh: string, en: string];
}

/** A repair as a command of the terminal. */
export interface RepairWords {
  readonly name: string;
  readonly summary: string;
  /** Its own options, and how they are explained. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly explained: string;
  /** The repair the options ask for. */
  readonly repair: (values: Values) => JsonObject | Wrong;
}

/** So many are repaired by one command. */
const most = 5000;

/**
 * Makes a command that repairs instances: those that are named, or all that a search finds. Each is a transaction of its
 * own and has its line; ended with Ctrl-C, the lines printed so far are what was done.
 */
export function repairCommand({ name, summary, options, explained, repair }: RepairWords): CliCommand {
  const usage = `用法 Usage: gridloom ${name} <id>… | <search options>  --reason <text> [--dry-run] [--by <account>] [--json]

${explained}
  --reason       为什么，记入审计和经过；必须写 Why; it stands in the audit and in the story. Required
  --dry-run      只说会发生什么，什么也不改 Says what would happen and changes nothing
  --by           以这个人的名义和权限做 In the name and with the rights of this person; else as the terminal

不写编号时，对找到的全部做，最多 ${most} 个 Without ids all that are found are meant, ${most} at most:
${searchUsage}

退出码 Exit codes: 0 都做成了 all done · 1 有没做成的 some were not`;
  return {
    name,
    usage,
    summary,
    run: async (args) => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          ...searchOptions,
          ...options,
          reason: { type: 'string' },
          'dry-run': { type: 'boolean' },
          by: { type: 'string' },
          json: { type: 'boolean' },
        },
        strict: false,
      });
      const asked = repair(values);
      if (isWrong(asked)) return misused({ usage }, ...asked.wrong);
      const reason = typeof values['reason'] === 'string' ? values['reason'].trim() : '';
      const dryRun = values['dry-run'] === true;
      if (reason.length < 2 && !dryRun) return misused({ usage }, '请用 --reason 写明原因。', 'Say why with --reason.');
      const by = typeof values['by'] === 'string' ? values['by'] : '';
      const instances = positionals.length > 0 ? positionals : await searched(values, by);
      if (instances === null || instances.length === 0)
        return misused({ usage }, '没有说对哪些流程做，或一个也没找到。', 'No instance was named or found.');
      return carryOut(values['json'] === true, { instances, repair: asked, reason, dryRun, by });
    },
  };
}

function isWrong(asked: JsonObject | Wrong): asked is Wrong {
  return 'wrong' in asked;
}

async function carryOut(json: boolean, input: JsonObject): Promise<number> {
  const print = (line: string): void => void (json || process.stdout.write(`${line}\n`));
  const outcome = await withDatabase(terminalOperations.repairInstances, input, print);
  if (json) printJson(outcome.answer);
  else print(`${outcome.zh} ${outcome.en}`);
  return outcome.ok ? 0 : 1;
}

async function searched(values: Values, by: string): Promise<readonly string[] | null> {
  const query = isSearching(values) ? searchQuery(values, new Date()) : null;
  if (query === null) return null;
  const ids: string[] = [];
  for (let after: string | null = ''; after !== null && ids.length < most;) {
    const page: Json = { ...query, limit: 200, ...(after === '' ? {} : { after }) };
    const outcome = await withDatabase(terminalOperations.findInstances, { query: page, by }, () => undefined);
    if (!outcome.ok) return null;
    const found = foundInstances(outcome.answer ?? null);
    ids.push(...found.instances.map(({ id }) => id));
    after = found.next;
  }
  return ids.slice(0, most);
}

/** Variables given as JSON; wrong when they are none. */
export function variablesOf(values: Values): { readonly variables?: JsonObject } | Wrong {
  const given = values['variables'];
  if (typeof given !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(given);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return { variables: parsed as JsonObject };
  } catch {
    // It is said below what is wanted.
  }
  return { wrong: ['--variables 要写一个 JSON 对象。', '--variables has to be a JSON object.'] };
}

/** How variables are given. */
export const variablesOption = { variables: { type: 'string' } } as const;

export const variablesExplained = `  --variables    先改变量，写成 JSON Variables to set before, as JSON: '{"result": "solved"}'`;
