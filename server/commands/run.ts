import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { compileBpmn } from '../kernel/bpmn/compile/compile-bpmn.ts';
import type { Collaboration } from '../kernel/bpmn/compile/compile-collaboration.ts';
import { runProcess } from '../kernel/world/run-process.ts';
import type { RunResult } from '../kernel/world/run-result.ts';
import type { RunStep } from '../kernel/world/steps.ts';
import { readSteps } from '../packs/read-steps.ts';
import { definitionsBeside } from '../packs/definitions-beside.ts';
import { misused, printJson, type CliCommand } from './cli-command.ts';

const usage = `用法 Usage: gridloom run <file.bpmn> [--script steps.json] [--at <instant>] [--json]

  <file.bpmn>   不用数据库、不用人，在虚拟时钟下运行 Runs without database or people under a virtual clock
  --script      要做的步骤，格式见 definitions/README.md What happens, see definitions/README.md
  --at          虚拟时钟从何时开始，默认现在 Where the clock begins, default now
  --json        {outcome, trace: [{at, action, element, instance, scope}], waiting, variables, faults: [{code, element, zh, en}]}

退出码 Exit codes: 0 运行了 ran · 1 被拒绝 refused · 2 卡住了 incident`;

/** `gridloom run`: drives one BPMN file headless. */
export const runCommand: CliCommand = {
  name: 'run',
  usage,
  summary: '单独运行一个 BPMN 文件 Runs a BPMN file headless',
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: false,
      options: { json: { type: 'boolean' }, script: { type: 'string' }, at: { type: 'string' } },
    });
    const [file] = positionals;
    if (file === undefined) return misused({ usage }, '请写明要运行哪个 BPMN 文件。', 'Name the BPMN file to run.');
    const result = await runFile(
      file,
      typeof values.script === 'string' ? values.script : null,
      typeof values.at === 'string' ? values.at : null,
    );
    if (values.json === true) printJson(result);
    else print(result);
    return result.outcome === 'refused' ? 1 : result.outcome === 'incident' ? 2 : 0;
  },
};

async function runFile(file: string, script: string | null, at: string | null): Promise<RunResult> {
  const xml = await readText(file);
  const stepsText = script === null ? '[]' : await readText(script);
  if (xml === null || stepsText === null) {
    const missing = xml === null ? file : script;
    return refusedWith({
      code: 'file-missing',
      element: null,
      zh: `读不到文件「${missing}」。`,
      en: `The file "${missing}" cannot be read.`,
    });
  }
  const steps = readSteps(stepsText);
  const executable = !(steps.ok && steps.value.some(suppliesWhatIsLeftOut));
  const { processes, faults, collaboration } = await compileBpmn(xml, { lenient: true, executable });
  if (faults.length > 0) return refusedWith(...faults);
  if (!steps.ok) return refusedWith(...steps.faults);
  const now = new Date(at ?? Date.now());
  if (Number.isNaN(now.getTime()))
    return refusedWith({
      code: 'time-wrong',
      element: null,
      zh: `「${at}」不是时间。`,
      en: `"${at}" is not an instant.`,
    });
  return runProcess(
    processes,
    steps.value satisfies readonly RunStep[],
    now.toISOString(),
    await definitionsBeside(file),
    { pools: poolsOf(collaboration) },
  );
}

/** Whether a step says what a drawing does not: when an event happens, which way is taken, where somebody works. */
function suppliesWhatIsLeftOut({ do: what }: RunStep): boolean {
  return what === 'trigger' || what === 'choose' || what === 'waitAt';
}

/** Processes by the id of their pool. */
function poolsOf({ participants }: Collaboration): ReadonlyMap<string, string> {
  return new Map(participants.flatMap(({ id, process }) => (process === null ? [] : [[id, process] as const])));
}

function refusedWith(...faults: RunResult['faults']): RunResult {
  return { outcome: 'refused', trace: [], waiting: [], variables: {}, faults };
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function print(result: RunResult): void {
  const trace = result.trace.map((line) => `${line.at}  ${line.action.padEnd(6)} ${line.element}\n`).join('');
  const waiting = result.waiting
    .map((wait) => `在等 waiting: ${wait.element} (${wait.kind}${wait.dueAt ? `, ${wait.dueAt}` : ''})\n`)
    .join('');
  const faults = result.faults
    .map((fault) => `${fault.code} ${fault.element ?? ''}\n    ${fault.zh}\n    ${fault.en}\n`)
    .join('');
  process.stdout.write(`${trace}${waiting}${faults}结果 outcome: ${result.outcome}\n`);
}
