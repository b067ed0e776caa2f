import type { Calendar } from '../../calendar/calendar.ts';
import { keptCalendars } from '../../calendar/own-calendars.ts';
import { renamedKey } from '../apply-migration.ts';
import type { Command, MigrationPlan, Rejection } from '../commands.ts';
import type { ProcessEvent } from '../events.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { clocksOf } from '../user-task-clocks.ts';
import { migrationFaults } from './migration-faults.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/**
 * Takes an instance over to another model: the step is given the new process, the plan says which element takes the place
 * of which. Everything that is alive must find its place (see `migration-faults.ts` for the report); it stays as it is,
 * work in hand and times included. Events the new model has besides are listened to from the next entering on.
 */
export function migrate(execution: Execution, { plan, because, by }: Of<'migrate'>): Rejection | null {
  loadAll(execution, 0);
  const faults = migrationFaults(execution.instance, execution.process, plan);
  if (faults.length > 0) return { code: 'cannot-migrate', details: { elements: faults.map(({ element }) => element) } };
  const rekeyed = Object.values(execution.instance.scopes).flatMap((scope) =>
    [{ ...scope, scope: scope.id }, ...scope.elements].flatMap((listening) => rekeyedOf(listening, plan)),
  );
  for (const { closed } of rekeyed) execution.emit(closed);
  const why = because === undefined ? {} : { because };
  execution.emit({
    type: 'instance-migrated',
    process: execution.process.id,
    elements: plan.elements,
    ...keptIn(execution),
    ...why,
    by,
  });
  for (const { opened } of rekeyed) execution.emit(opened);
  return null;
}

/**
 * Clocks under way count on by the calendars they were computed with, until they are re-based; what begins later counts by
 * those of the new release.
 */
function keptIn(execution: Execution): { readonly kept?: readonly Calendar[] } {
  const { former = new Map<string, Calendar>(), calendars } = execution.given;
  const own = execution.instance.calendars;
  const clocks = Object.values(execution.instance.scopes).flatMap(({ elements }) =>
    elements.flatMap(({ userTask }) => (userTask ? clocksOf(userTask) : [])),
  );
  const kept = keptCalendars(former, calendars, own, clocks);
  return kept.length > 0 || own ? { kept } : {};
}

/** What is listened to under the id of an event that has another id now: the rows outside are found by it. */
function rekeyedOf(
  { id, scope, timers = {}, subscriptions = {} }: Pick<ElementInstance, 'id' | 'scope'> & Partial<ElementInstance>,
  { elements }: MigrationPlan,
): readonly { readonly closed: ProcessEvent; readonly opened: ProcessEvent }[] {
  const renamed = (key: string): string => renamedKey(key, (event) => elements[event] ?? event);
  const others = (keys: readonly string[]): readonly string[] => keys.filter((key) => renamed(key) !== key).toSorted();
  return [
    ...others(Object.keys(timers)).flatMap((key) => {
      const [timer, at] = [timers[key], { id, scope }];
      if (!timer) return [];
      return [
        {
          closed: { type: 'timer-disarmed', ...at, key } as const,
          opened: { type: 'timer-armed', ...at, key: renamed(key), ...timer } as const,
        },
      ];
    }),
    ...others(Object.keys(subscriptions)).flatMap((key) => {
      const [subscription, at] = [subscriptions[key], { id, scope }];
      if (!subscription) return [];
      return [
        {
          closed: { type: 'subscription-closed', ...at, key } as const,
          opened: { type: 'subscription-opened', ...at, key: renamed(key), subscription } as const,
        },
      ];
    }),
  ];
}

/** The step knows the new model alone, so whatever may have an inside is asked whether it has one. */
function loadAll(execution: Execution, scope: number): void {
  for (const { id, state, userTask, job } of execution.scopeIfAlive(scope)?.elements ?? [])
    if (state === 'waiting' && !userTask && job === undefined) loadAll(execution, id);
}
