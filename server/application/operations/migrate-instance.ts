import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import { migrationFaults, type MigrationFault } from '../../kernel/bpmn/obeying/migration-faults.ts';
import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import { proposeMigration, type ProposedMigration } from '../../kernel/operations/propose-migration.ts';
import { iterationsAlive } from '../../database/iterations.ts';
import { readManifest } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { followMigration } from '../process-instances/follow-migration.ts';
import type { RunsOn } from '../process-instances/outgoing-commands.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import { Refusal } from '../refusal.ts';
import type { OperatedInstance } from './operated-instance.ts';
import type { Operator } from './operator.ts';
import type { Repair } from './repair.ts';

type Migration = Extract<Repair, { readonly do: 'migrate' }>;

/** A migration as it is proposed for one instance, with what cannot move and why. */
export interface PlannedMigration extends ProposedMigration {
  readonly onto: RunsOn;
  readonly target: ExecutableProcess;
  readonly faults: readonly MigrationFault[];
  /** Iterations that live in instances of their own and move with it. */
  readonly iterations: number;
}

/** So many iterations are looked at together. */
const iterationsAtOnce = 500;

/**
 * Proposes how an instance moves to another version, and says what cannot: in the instance, and in the iterations of its
 * loops that live in instances of their own, which move by the same plan.
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
  const planning = new Planning(process, target, named);
  planning.take(instance, null);
  for (let more = isSpread(instance), after: string | null = null; more;) {
    const some = await iterationsAlive(tx, context.tenant, view.id, after, iterationsAtOnce);
    for (const { number, state, scopes } of some) planning.take(loadInstance(state, scopes), number);
    after = some.at(-1)?.id ?? null;
    more = some.length === iterationsAtOnce;
  }
  return { ...planning.plan(), onto: { process: other, manifestHash: version }, target };
}

function isSpread({ scopes }: ProcessInstance): boolean {
  return Object.values(scopes).some(({ elements }) => elements.some(({ loop }) => loop?.spread));
}

/** One plan for an instance and its iterations; what cannot move is said once, with how many iterations that holds for. */
class Planning {
  readonly #from: ExecutableProcess;
  readonly #to: ExecutableProcess;
  readonly #named: Migration['plan'];
  readonly #places = new Map<string, ProposedMigration['places'][number]>();
  readonly #faults = new Map<string, { readonly fault: MigrationFault; readonly numbers: number[] }>();
  #elements: Readonly<Record<string, string>>;
  #iterations = 0;

  constructor(from: ExecutableProcess, to: ExecutableProcess, named: Migration['plan']) {
    this.#from = from;
    this.#to = to;
    this.#named = named;
    this.#elements = named?.elements ?? {};
  }

  /** @param number of an iteration; null: the instance itself */
  take(instance: ProcessInstance, number: number | null): void {
    const { plan, places } = proposeMigration(instance, this.#from, this.#to, this.#named);
    for (const place of places) this.#places.set(place.from, place);
    this.#elements = { ...this.#elements, ...plan.elements };
    if (number !== null) this.#iterations += 1;
    const title = (element: string): string => this.#from.nodes.get(element)?.name || element;
    for (const fault of migrationFaults(instance, this.#to, plan, title)) {
      const known = this.#faults.get(fault.zh) ?? { fault, numbers: [] };
      if (number !== null) known.numbers.push(number);
      this.#faults.set(fault.zh, known);
    }
  }

  plan(): Omit<PlannedMigration, 'onto' | 'target'> {
    return {
      plan: { elements: this.#elements },
      places: [...this.#places.values()],
      faults: [...this.#faults.values()].map(({ fault, numbers }) => withNumbers(fault, numbers)),
      iterations: this.#iterations,
    };
  }
}

function withNumbers(fault: MigrationFault, numbers: readonly number[]): MigrationFault {
  if (numbers.length === 0) return fault;
  const some = numbers.slice(0, 5);
  const [zh, en] = numbers.length > some.length ? [' 等', ' and others'] : ['', ''];
  return {
    ...fault,
    zh: `${fault.zh}共 ${numbers.length} 项停在这里：第 ${some.join('、')} 项${zh}。`,
    en: `${fault.en} ${numbers.length} iterations are there: number ${some.join(', ')}${en}.`,
  };
}

/**
 * Takes an instance, which is locked, over to another version; its rows then speak of the new steps. Iterations that live
 * in instances of their own get the same command by letters of their own.
 */
export async function migrateInstance(
  context: Context,
  tx: Transaction,
  { by }: Operator,
  operated: OperatedInstance,
  migration: Migration,
  because: string,
): Promise<void> {
  const { onto, plan, faults } = await planMigration(context, tx, operated, migration);
  if (faults.length > 0)
    throw new Refusal(
      'cannot-migrate',
      { count: faults.length },
      faults.map(({ element, zh, en }) => ({ path: `/${element}`, zh, en })),
    );
  const command = { type: 'migrate', plan, because, by } as const;
  const advanced = await advanceInstance(context, tx, operated.view.id, command, undefined, onto);
  if (advanced.kind === 'refused') throw new Refusal(advanced.code);
  await followMigration(tx, context.tenant, onto, advanced);
}
