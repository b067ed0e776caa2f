import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { DemoPerson } from '../../kernel/release/demo.ts';
import { checkDemoCases, type DemoCasePlan } from '../../kernel/world/check-demo-cases.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import type { PackFinder } from '../../kernel/compilation/pack-chain.ts';
import type { Context } from '../context.ts';
import { headArea } from '../organization/head-area.ts';
import { Refusal } from '../refusal.ts';
import { loadDemoCases } from './load-demo-cases.ts';
import { loadDemoCounts, sourceFigures } from './load-demo-counts.ts';
import { loadDemoPeople } from './load-demo-people.ts';

/** What was brought in. */
export interface LoadedDemo {
  readonly people: number;
  readonly cases: number;
  /** How many of them are closed, when they were brought up to the figures of the source. */
  readonly closed?: number;
  /** Acts of the pack's stories that its process did not allow. */
  readonly failed: readonly string[];
}

/**
 * Brings the invented people and cases of the published pack in, dated back from today. No worker may run meanwhile.
 *
 * @param counts brings them up to the figures of the source, also when the pack's own are there already
 * @throws Refusal `demo-loaded` when there are demo cases already
 */
export async function loadDemo(
  context: Context,
  find: PackFinder,
  report: (progress: string) => void,
  counts = false,
): Promise<LoadedDemo> {
  const release = await context.database.read((tx) => context.releases.current(tx));
  const { definitions } = await compilePack(release.manifest.pack, find);
  const packs = definitions?.packs ?? [];
  const people = packs.flatMap((pack) => pack.people).flatMap((file) => file.value.people);
  const cases = packs
    .flatMap((pack) => pack.demoCases)
    .flatMap((file) => checkDemoCases(file.value, { release, demoPeople: people }).plans);
  const there = await demoThere(context);
  if (there > 0 && (!counts || there >= sourceFigures.cases)) throw new Refusal('demo-loaded');
  const loaded = there > 0 ? { cases: there, failed: [] } : await loadOwn(context, release, people, cases, report);
  if (!counts) return { people: people.length, ...loaded };
  // Cases that somebody has reported since keep the numbers they were told.
  const renumber = loaded.cases === cases.length;
  const figures = await context.database.transaction((tx) =>
    loadDemoCounts(context, tx, release, renumber, (done, of) =>
      report(`装入虚构事件，按原文的数量 ${done}/${of} cases up to the figures of the source: ${done} of ${of}`),
    ),
  );
  return { people: people.length, cases: figures.cases, closed: figures.closed, failed: loaded.failed };
}

/** How many cases there are, when some of them are invented; else 0. */
async function demoThere(context: Context): Promise<number> {
  const [row] = await context.database.read((tx) =>
    tx.query<{ count: number }>(
      `select count(*)::int as count from case_record where tenant_id = $1 and exists (select from case_record c
         join person p on p.tenant_id = c.tenant_id and p.id = c.first_receiver where c.tenant_id = $1 and p.demo)`,
      [context.tenant],
    ),
  );
  return row?.count ?? 0;
}

async function loadOwn(
  context: Context,
  release: CompiledRelease,
  people: readonly DemoPerson[],
  cases: readonly DemoCasePlan[],
  report: (progress: string) => void,
): Promise<{ readonly cases: number; readonly failed: readonly string[] }> {
  await context.database.transaction((tx) => loadDemoPeople(tx, context.tenant, headArea(release.areas).code, people));
  report(`装入虚构人物 ${people.length} 位 loaded ${people.length} invented people`);
  return loadDemoCases(context, release, cases, (done, of) =>
    report(`装入虚构事件 ${done}/${of} 步 cases: ${done} of ${of} steps`),
  );
}
