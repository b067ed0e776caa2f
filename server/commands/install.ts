import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { terminalOperations } from '../application/terminal/terminal-operations.ts';
import { compilePack } from '../packs/compile-pack.ts';
import { packArgument } from '../packs/pack-argument.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { withDatabase } from './with-database.ts';

const usage = `用法 Usage: gridloom install <pack> [--area <code>] [--yes] [--json]

  <pack>    配置包文件夹，或随程序带的配置包名 A pack's folder, or the name of a shipped one
  --area    在哪个区域发布；不写就是配置包自己最上面的区域 Where it is published; else the uppermost area the pack writes
  --yes     那里已有这个配置包时直接升级并发布，本地改过的保留；不写就只放好，等人在页面上看过再发布
            When the area has this pack already: upgrades and publishes at once, keeping what was changed there;
            without it the newer version is only offered
  --json    {ok, zh, en, answer: {outcome, area, version}}

先检查，有问题就不装。空数据库装的就是这个配置包。Checks first; a faulty pack is not installed. An empty database gets
this pack and no other. 数据库 Database: DATABASE_URL，否则 DATA_DIR；程序正开着时由它来做 a running program does it itself.

退出码 Exit codes: 0 发布、放好或已有 published, offered or there already · 1 没装 not installed`;

/** `gridloom install`: brings a pack from disk to an area. */
export const installCommand: CliCommand = {
  name: 'install',
  usage,
  summary: '把配置包装到一个区域 Installs a pack at an area',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, yes: { type: 'boolean' }, area: { type: 'string' } },
      strict: false,
    });
    const [argument] = positionals;
    if (argument === undefined) return misused({ usage }, '请写明装哪个配置包。', 'Name the pack to install.');
    // The program that holds the database has a working folder of its own.
    const pack = existsSync(argument) ? resolve(argument) : argument;
    const first = packArgument(pack);
    const { release, faults } = await compilePack(first.id, first.find);
    const input = {
      pack,
      area: typeof values.area === 'string' ? values.area : '',
      atOnce: values.yes === true,
    };
    const errors = faults.filter((fault) => fault.severity === 'error');
    const outcome = release
      ? await withDatabase(terminalOperations.installPack, input, () => undefined, { first })
      : {
          ok: false,
          zh: `配置包有 ${errors.length} 个问题，没有安装。请先运行 gridloom validate ${argument}。`,
          en: `The pack has ${errors.length} faults and was not installed. Run gridloom validate ${argument} first.`,
        };
    if (values.json === true) printJson(outcome);
    else process.stdout.write(`${outcome.zh}\n${outcome.en}\n`);
    return outcome.ok ? 0 : 1;
  },
};
