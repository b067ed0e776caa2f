import type { beginBulkRepair } from '../../server/http/contract/bulk-repairs.ts';
import type { repairInstance } from '../../server/http/contract/repairs.ts';
import type { BodyOf } from '../../server/http/contract/operation.ts';

export type Repair = BodyOf<typeof repairInstance>['repair'];
export type RepairOfMany = BodyOf<typeof beginBulkRepair>['repair'];

/** Repairs that need no more than variables, a choice of clocks and a reason. */
export type PlainRepairKind = 'retry' | 'skip' | 'set-variables' | 'suspend' | 'resume' | 'cancel';

/** What is filled in for one of them. */
export interface RepairEntry {
  readonly variables: { readonly [name: string]: unknown };
  readonly clocks: 'shift' | 'run-on';
}

/** The repair that was filled in. */
export function repairOf(kind: PlainRepairKind, { variables, clocks }: RepairEntry): RepairOfMany {
  const set = Object.keys(variables).length === 0 ? {} : { variables: { ...variables } };
  switch (kind) {
    case 'retry':
    case 'skip':
      return { do: kind, ...set };
    case 'set-variables':
      return { do: kind, variables: { ...variables } };
    case 'resume':
      return { do: kind, clocks };
    case 'suspend':
    case 'cancel':
      return { do: kind };
  }
}

/** Whether variables may be changed with it. */
export function takesVariables(kind: PlainRepairKind): boolean {
  return kind === 'retry' || kind === 'skip' || kind === 'set-variables';
}
