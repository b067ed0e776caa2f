import type { Actor as CommandActor } from '../../kernel/bpmn/commands.ts';
import type { Actor } from '../policy/actor.ts';
import type { Permission } from '../policy/permissions.ts';
import { areasFor, mayAct } from '../policy/policy.ts';

/** Who repairs: a person with the right to, in some areas, or whoever has the terminal of the machine. */
export interface Operator {
  /** Id of the person; null at the terminal. */
  readonly person: string | null;
  /** As commands and events name it. */
  readonly by: CommandActor;
  readonly mayView: (area: string | null) => boolean;
  readonly mayRepair: (area: string | null) => boolean;
  /** Whether limits that run may be re-based on changed calendars: who publishes calendars decides that. */
  readonly mayRebase: (area: string | null) => boolean;
  /** The widest areas whose instances are seen; null: all of them, also those of no area. */
  readonly areas: readonly string[] | null;
  /** The widest areas whose instances may be repaired; null: all of them. */
  readonly repairs: readonly string[] | null;
}

/** A person as an operator, as far as their posts permit. What belongs to no area is for those who operate the whole tenant. */
export function operatorOf(actor: Actor): Operator {
  const may =
    (permission: Permission) =>
    (area: string | null): boolean =>
      area === null ? isEverywhere(actor, permission) : mayAct(actor, permission, area);
  return {
    person: actor.person,
    by: { person: actor.person },
    mayView: may('operations.view'),
    mayRepair: may('operations.repair'),
    mayRebase: may('administration'),
    areas: isEverywhere(actor, 'operations.view') ? null : areasFor(actor, 'operations.view'),
    repairs: isEverywhere(actor, 'operations.repair') ? null : areasFor(actor, 'operations.repair'),
  };
}

/** At the terminal: whoever may read the database there may do anything to it, so that nothing is asked. */
export const terminalOperator: Operator = {
  person: null,
  by: { system: 'operator' },
  mayView: () => true,
  mayRepair: () => true,
  mayRebase: () => true,
  areas: null,
  repairs: null,
};

/** Whether somebody may do, or stop, a repair in an area. */
export function mayDo(
  { mayRebase, mayRepair }: Operator,
  repair: { readonly do?: unknown },
  area: string | null,
): boolean {
  return repair.do === 'rebase' ? mayRebase(area) : mayRepair(area);
}

function isEverywhere(actor: Actor, permission: Permission): boolean {
  return areasFor(actor, permission).some((code) => (actor.tree.areas.get(code)?.parent ?? null) === null);
}
