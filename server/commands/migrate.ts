import { repairCommand } from './repair-command.ts';

/** `gridloom migrate`: takes instances over to another version. */
export const migrateCommand = repairCommand({
  name: 'migrate',
  summary: '把流程换到另一个版本 Takes instances over to another version',
  options: { to: { type: 'string' }, map: { type: 'string', multiple: true } },
  explained: `  --to           版本的哈希 Hash of the version. 必须写 Required
  --map          旧步骤=新步骤，可写几次；其余按编号、名称自动对应
                 old=new step, several times; the others go by id, kind and name`,
  repair: ({ to, map }) => {
    if (typeof to !== 'string' || !/^[0-9a-f]{64}$/.test(to))
      return { wrong: ['请用 --to 写版本的哈希。', 'Say which version with --to.'] };
    const pairs = (Array.isArray(map) ? map : []).map((pair) => String(pair).split('='));
    return {
      do: 'migrate',
      version: to,
      plan: { elements: Object.fromEntries(pairs.map(([from = '', target = '']) => [from, target])) },
    };
  },
});
