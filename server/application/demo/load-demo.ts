import { checkDemoCases } from '../../kernel/world/check-demo-cases.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import type { PackFinder } from '../../kernel/compilation/pack-chain.ts';
import type { Context } from '../context.ts';
import { headArea } from '../organization/head-area.ts';
import { Refusal } from '../refusal.ts';
import { loadDemoCases } from './load-demo-cases.ts';
import { loadDemoPeople } from './load-demo-people.ts';

/** What was brought in. */
export interface LoadedDemo {
  readonly people: number;
  readonly cases: number;
  /** Acts of the pack's stories that its process did not allow. */
  readonly failed: readonly string[];
}

/**
 * Brings the invented people and cases of the published pack in, dated back from today. No worker may run meanwhile.
 *
 * @throws Refusal `demo-loaded` when there are demo cases already
 */
export async function loadDemo(
  context: Context,
  find: PackFinder,
  report: (progress: string) => void,
): Promise<LoadedDemo> {
  const release = await context.database.read((tx) => context.releases.current(tx));
  const { definitions } = await compilePack(release.manifest.pack, find);
  const packs = definitions?.packs ?? [];
  const people = packs.flatMap((pack) => pack.people).flatMap((file) => file.value.people);
  const cases = packs
    .flatMap((pack) => pack.demoCases)
    .flatMap((file) => checkDemoCases(file.value, { release, demoPeople: people }).plans);
  await context.database.transaction(async (tx) => {
    const [known] = await tx.query(
      'select from case_record c join person p on p.tenant_id = c.tenant_id and p.id = c.first_receiver where c.tenant_id = $1 and p.demo limit 1',
      [context.tenant],
    );
    if (known) throw new Refusal('demo-loaded');
    await loadDemoPeople(tx, context.tenant, headArea(release.areas).code, people);
  });
  report(`装入虚构人物 ${people.length} 位 loaded ${people.length} invented people`);
  const loaded = await loadDemoCases(context, release, cases, (done, of) =>
    report(`装入虚构事件 ${done}/${of} 步 cases: ${done} of ${of} steps`),
  );
  return { people: people.length, cases: loaded.cases, failed: loaded.failed };
}
