import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { readPackChain } from '../kernel/compilation/pack-chain.ts';
import { compareDefinitions, type DefinitionChange } from '../packs/comparison/compare-definitions.ts';
import type { PackFolder } from '../kernel/compilation/pack-folder.ts';
import { packArgument } from '../packs/pack-argument.ts';
import { readJsonFile } from '../packs/reading/read-json-file.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { exportedPacks } from './exported-packs.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom diff <packA> (<packB> | --installed [--area <code>]) [--expert] [--json]

  <packA> <packB>   从 A 到 B 改了什么，逐条说 What changes from A to B, in sentences
  --installed       和数据库里正在用的比：从正在用的到 A Compares with what is installed: from that to A
  --area            正在用的是哪个区域的；不写就是最上面的 Of which area; else the uppermost
  --expert          连同原文 With both texts as they are written
  --json            {changes: [{kind, id, title, state, sentences: [{zh, en, expert}]}]}

退出码 Exit codes: 0 没有不同 equal · 1 没比成 not compared · 2 有不同 different`;

/** `gridloom diff`: what is different between two packs, in sentences. */
export const diffCommand: CliCommand = {
  name: 'diff',
  usage,
  summary: '逐条说出两个配置包有什么不同 Says what is different between two packs',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        expert: { type: 'boolean' },
        installed: { type: 'boolean' },
        area: { type: 'string' },
      },
      strict: false,
    });
    const [first, second] = positionals;
    if (first === undefined || (second === undefined) !== (values.installed === true))
      return misused({ usage }, '请写明两个配置包，或一个加 --installed。', 'Name two packs, or one and --installed.');
    const area = typeof values.area === 'string' ? values.area : '';
    const one = await packsOf(first);
    const other = second === undefined ? await installedPacks(area) : await packsOf(second);
    if (!one || !other) return 1;
    const [before, after] = second === undefined ? [other, one] : [one, other];
    const changes = await compareDefinitions({ packs: before }, { packs: after });
    if (values.json === true) printJson({ changes });
    else
      process.stdout.write(
        changes.map((change) => lines(change, values.expert === true)).join('') || '没有不同 equal\n',
      );
    return changes.length === 0 ? 0 : 2;
  },
};

async function packsOf(argument: string): Promise<readonly PackFolder[] | null> {
  const { id, find } = packArgument(argument);
  const { packs, faults } = await readPackChain(id, find, readJsonFile);
  if (packs.at(-1)?.id === id) return packs;
  const [fault] = faults;
  process.stderr.write(`${fault?.zh ?? `读不到「${argument}」。`}\n${fault?.en ?? `"${argument}" cannot be read.`}\n`);
  return null;
}

async function installedPacks(area: string): Promise<readonly PackFolder[] | null> {
  const outcome = await withDatabase(terminalOperations.exportPacks, { area }, () => undefined);
  if (outcome.ok) return exportedPacks(outcome.answer ?? null);
  process.stderr.write(`${outcome.zh}\n${outcome.en}\n`);
  return null;
}

const signs = { changed: '~', added: '+', removed: '-' } as const;

function lines({ kind, id, title, state, sentences }: DefinitionChange, expert: boolean): string {
  const said = sentences.map((sentence) => {
    const both =
      expert && sentence.expert ? `      - ${sentence.expert.before}\n      + ${sentence.expert.after}\n` : '';
    return `    ${sentence.zh}\n    ${sentence.en}\n${both}`;
  });
  return `${signs[state]} ${kind} ${id}  ${title}\n${said.join('')}`;
}
