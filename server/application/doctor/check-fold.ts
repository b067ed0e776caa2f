import { isDeepStrictEqual } from 'node:util';
import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import { foldHistory } from '../../kernel/bpmn/fold-history.ts';
import type { ProcessInstance } from '../../kernel/bpmn/process-instance.ts';
import { historySteps, type ExaminedInstance, type HistoryStep } from '../../database/doctor.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Fault } from './doctor-report.ts';

/** Events read at once: a history of any length is folded in the memory of these and of the instance. */
const piece = 500;

/**
 * Folds the whole history of an instance and compares: the state is what the events give, and no timer has fired twice
 * (I4, I6).
 *
 * @returns how many events there were, and what is wrong
 */
export async function checkFold(
  tx: Transaction,
  tenant: string,
  row: ExaminedInstance,
  instance: ProcessInstance,
): Promise<{ readonly events: number; readonly faults: readonly Fault[] }> {
  const where = { instance: row.id };
  const faults: Fault[] = [];
  const armed = new Set<string>();
  let fold: ReturnType<typeof foldHistory> | null = null;
  let seq = 0;
  for (;;) {
    const steps = await historySteps(tx, tenant, row.bucket, row.id, seq, piece);
    for (const { number, event } of steps.flatMap(eventsOf)) {
      seq = number;
      fold ??= foldHistory(row.id, event.type === 'instance-created' ? event.process : row.process);
      if (event.type === 'timer-armed') armed.add(`${event.id}/${event.key}`);
      if (event.type === 'timer-fired' && !armed.delete(`${event.id}/${event.key}`))
        faults.push({ code: 'timer-fired-twice', where: { ...where, element: event.id, seq } });
      try {
        fold.add(event);
      } catch {
        faults.push({ code: 'history-unreadable', where: { ...where, seq, event: event.type } });
        return { events: seq, faults };
      }
    }
    if (steps.length < piece) break;
  }
  if (fold && !isDeepStrictEqual(asJson(fold.instance), asJson(instance)))
    faults.push({ code: 'state-differs', where: { ...where, seq }, found: differing(fold.instance, instance) });
  return { events: seq, faults };
}

/** The events of a step with their numbers. History is written by the program alone; its shape is the kernel's. */
function eventsOf({ seq, events }: HistoryStep): readonly { readonly number: number; readonly event: ProcessEvent }[] {
  return events.map((event, index) => ({
    number: seq - events.length + index + 1,
    event: event as unknown as ProcessEvent,
  }));
}

/** As JSON says it: what is undefined is absent. */
function asJson(instance: ProcessInstance): unknown {
  return JSON.parse(JSON.stringify(instance));
}

/** Which parts differ, by name: values stay where they are. */
function differing(folded: ProcessInstance, stored: ProcessInstance): readonly string[] {
  const parts = new Set([...Object.keys(folded.scopes), ...Object.keys(stored.scopes)]);
  const scopes = [...parts].filter((id) => differs(folded.scopes[Number(id)], stored.scopes[Number(id)]));
  const own = ['status', 'nextId', 'agenda', 'process', 'suspendedAt', 'called'] as const;
  return [...own.filter((name) => differs(folded[name], stored[name])), ...scopes.map((id) => `scope ${id}`)];
}

function differs(one: unknown, other: unknown): boolean {
  return !isDeepStrictEqual(one && JSON.parse(JSON.stringify(one)), other && JSON.parse(JSON.stringify(other)));
}
