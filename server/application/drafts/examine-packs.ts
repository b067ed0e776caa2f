import { checkScenario } from '../../kernel/world/check-scenario.ts';
import { runScenario } from '../../kernel/world/run-scenario.ts';
import type { Scenario } from '../../kernel/world/scenario.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { DemoPerson } from '../../kernel/release/demo.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import { nameOfFile } from '../../packs/reading/written-definitions.ts';
import { locateFault, type LocatedFault } from '../../packs/drafting/locate-fault.ts';
import { softenDemoFault } from '../../packs/drafting/soften-demo-fault.ts';
import { packsFrom } from '../../packs/reading/packs-from.ts';
import { serverValidatorFor } from '../forms/accept-form.ts';
import type { ExaminationReport, ExaminationTask, ExaminedPacks, ScenarioReport } from './examination-report.ts';

/** Told what is looked at next, how much is done and how much there is. */
export type Progress = (at: string, done: number, total: number) => void;

/**
 * Examines what would be published: all checks, the areas below that would follow, then every scenario, one by one. A
 * scenario of the area's own pack has to end as it says. One that is inherited tells what used to hold in the pack below:
 * when it ends otherwise, that may be just what the area decided, so it is told as a warning and keeps nothing.
 */
export async function examinePacks(task: ExaminationTask, progress: Progress): Promise<ExaminationReport> {
  const packs = foldersOf(task);
  const own = packs.at(-1)?.id ?? '';
  progress('', 0, 1);
  const { release, faults, definitions } = await compilePack(own, packsFrom(packs), softenDemoFault);
  const told = faults.filter(({ severity, pack }) => severity === 'error' || pack === own);
  const problems = told.map((fault) => locateFault(fault, packs));
  if (!release || !definitions) return { hash: null, problems, failures: [], total: 1 };
  const scenarios = nearestScenarios(definitions.packs.flatMap((pack) => pack.scenarios));
  const total = 1 + task.below.length + scenarios.length;
  let done = 1;
  for (const below of task.below) {
    progress(below.area, done, total);
    problems.push(...(await faultsBelow(below)));
    done += 1;
  }
  const failures: ScenarioReport[] = [];
  const people = definitions.people.flatMap((file) => file.value.people);
  for (const { pack, file, value } of scenarios) {
    progress(value.title, done, total);
    const found = endings(value, release, people).map((ending) => ({
      scenario: nameOfFile(file),
      title: value.title,
      ...ending,
    }));
    if (pack === own) failures.push(...found);
    else problems.push(...found.slice(0, 1).map(asWarning));
    done += 1;
    // Whoever hands in `progress` may have to be heard in between.
    await Promise.resolve();
  }
  return { hash: release.hash, problems, failures, total };
}

function foldersOf({ packs }: ExaminedPacks): readonly PackFolder[] {
  return packs.map(({ id, files }) => ({ id, files: new Map(files.map((file) => [file.path, file])) }));
}

interface WrittenScenario {
  readonly pack: string;
  readonly file: string;
  readonly value: Scenario;
}

/** Of scenarios in files of the same name the one of the nearest pack. */
function nearestScenarios(scenarios: readonly WrittenScenario[]): readonly WrittenScenario[] {
  return [...new Map(scenarios.map((scenario) => [scenario.file, scenario])).values()];
}

function endings(
  scenario: Scenario,
  release: CompiledRelease,
  demoPeople: readonly DemoPerson[],
): readonly Pick<ScenarioReport, 'step' | 'zh' | 'en'>[] {
  const { plan, faults } = checkScenario(scenario, { release, demoPeople });
  if (plan) return runScenario(plan, release, serverValidatorFor).failures;
  return faults.map(({ place, zh, en }) => ({ step: Number(place.split('/')[2] ?? 0) || 0, zh, en }));
}

function asWarning({ scenario, title, step, zh, en }: ScenarioReport): LocatedFault {
  return {
    code: 'scenario-inherited-differs',
    severity: 'warning',
    kind: 'scenario',
    id: scenario,
    place: `/steps/${step}`,
    zh: `沿用的场景「${title}」第 ${step + 1} 步和原来不一样了：${zh}如果这正是你要改的，可以发布。`,
    en: `The inherited scenario "${title}" goes otherwise at step ${step + 1}: ${en} Publish if that is what you want.`,
  };
}

/** What would go wrong in an area below that lays its own definitions over these. */
async function faultsBelow(below: ExaminationTask['below'][number]): Promise<readonly LocatedFault[]> {
  const packs = foldersOf(below);
  const { release, faults } = await compilePack(packs.at(-1)?.id ?? '', packsFrom(packs), softenDemoFault);
  if (release) return [];
  const [first] = faults.filter(({ severity }) => severity === 'error');
  return [
    {
      code: 'area-below-breaks',
      severity: 'error',
      kind: null,
      id: null,
      place: '',
      zh: `「${below.area}」在这上面有自己的配置，两边合不到一起：${first?.zh ?? ''}请先改好那边的配置，或改这里。`,
      en: `"${below.area}" has definitions of its own that do not fit these: ${first?.en ?? ''} Correct them there, or change this.`,
    },
  ];
}
