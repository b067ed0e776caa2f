import { parseArgs } from 'node:util';
import { explainLimit, type ExplainedLimit } from '../kernel/calendar/explain-limit.ts';
import type { TimeLimit } from '../kernel/calendar/time-limit.ts';
import { instantOfText, localDateTime } from '../kernel/local-time.ts';
import type { CompiledRelease } from '../kernel/release/compiled-release.ts';
import { compilePack } from '../packs/compile-pack.ts';
import { packArgument } from '../packs/pack-argument.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';

const usage = `用法 Usage: gridloom limit <pack> [<limit>] [--from "2026-09-18 16:30"] [--json]

  <pack>    配置包文件夹，或随程序带的配置包名 A pack's folder, or the name of a shipped one
  <limit>   时限的编号或名称；不写就是全部 Id or title of a limit; else all of them
  --from    什么时候收到；不写就是现在 When it is received, local time; else now
  --json    给程序读的结果 Prints [{limit, title, yellowAt, dueAt, provisional, steps: [{kind, from, to, zh, en}]}]

退出码 Exit codes: 0 算出来了 reckoned · 1 没算成 not reckoned`;

/** `gridloom limit`: when limits of a pack would be yellow and due, and how that comes about, day by day. */
export const limitCommand: CliCommand = {
  name: 'limit',
  usage,
  summary: '假如某时收到，算时限几点到期、怎么算的 Reckons when a limit would be due, day by day',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, from: { type: 'string' } },
      strict: false,
    });
    const [pack, wanted] = positionals;
    if (pack === undefined) return misused({ usage }, '请写明是哪个配置包。', 'Name the pack.');
    const from = typeof values.from === 'string' ? instantOfText(values.from) : new Date().toISOString();
    if (from === null)
      return misused({ usage }, '--from 要写成 2026-09-18 16:30。', 'Write --from as 2026-09-18 16:30.');
    const { id, find } = packArgument(pack);
    const { release } = await compilePack(id, find);
    if (!release)
      return misused(
        { usage },
        '配置包有错，算不了。请先用 validate 检查。',
        'The pack has faults; validate it first.',
      );
    const limits = [...release.limits.values()].filter(
      (limit) => wanted === undefined || limit.id === wanted || limit.title === wanted,
    );
    if (limits.length === 0)
      return misused({ usage }, `没有叫「${wanted ?? ''}」的时限。`, `There is no limit "${wanted ?? ''}".`);
    print(limits, release, from, values.json === true);
    return 0;
  },
};

function print(
  limits: readonly TimeLimit[],
  { calendars, english }: CompiledRelease,
  from: string,
  json: boolean,
): void {
  const explained = limits.map((limit) => ({
    limit,
    sum: explainLimit(limit, calendars, from, (zh) => english[zh] ?? zh),
  }));
  if (json) printJson(explained.map(({ limit, sum }) => asJson(limit, sum)));
  else process.stdout.write(explained.map(({ limit, sum }) => lines(limit, sum)).join('\n'));
}

function asJson({ id, title }: TimeLimit, sum: ExplainedLimit | null): object {
  if (sum === null) return { limit: id, title, yellowAt: null, dueAt: null, provisional: [], steps: [] };
  const { clock, provisional, steps } = sum;
  return { limit: id, title, yellowAt: clock.yellowAt, dueAt: clock.dueAt, provisional, steps };
}

function lines({ id, title }: TimeLimit, sum: ExplainedLimit | null): string {
  if (sum === null) return `${title} (${id})：没有工作日历，算不出来 no calendar\n`;
  const { clock, provisional, steps } = sum;
  const yellow = localDateTime(clock.yellowAt).slice(0, 16).replace('T', ' ');
  const changing =
    provisional.length === 0
      ? ''
      : `  ${provisional.join('、')} 年的安排是暂定的，可能会变 provisional, may still change\n`;
  return `${title} (${id})\n${steps.map(({ zh, en }) => `  ${zh}\n    ${en}\n`).join('')}  ${yellow} 起亮黄灯 yellow\n${changing}`;
}
