import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import { ladderProcess } from '../../server/kernel/release/process-contract.ts';
import { actionItemProcesses } from '../../server/kernel/world/scenario-words.ts';

/** A process that can be started by itself, to try it out. */
export interface Startable {
  readonly id: string;
  readonly name: string;
  /** Minutes start it, with an action item; else nothing starts it yet. */
  readonly part: 'action-item' | null;
}

/**
 * The processes that can be started by themselves: not those of cases and meetings, which begin with a report or a date,
 * and not the ladder, which needs a user task that is late.
 */
export function startable(release: CompiledRelease): readonly Startable[] {
  const begun = new Set([
    ladderProcess,
    ...[...release.caseTypes.values()].map(({ process }) => process),
    ...[...release.meetings.values()].map(({ process }) => process),
  ]);
  const items = new Set(actionItemProcesses(release));
  return [...release.processes.values()].flatMap(({ executable: { id, name } }) =>
    begun.has(id) ? [] : [{ id, name: name === '' ? id : name, part: items.has(id) ? 'action-item' : null }],
  );
}
