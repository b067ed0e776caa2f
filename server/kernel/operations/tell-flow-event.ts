import type { Telling } from './speaker.ts';

/** How the ways of tokens are told to an operator: elements, joins, scopes, iterations, what is undone. */
export const flowTelling = {
  'element-entered': ({ element }, say) => [`到了「${say.step(element)}」。`, `Reached "${say.enStep(element)}".`],
  'element-waiting': ({ id }, say) => [`「${say.at(id)}」在等。`, `"${say.enAt(id)}" waits.`],
  'element-completing': ({ id }, say) => [`「${say.at(id)}」做完，准备离开。`, `"${say.enAt(id)}" is done.`],
  'element-left': ({ element }, say) => [`离开「${say.step(element)}」。`, `Left "${say.enStep(element)}".`],
  'element-cancelled': ({ element }, say) => [
    `「${say.step(element)}」被取消。`,
    `"${say.enStep(element)}" was cancelled.`,
  ],
  'sequence-flow-taken': ({ flow }, say) => [`走「${say.flow(flow)}」。`, `Took the way ${say.flow(flow)}.`],
  'token-arrived': ({ flow }, say) => [
    `从「${say.flow(flow)}」到了会合处。`,
    `A token arrived at a join by ${say.flow(flow)}.`,
  ],
  'tokens-joined': ({ element }, say) => [
    `「${say.step(element)}」的分支会合了。`,
    `Branches joined at "${say.enStep(element)}".`,
  ],
  'scope-opened': ({ element }, say) => [`「${say.step(element)}」里面开始。`, `Went inside "${say.enStep(element)}".`],
  'scope-closed': ({ scope }, say) => [`「${say.at(scope)}」里面结束。`, `The inside of "${say.enAt(scope)}" ended.`],
  'scope-interrupted': ({ scope }, say) => [
    `「${say.at(scope)}」里面被打断。`,
    `The inside of "${say.enAt(scope)}" was interrupted.`,
  ],
  'gateway-phase': ({ element }, say) => [
    `「${say.step(element)}」进入下一阶段。`,
    `"${say.enStep(element)}" went on to its next phase.`,
  ],
  'loop-changed': ({ id, loop }, say) => [
    `「${say.at(id)}」办了 ${loop.completed} 个${loop.total === null ? '' : `，共 ${loop.total} 个`}。`,
    `"${say.enAt(id)}" has ${loop.completed}${loop.total === null ? '' : ` of ${loop.total}`} done.`,
  ],
  'inside-kept': ({ id }, say) => [
    `「${say.at(id)}」做完的留着，以便撤销。`,
    `What was done in "${say.enAt(id)}" is kept, to be undone if need be.`,
  ],
  'iterations-begun': ({ element, first, count }, say) => [
    `「${say.step(element)}」的第 ${first} 到 ${first + count - 1} 项各自开始办。`,
    `Items ${first} to ${first + count - 1} of "${say.enStep(element)}" began, each by itself.`,
  ],
  'iterations-ended': ({ id, ended, cancelled }, say) => [
    `「${say.at(id)}」办完 ${ended.length} 项${cancelled === 0 ? '' : `，撤销 ${cancelled} 项`}。`,
    `${ended.length} items of "${say.enAt(id)}" ended${cancelled === 0 ? '' : `, ${cancelled} were taken away`}.`,
  ],
  'activity-queued': ({ element }, say) => [
    `「${say.step(element)}」排队等着办。`,
    `"${say.enStep(element)}" waits its turn.`,
  ],
  'activity-turn': ({ scope }, say) => [
    `「${say.at(scope)}」里轮到下一件。`,
    `The next activity in "${say.enAt(scope)}" has its turn.`,
  ],
  'ad-hoc-finishing': ({ scope }, say) => [
    `「${say.at(scope)}」的结束条件成立，不再开始别的。`,
    `"${say.enAt(scope)}" is finishing; nothing else begins in it.`,
  ],
  'activity-picked': ({ element, by }, say) => {
    const [zh, en] = say.by(by);
    return [`${zh}开始「${say.step(element)}」。`, `"${say.enStep(element)}" was begun by ${en}.`];
  },
  'activity-done': ({ element }, say) => [`「${say.step(element)}」做完一次。`, `"${say.enStep(element)}" was done.`],
  'compensable-recorded': ({ record }, say) => [
    `「${say.step(record.element)}」可以撤销。`,
    `"${say.enStep(record.element)}" can be undone.`,
  ],
  'compensation-begun': () => ['开始撤销做过的事。', 'Began to undo what was done.'],
  'compensating-changed': ({ id }, say) => [`「${say.at(id)}」正在撤销。`, `"${say.enAt(id)}" is undoing.`],
} satisfies Partial<Telling>;
