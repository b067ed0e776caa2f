import { textIn } from '../../kernel/json.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import type { ElementInstance } from '../../kernel/bpmn/process-instance.ts';
import { shownClock, type ShownLight } from '../../kernel/bpmn/user-task-clocks.ts';
import { readAllScopes } from '../../database/instance-details.ts';
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
  const { scopes } = loadInstance(instance.state, await readAllScopes(tx, context.tenant, instance.id));
  const alive = Object.values(scopes).flatMap((scope) => scope.elements);
  const past = (type: string, field: string): string[] => [
    ...new Set(history.flatMap(({ event }) => (event['type'] === type ? textIn(event[field]) : []))),
  ];
  return {
    xml: release.processes.get(instance.process)?.xml ?? '',
    tokens: tokensOf(
      // What goes on inside an element is where the tokens are.
      alive.filter(({ id: element }) => scopes[element] === undefined),
      ({ id: element }) => {
        const userTask = userTasks.find((candidate) => candidate.instance === instance.id && candidate.id === element);
        const position = userTask && names.position(userTask);
        return position ? position.holders.map((holder) => holder.name).join('、') || position.postTitle : '';
      },
    ),
    visited: past('element-left', 'element'),
    flows: past('sequence-flow-taken', 'flow'),
  };
}

/** One for each element that is drawn, also where several are asked there: whoever has it, and the most urgent light. */
function tokensOf(alive: readonly ElementInstance[], holderOf: (element: ElementInstance) => string) {
  return [...Map.groupBy(alive, ({ element }) => element)].map(([element, here]) => {
    const shown = here.map(({ userTask }) => (userTask && shownClock(userTask)?.light) ?? null);
    return {
      element,
      light: urgency.find((light) => shown.includes(light)) ?? null,
      incident: here.some(({ incident }) => incident !== undefined),
      holder: [...new Set(here.map(holderOf))].filter((holder) => holder !== '').join('、'),
    };
  });
}

const urgency: readonly ShownLight[] = ['red', 'yellow', 'green', 'paused'];
