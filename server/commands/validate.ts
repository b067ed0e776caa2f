import { parseArgs } from 'node:util';
import { compilePack } from '../packs/compile-pack.ts';
import type { Calendar } from '../kernel/calendar/calendar.ts';
import { unsettledYears } from '../kernel/calendar/coming-year.ts';
import type { Written } from '../kernel/compilation/pack-definitions.ts';
import { warningAt, type PackFault } from '../kernel/compilation/pack-fault.ts';
import type { Instant } from '../kernel/json.ts';
import { localDate } from '../kernel/local-time.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { packArgument } from '../packs/pack-argument.ts';

const usage = `用法 Usage: gridloom validate <pack> [--json]

  <pack>    配置包文件夹，或随程序带的配置包名 A pack's folder, or the name of a shipped one
  --json    给程序读的结果 Prints {pack, faults: [{code, severity, file, place, zh, en}]}

退出码 Exit codes: 0 没有问题（可能有提醒） clean · 1 有问题 faults found`;

/** `gridloom validate`: everything that is wrong with a pack, each at its file and place. */
export const validateCommand: CliCommand = {
  name: 'validate',
  usage,
  summary: '检查配置包，逐条指出问题在哪个文件、哪一处 Checks a pack',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
      strict: false,
    });
    const [argument] = positionals;
    if (argument === undefined) return misused({ usage }, '请写明要检查哪个配置包。', 'Name the pack to check.');
    const { id, find } = packArgument(argument);
    const { faults: found, definitions } = await compilePack(id, find);
    const faults = [...found, ...yearsToSettle(definitions?.calendars ?? [], new Date().toISOString())];
    const errors = faults.filter((fault) => fault.severity === 'error').length;
    if (values.json === true) printJson({ pack: id, faults });
    else
      process.stdout.write(
        `${faults.map(line).join('')}${id}: ${errors} 个问题 errors，${faults.length - errors} 个提醒 warnings\n`,
      );
    return errors > 0 ? 1 : 0;
  },
};

function line(fault: PackFault): string {
  const place = fault.place === '' ? '' : ` ${fault.place}`;
  return `${fault.pack}/${fault.file}${place}  ${fault.severity} ${fault.code}\n    ${fault.zh}\n    ${fault.en}\n`;
}

/** Reminders of the day, which no check of what is written can give: calendars that should know a year by now. */
function yearsToSettle(calendars: readonly Written<Calendar>[], now: Instant): readonly PackFault[] {
  return calendars.flatMap((calendar) =>
    unsettledYears(calendar.value, localDate(now)).map(({ state, year, zh, en }) =>
      warningAt(calendar, `calendar-year-${state}`, { zh, en }, state === 'missing' ? '/years' : `/years/${year}`),
    ),
  );
}
