import type { ExecutableProcess } from '../../executable-process.ts';
import type { ModelFault } from '../faults/model-fault.ts';
import { activityRules } from './activity-rules.ts';
import { compensationRules } from './compensation-rules.ts';
import { eventRules } from './event-rules.ts';
import { executableRules, looseEndRules } from './executable-rules.ts';
import { flowRules } from './flow-rules.ts';
import { gatewayRules } from './gateway-rules.ts';
import type { Rule } from './rule.ts';

const rules: readonly Rule[] = [...flowRules, ...eventRules, ...compensationRules, ...gatewayRules, ...activityRules];

/**
 * Every structural rule the standard states that a process breaks, in the order of its elements.
 *
 * @param as a `drawing` may leave out what is supplied when it is walked through; a `definition` that is published is looked
 *   at for loose ends in `structure-faults.ts` besides; a `file` is run as it is
 */
export function ruleFaults(process: ExecutableProcess, as: 'drawing' | 'definition' | 'file'): readonly ModelFault[] {
  const held = {
    drawing: rules,
    definition: [...rules, ...executableRules],
    file: [...rules, ...executableRules, ...looseEndRules],
  }[as];
  return [...process.nodes.values()].flatMap((node) => held.flatMap((rule) => rule(process, node)));
}
