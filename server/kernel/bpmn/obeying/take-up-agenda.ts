import type { Execution } from '../execution.ts';

/** Goes on with what a step left over when it was cut; scopes it had not come to look at are looked at in the end. */
export function takeUpAgenda(execution: Execution): void {
  const { agenda } = execution.instance;
  execution.emit({ type: 'slice-continued' });
  for (const work of agenda)
    if (work.do === 'look') execution.touched.add(work.scope);
    else execution.schedule(work);
}
