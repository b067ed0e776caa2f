import type { Effect } from '../../kernel/bpmn/effects.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { Instant } from '../../kernel/json.ts';

/** The timekeeper looks by itself after so long, so a timer that is due later need not wake it. */
const looksAfterMs = 5000;

/**
 * Whether a step leaves something for the workers to do now, besides letters. Ordinary steps leave a user task and a time limit, which
 * wait: waking every hand after each of them cost four times what the command itself did.
 *
 * @param now the time of the step
 */
export function leavesWork(process: ExecutableProcess, effects: readonly Effect[], now: Instant): boolean {
  return effects.some((effect) => {
    switch (effect.do) {
      case 'arm-timer':
        return Date.parse(effect.due) < Date.parse(now) + looksAfterMs;
      case 'create-user-task':
        return asksAPlugin(process, effect.element);
      case 'start-ladder':
      case 'end-companions':
      case 'continue': // letters, if there is anybody to write to
      case 'disarm-timer':
      case 'cancel-job':
      case 'raise-incident':
      case 'clear-incident':
      case 'set-user-task-clock':
      case 'set-user-task-light':
      case 'close-user-task':
        return false;
      default:
        return true;
    }
  });
}

/** A rule of a plugin chooses who of several holders is asked first. */
function asksAPlugin(process: ExecutableProcess, element: string): boolean {
  const node = process.nodes.get(element);
  return node?.type === 'userTask' && node.assignment?.rule !== undefined;
}
