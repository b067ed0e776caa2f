import type { Command } from '../../kernel/bpmn/commands.ts';
import type { OpenIncident } from '../../database/instance-details.ts';
import { Refusal } from '../refusal.ts';
import type { Operator } from './operator.ts';
import type { Repair } from './repair.ts';

/** A repair that the engine's commands do by themselves. */
export type PlainRepair = Exclude<Repair, { readonly do: 'migrate' }>;

/**
 * The commands that do a repair, in order.
 *
 * @param stuck incidents that are open in the instance
 * @throws Refusal `no-incident` when there is nothing to retry or skip
 */
export function repairCommands(
  repair: PlainRepair,
  stuck: readonly OpenIncident[],
  { by }: Operator,
  because: string,
): readonly Command[] {
  switch (repair.do) {
    case 'retry':
    case 'skip': {
      const meant = repair.incident ? [repair.incident] : stuck;
      if (meant.length === 0) throw new Refusal('no-incident');
      const { variables } = repair;
      const set = variables === undefined || Object.keys(variables).length === 0 ? {} : { variables };
      const how = { ...set, ...(repair.do === 'skip' ? ({ skip: true } as const) : {}), because, by };
      return meant.map(({ element, scope }) => ({ type: 'resolve-incident', element, scope, ...how }));
    }
    case 'set-variables':
      return [{ type: 'set-variables', scope: repair.scope ?? 0, variables: repair.variables, because, by }];
    case 'cancel':
      return [{ type: 'cancel-instance', because, by }];
    case 'suspend':
      return [{ type: 'suspend', because, by }];
    case 'resume':
      return [{ type: 'resume', clocks: repair.clocks, because, by }];
    case 'move':
      return [{ type: 'modify', changes: repair.changes, because, by }];
  }
}
