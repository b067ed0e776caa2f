import type { PlainTask } from '../executable-process.ts';
import { beginActivity, completeActivity } from './activity.ts';
import type { Behaviour } from './behaviour.ts';

/** BPMN 2.0.2, 13.3.3: a none or manual task is outside the engine's sight and completes at once. */
export const plainTask: Behaviour<PlainTask> = {
  enter: (execution, node, element) => beginActivity(execution, node, element) ?? completeActivity(execution, node, element, {}, false),
};
