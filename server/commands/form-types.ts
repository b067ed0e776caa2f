import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { compilePack } from '../packs/compile-pack.ts';
import { formTypes } from '../packs/form-types.ts';
import { packArgument } from '../packs/pack-argument.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';

const usage = `用法 Usage: gridloom types <pack> [--to <file.d.ts>] [--json]

  <pack>    配置包文件夹，或随程序带的配置包名 A pack's folder, or the name of a shipped one
  --to      写到这个文件，不写就印出来 Writes into this file instead of printing
  --json    {pack, types}

每张表单填写的内容各有一个类型，写插件时编辑器能提示 One type for the data of each form, for whoever writes a plugin

退出码 Exit codes: 0 做了 done · 1 配置包有问题 the pack is faulty`;

/** `gridloom types`: the data of a pack's forms as TypeScript. */
export const typesCommand: CliCommand = {
  name: 'types',
  usage,
  summary: '把表单的内容写成 TypeScript 类型 Writes the data of forms as TypeScript types',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, to: { type: 'string' } },
      strict: false,
    });
    const [argument] = positionals;
    if (argument === undefined) return misused({ usage }, '请写明哪个配置包。', 'Name the pack.');
    const { id, find } = packArgument(argument);
    const { release, faults } = await compilePack(id, find);
    if (!release) {
      process.stderr.write(
        `配置包有 ${faults.length} 个问题，先运行 gridloom validate ${argument}。\nThe pack has ${faults.length} faults; run gridloom validate first.\n`,
      );
      return 1;
    }
    const types = await formTypes(release);
    if (typeof values.to === 'string') await writeFile(values.to, types);
    if (values.json === true) printJson({ pack: id, types });
    else if (typeof values.to !== 'string') process.stdout.write(types);
    return 0;
  },
};
