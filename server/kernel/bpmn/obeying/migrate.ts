import type { Command, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { migrationFaults } from './migration-faults.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/**
 * Takes an instance over to another model: the step is given the new process, the plan says which element takes the place
 * of which. Everything that is alive must find its place (see `migration-faults.ts` for the report); it stays as it is,
 * work in hand included.
 */
export function migrate(execution: Execution, { plan, because, by }: Of<'migrate'>): Rejection | null {
  loadAll(execution, 0);
  const faults = migrationFaults(execution.instance, execution.process, plan);
  if (faults.length > 0) return { code: 'cannot-migrate', details: { elements: faults.map(({ element }) => element) } };
  const why = because === undefined ? {} : { because };
  execution.emit({ type: 'instance-migrated', process: execution.process.id, elements: plan.elements, ...why, by });
  return null;
}

/** The step knows the new model alone, so whatever may have an inside is asked whether it has one. */
function loadAll(execution: Execution, scope: number): void {
  for (const { id, state, userTask, job } of execution.scopeIfAlive(scope)?.elements ?? [])
    if (state === 'waiting' && !userTask && job === undefined) loadAll(execution, id);
}
