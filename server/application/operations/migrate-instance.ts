import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import { migrationFaults, type MigrationFault } from '../../kernel/bpmn/obeying/migration-faults.ts';
import { proposeMigration, type ProposedMigration } from '../../kernel/operations/propose-migration.ts';
import { renameUserTasks, repinInstance } from '../../database/held-work.ts';
import { readManifest } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { advanceInstance, type RunsOn } from '../process-instances/advance-instance.ts';
import { Refusal } from '../refusal.ts';
import type { OperatedInstance } from './operated-instance.ts';
import type { Operator } from './operator.ts';
import { aliveIn } from './read-instance.ts';
import type { Repair } from './repair.ts';

type Migration = Extract<Repair, { readonly do: 'migrate' }>;

/** A migration as it is proposed for one instance, with what cannot move and why. */
export interface PlannedMigration extends ProposedMigration {
  readonly onto: RunsOn;
  readonly target: ExecutableProcess;
  readonly faults: readonly MigrationFault[];
}

/**
 * Proposes how an instance moves to another version, and says what cannot.
 *
 * @throws Refusal `version-unknown`, `process-not-there`
 */
export async function planMigration(
  context: Context,
  tx: Transaction,
  { view, instance, process }: OperatedInstance,
  { version, process: other = view.process, plan: named }: Migration,
): Promise<PlannedMigration> {
  if (!(await readManifest(tx, context.tenant, version))) throw new Refusal('version-unknown');
  const release = await context.releases.byHash(tx, version);
  const target = release.processes.get(other)?.executable;
  if (!target) throw new Refusal('process-not-there', { process: other });
  const proposed = proposeMigration(instance, process, target, named);
  return {
    ...proposed,
    onto: { process: other, manifestHash: version },
    target,
    faults: migrationFaults(instance, target, proposed.plan),
  };
}

/** Takes an instance, which is locked, over to another version; its rows then speak of the new steps. */
export async function migrateInstance(
  context: Context,
  tx: Transaction,
  { by }: Operator,
  operated: OperatedInstance,
  migration: Migration,
  because: string,
): Promise<void> {
  const { onto, plan, faults, target } = await planMigration(context, tx, operated, migration);
  if (faults.length > 0)
    throw new Refusal(
      'cannot-migrate',
      { count: faults.length },
      faults.map(({ element, zh, en }) => ({ path: `/${element}`, zh, en })),
    );
  const id = operated.view.id;
  const advanced = await advanceInstance(context, tx, id, { type: 'migrate', plan, because, by }, undefined, onto);
  if (advanced.kind === 'refused') throw new Refusal(advanced.code);
  await repinInstance(tx, context.tenant, id, onto);
  await renameUserTasks(tx, context.tenant, id, openTasks(operated.instance, plan.elements, target));
}

function openTasks(
  instance: ProcessInstance,
  elements: { readonly [from: string]: string },
  target: ExecutableProcess,
) {
  return aliveIn(instance)
    .filter(({ userTask }) => userTask !== undefined)
    .map(({ id, element: was }) => {
      const element = elements[was] ?? was;
      const node = target.nodes.get(element);
      return { id, element, name: node?.name || element, form: (node?.type === 'userTask' && node.form) || null };
    });
}
