import type { BusinessRuleTask } from '../executable-activity.ts';
import { passesInDrawing } from './plain-task.ts';
import { beginActivity, completeActivity } from './activity.ts';
import type { Behaviour } from '../execution.ts';

/** BPMN 2.0.2, 13.3.3: asks the pinned decision; the inputs it saw and the rules that matched go into the history. */
export const businessRuleTask: Behaviour<BusinessRuleTask> = {
  enter(execution, node, element) {
    const beginning = beginActivity(execution, node, element);
    if (!beginning.ok) return beginning.fault;
    const { begun } = beginning;
    if (passesInDrawing(execution, node)) return completeActivity(execution, node, begun, {}, false);
    const decision = execution.given.decisions.get(node.decision);
    if (!decision) {
      return {
        code: 'decision-unknown',
        zh: `「${node.name || node.id}」找不到分派规则「${node.decision}」。请先发布这张规则，再重试。`,
        en: `"${node.name || node.id}" finds no decision "${node.decision}". Publish it, then try again.`,
      };
    }
    const result = decision.evaluate({
      variables: execution.visible(element.scope, begun.variables),
      now: execution.given.now,
    });
    if (!result.ok) return result.fault;
    const { output, inputs, rules } = result;
    execution.emit({
      type: 'decision-evaluated',
      id: element.id,
      scope: element.scope,
      decision: node.decision,
      inputs,
      output,
      rules,
    });
    return completeActivity(execution, node, begun, { [node.resultVariable]: output }, true);
  },
};
