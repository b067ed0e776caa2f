import { textIn } from '../../kernel/json.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import { shownClock } from '../../kernel/bpmn/user-task-clocks.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { readCaseMaterial } from './read-case.ts';

/**
 * A case's process as it is drawn, with the tokens where they are now, and what they have passed.
 *
 * @throws Refusal `case-unknown`
 */
export async function readCaseDiagram(context: Context, tx: Transaction, actor: Actor, id: string) {
  const { instance, release, history, userTasks, names } = await readCaseMaterial(context, tx, actor, id);
  const alive = Object.values(loadInstance(instance.state, []).scopes).flatMap((scope) => scope.elements);
  const past = (type: string, field: string): string[] => [
    ...new Set(history.flatMap(({ event }) => (event['type'] === type ? textIn(event[field]) : []))),
  ];
  return {
    xml: release.processes.get(instance.process)?.xml ?? '',
    tokens: alive.map((element) => {
      const userTask = userTasks.find((candidate) => candidate.instance === instance.id && candidate.id === element.id);
      const position = userTask && names.position(userTask);
      return {
        element: element.element,
        light: (element.userTask && shownClock(element.userTask)?.light) ?? null,
        incident: element.incident !== undefined,
        holder: position ? position.holders.map((holder) => holder.name).join('、') || position.postTitle : '',
      };
    }),
    visited: past('element-left', 'element'),
    flows: past('sequence-flow-taken', 'flow'),
  };
}
