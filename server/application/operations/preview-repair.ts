import type { Command } from '../../kernel/bpmn/commands.ts';
import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { ProposedPlace } from '../../kernel/operations/propose-migration.ts';
import { incidentsOf } from '../../database/instance-details.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import { isParked } from '../incidents/park-instance.ts';
import { rehearseCommand } from '../process-instances/advance-instance.ts';
import type { RunsOn } from '../process-instances/outgoing-commands.ts';
import { Refusal } from '../refusal.ts';
import { eventNames, historyLines } from './instance-words.ts';
import { planMigration } from './migrate-instance.ts';
import { operatedInstance, type OperatedInstance } from './operated-instance.ts';
import type { Operator } from './operator.ts';
import { aliveIn } from './read-instance.ts';
import { repairCommands } from './repair-commands.ts';
import type { Repair } from './repair.ts';

/** What a repair would do: the same step as when it is done, and nothing is written. */
export interface RepairPreview {
  /** The code it would be refused with; null: it can be done. */
  readonly refused: string | null;
  /** What would happen, as sentences in order. */
  readonly happens: readonly { readonly zh: string; readonly en: string; readonly weight: 'main' | 'detail' }[];
  /** Of a migration: what cannot move and why. */
  readonly faults: readonly { readonly element: string; readonly zh: string; readonly en: string }[];
  /** Of a migration: where everything that is alive goes. */
  readonly places: readonly ProposedPlace[];
  /** Of a migration: what there is to choose from for what has no place. */
  readonly targets: readonly { readonly id: string; readonly title: string; readonly type: string }[];
}

/**
 * Rehearses a repair.
 *
 * @throws Refusal `instance-unknown`, `version-unknown`, `process-not-there`
 */
export async function previewRepair(
  context: Context,
  tx: Transaction,
  operator: Operator,
  id: string,
  repair: Repair,
): Promise<RepairPreview> {
  const operated = await operatedInstance(context, tx, operator, id);
  if (!operator.mayRepair(operated.details.area))
    throw new Refusal('not-permitted', { permission: 'operations.repair' });
  const { view } = operated;
  if (repair.do !== 'migrate') {
    // What it is parked for is at no element; that it is tried again needs no rehearsal.
    const stuck = (await incidentsOf(tx, context.tenant, id)).filter(({ element }) => !isParked(element));
    const nothing = { faults: [], places: [], targets: [] };
    return {
      ...nothing,
      ...(await rehearsed(context, tx, operated, repairCommands(repair, stuck, operator, ''), view)),
    };
  }
  const { onto, plan, faults, places, target, iterations } = await planMigration(context, tx, operated, repair);
  const targets = [...target.nodes.values()].map(({ id: node, name, type }) => ({
    id: node,
    title: name || node,
    type,
  }));
  const command: Command = { type: 'migrate', plan, by: operator.by };
  const done =
    faults.length > 0
      ? { refused: 'cannot-migrate', happens: [] }
      : await rehearsed(context, tx, operated, [command], onto);
  const happens =
    iterations === 0 || done.happens.length === 0 ? done.happens : [...done.happens, alsoMoves(iterations)];
  return { ...done, happens, faults, places, targets };
}

function alsoMoves(count: number): RepairPreview['happens'][number] {
  return {
    zh: `正在各自办的 ${count} 项按同一份对照表一起换，随后逐项换完。`,
    en: `The ${count} iterations that go on by themselves move by the same plan, one after the other afterwards.`,
    weight: 'main',
  };
}

async function rehearsed(
  context: Context,
  tx: Transaction,
  operated: OperatedInstance,
  commands: readonly Command[],
  on: RunsOn,
): Promise<Pick<RepairPreview, 'refused' | 'happens'>> {
  const events: ProcessEvent[] = [];
  let { instance } = operated;
  for (const command of commands) {
    const stepped = await rehearseCommand(context, tx, instance, command, on);
    if (stepped.kind === 'refused') return { refused: stepped.code, happens: [] };
    instance = stepped.instance;
    events.push(...stepped.events);
  }
  return { refused: null, happens: await told(context, tx, operated, events) };
}

async function told(
  context: Context,
  tx: Transaction,
  { release, process, instance }: OperatedInstance,
  events: readonly ProcessEvent[],
): Promise<RepairPreview['happens']> {
  const areas = events.flatMap((event) => ('position' in event ? [event.position.area] : []));
  const people = events.flatMap((event) =>
    'by' in event && event.by && 'person' in event.by ? [event.by.person] : [],
  );
  const names = await nameBook(context, tx, release, [...new Set(areas)].filter(Boolean), people);
  const known = new Map(aliveIn(instance).map(({ id, element }) => [id, element]));
  const lines = events.map((event, index) => ({ seq: index, at: tx.now, event }));
  return historyLines(lines, eventNames(release, process, names), known).map(({ zh, en, weight }) => ({
    zh,
    en,
    weight,
  }));
}
