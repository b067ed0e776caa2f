import type { ExecutableProcess } from '../../executable-process.ts';
import type { ModelFault } from '../model-fault.ts';
import { activityRules } from './activity-rules.ts';
import { eventRules } from './event-rules.ts';
import { flowRules } from './flow-rules.ts';
import { gatewayRules } from './gateway-rules.ts';
import type { Rule } from './rule.ts';

const rules: readonly Rule[] = [...flowRules, ...eventRules, ...gatewayRules, ...activityRules];

/** Every structural rule the standard states that a process breaks, in the order of its elements. */
export function ruleFaults(process: ExecutableProcess): readonly ModelFault[] {
  return [...process.nodes.values()].flatMap((node) => rules.flatMap((rule) => rule(process, node)));
}
