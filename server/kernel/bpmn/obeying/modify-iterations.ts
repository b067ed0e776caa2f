import type { Json } from '../../json.ts';
import type { Actor, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { isActivity } from '../flow-nodes/activity.ts';
import { cancelElement } from '../flow-nodes/cancel.ts';
import { resumeLoop } from '../flow-nodes/loop.ts';
import { beginIterations } from '../flow-nodes/spread-loop.ts';
import type { ElementInstance } from '../process-instance.ts';

/**
 * One iteration more of a multi-instance activity that is alive (BPMN 2.0.2, 13.3.7): a parallel one begins it at once, a
 * sequential one when its turn comes. Where there is a collection, the item is what the iteration is for.
 */
export function addIteration(execution: Execution, body: ElementInstance, item: Json | undefined): Rejection | null {
  const node = execution.node(body.element);
  const loop = isActivity(node) ? node.loop : undefined;
  const { loop: state } = body;
  if (loop?.kind !== 'multiple' || !state || body.state !== 'waiting')
    return { code: 'cannot-activate', details: { element: node.id, why: 'no-loop' } };
  const total = (state.total ?? 0) + 1;
  execution.emit({
    type: 'loop-changed',
    id: body.id,
    scope: body.scope,
    loop: {
      ...state,
      total,
      ...(loop.sequential ? {} : { next: total + 1 }),
      ...(state.items ? { items: [...state.items, item ?? null] } : {}),
      ...(state.results ? { results: [...state.results, null] } : {}),
    },
  });
  if (state.spread && isActivity(node))
    beginIterations(execution, node, execution.now(body), {
      first: total,
      count: 1,
      ...(loop.collection ? { items: [item ?? null] } : {}),
    });
  else if (!loop.sequential)
    execution.schedule({ do: 'enter', element: node.id, scope: body.id, flow: null, iteration: total });
  return null;
}

/** One iteration less: it counts as terminated. When it was the last, the loop is done; a sequential one goes on. */
export function removeIteration(execution: Execution, iteration: ElementInstance, by: Actor): Rejection | null {
  const body = iteration.iteration === undefined ? null : execution.host(execution.scope(iteration.scope));
  const node = execution.node(iteration.element);
  const loop = isActivity(node) ? node.loop : undefined;
  if (!body?.loop || loop?.kind !== 'multiple' || !isActivity(node))
    return { code: 'unknown-element', details: { element: iteration.id } };
  cancelElement(execution, iteration, by);
  const state = { ...body.loop, terminated: body.loop.terminated + 1 };
  execution.emit({ type: 'loop-changed', id: body.id, scope: body.scope, loop: state });
  execution.stick(body, resumeLoop(execution, node, execution.now(body)));
  return null;
}
