import { parseArgs } from 'node:util';
import { serverValidatorFor } from '../application/forms/accept-form.ts';
import { checkScenario } from '../kernel/world/check-scenario.ts';
import { runScenario, type ScenarioFailure } from '../kernel/world/run-scenario.ts';
import { scenarioSentences } from '../kernel/world/scenario-sentences.ts';
import type { Scenario } from '../kernel/world/scenario.ts';
import type { CompiledRelease } from '../kernel/release/compiled-release.ts';
import type { DemoPerson } from '../kernel/release/demo.ts';
import { compilePack } from '../packs/compile-pack.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';
import { packArgument } from '../packs/pack-argument.ts';

const usage = `用法 Usage: gridloom test <pack> [--json] [--sentences]

  <pack>        配置包文件夹或名称 A pack's folder or name
  --sentences   把每个场景逐句读出来 Prints each scenario as sentences
  --json        给程序读的结果 Prints {pack, scenarios: [{file, title, passed, failures: [{step, zh, en}]}]}

退出码 Exit codes: 0 全部通过 all passed · 1 有场景不通过或配置包有问题 a scenario failed or the pack is faulty`;

interface Result {
  readonly file: string;
  readonly title: string;
  readonly passed: boolean;
  readonly failures: readonly ScenarioFailure[];
}

/** `gridloom test`: runs a pack's scenarios under a virtual clock. */
export const testCommand: CliCommand = {
  name: 'test',
  usage,
  summary: '运行配置包里的场景 Runs a pack’s scenarios',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, sentences: { type: 'boolean' } },
      strict: false,
    });
    const [argument] = positionals;
    if (argument === undefined) return misused({ usage }, '请写明要测试哪个配置包。', 'Name the pack to test.');
    const { id, find } = packArgument(argument);
    const { release, definitions, faults } = await compilePack(id, find);
    if (!release || !definitions) {
      process.stderr.write(
        `配置包有 ${faults.length} 个问题，先运行 gridloom validate ${argument}。\nThe pack has ${faults.length} faults; run gridloom validate first.\n`,
      );
      return 1;
    }
    const people = definitions.packs.flatMap((pack) => pack.people).flatMap((file) => file.value.people);
    const scenarios = definitions.packs.flatMap((pack) => pack.scenarios);
    const results = scenarios.map((written) =>
      runOne(`${written.pack}/${written.file}`, written.value, release, people),
    );
    if (values.json === true) printJson({ pack: id, scenarios: results });
    else
      for (const [index, result] of results.entries())
        print(result, values.sentences === true ? scenarios[index]?.value : undefined);
    const failed = results.filter((result) => !result.passed).length;
    if (values.json !== true)
      process.stdout.write(`${id}: ${results.length - failed} 通过 passed，${failed} 不通过 failed\n`);
    return failed > 0 ? 1 : 0;
  },
};

function runOne(file: string, scenario: Scenario, release: CompiledRelease, demoPeople: readonly DemoPerson[]): Result {
  const { plan, faults } = checkScenario(scenario, { release, demoPeople });
  const failures = plan
    ? runScenario(plan, release, serverValidatorFor).failures
    : faults.map(({ zh, en }) => ({ step: 0, zh, en }));
  return { file, title: scenario.title, passed: failures.length === 0, failures };
}

function print(result: Result, scenario: Scenario | undefined): void {
  const sentences = scenario
    ? scenarioSentences(scenario)
        .map((sentence) => `    ${sentence}\n`)
        .join('')
    : '';
  const failures = result.failures
    .map((failure) => `    第 ${failure.step + 1} 步：${failure.zh}\n    step ${failure.step + 1}: ${failure.en}\n`)
    .join('');
  process.stdout.write(`${result.passed ? '✓' : '✗'} ${result.title}\n${sentences}${failures}`);
}
