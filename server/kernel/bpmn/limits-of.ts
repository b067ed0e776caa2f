import type { ClockStage } from '../calendar/time-limit.ts';
import type { Expression } from '../feel/expression.ts';
import type { UserTask } from './executable-activity.ts';

interface LimitOfStage {
  /** Absent: handling. */
  readonly stage?: Exclude<ClockStage, 'handle'>;
  readonly limit: Expression;
  readonly ladder?: string;
}

/** Every time limit of a user task, that of its handling first. */
export function limitsOf({ timeLimit, ladder, stageLimits = [] }: UserTask): readonly LimitOfStage[] {
  const handling = timeLimit && { limit: timeLimit, ...(ladder === undefined ? {} : { ladder }) };
  return [...(handling ? [handling] : []), ...stageLimits];
}

/** The ladders a user task begins when a limit runs out. */
export function laddersOf(node: UserTask): readonly string[] {
  return [node, ...(node.stageLimits ?? [])].flatMap(({ ladder }) => ladder ?? []);
}
