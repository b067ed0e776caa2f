import type { ExecutableProcess } from '../../executable-process.ts';
import type { ModelFault } from '../model-fault.ts';
import { activityRules } from './activity-rules.ts';
import { compensationRules } from './compensation-rules.ts';
import { eventRules } from './event-rules.ts';
import { executableRules } from './executable-rules.ts';
import { flowRules } from './flow-rules.ts';
import { gatewayRules } from './gateway-rules.ts';
import type { Rule } from './rule.ts';

const rules: readonly Rule[] = [
  ...flowRules,
  ...eventRules,
  ...compensationRules,
  ...gatewayRules,
  ...activityRules,
];

/**
 * Every structural rule the standard states that a process breaks, in the order of its elements.
 *
 * @param runs whether the process is to run as it is; a drawing may leave out what is supplied when it is walked through
 */
export function ruleFaults(process: ExecutableProcess, runs: boolean): readonly ModelFault[] {
  const held = runs ? [...rules, ...executableRules] : rules;
  return [...process.nodes.values()].flatMap((node) => held.flatMap((rule) => rule(process, node)));
}
