import { appraiseCase } from './appraise-case.ts';
import { archiveCase } from './archive-case.ts';
import type { JobHandler } from './job-handler.ts';
import { climbLadder } from './climb-ladder.ts';
import { nextRung } from './next-rung.ts';
import { notify } from './notify.ts';
import { startActionItems } from './start-action-items.ts';

/** The jobs the program itself can do, by type; what they read and set is declared in `release/process-contract.ts`. */
export const builtInHandlers: ReadonlyMap<string, JobHandler> = new Map<string, JobHandler>([
  ['grid:notify', notify],
  ['grid:archive', archiveCase],
  ['grid:appraise', appraiseCase],
  ['grid:start-action-items', startActionItems],
  ['grid:ladder-next', nextRung],
  ['grid:ladder-climb', climbLadder],
]);
