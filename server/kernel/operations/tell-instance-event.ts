import { why, type Telling } from './speaker.ts';

function named(values: object): string {
  return Object.keys(values).join('、') || '—';
}

/** How what is done to an instance as a whole is told to an operator: begun, held, repaired, stuck. */
export const instanceTelling = {
  'instance-created': ({ by }, say) => {
    const [zh, en] = say.by(by);
    return [`${zh}启动「${say.process()}」。`, `${en} started "${say.enProcess()}".`];
  },
  'instance-completed': (_, say) => [`「${say.process()}」办完。`, `"${say.enProcess()}" completed.`],
  'instance-cancelled': ({ because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return [`${zh}中止了流程${zhWhy}。`, `${en} cancelled the instance${enWhy}.`];
  },
  'instance-suspended': ({ because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return [`${zh}挂起了流程${zhWhy}。`, `${en} suspended the instance${enWhy}.`];
  },
  'instance-resumed': ({ clocks, because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return clocks === 'shift'
      ? [`${zh}恢复了流程，挂起的时间不计入时限${zhWhy}。`, `${en} resumed it; the time held does not count${enWhy}.`]
      : [`${zh}恢复了流程，挂起的时间照算${zhWhy}。`, `${en} resumed it; the time held counts${enWhy}.`];
  },
  'instance-modified': ({ because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return [`${zh}移动了流程的位置${zhWhy}。`, `${en} moved its tokens${enWhy}.`];
  },
  'instance-migrated': ({ because, by }, say) => {
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return [`${zh}把流程换到另一个版本${zhWhy}。`, `${en} migrated it to another version${enWhy}.`];
  },
  'variables-set': ({ values, by, because }, say) => {
    if (by === undefined) return [`设置变量 ${named(values)}。`, `Set ${named(values)}.`];
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return [`${zh}改了变量 ${named(values)}${zhWhy}。`, `${en} changed ${named(values)}${enWhy}.`];
  },
  'decision-evaluated': ({ decision, rules }) => [
    `查了决策表「${decision}」，用到规则 ${rules.join('、') || '无'}。`,
    `Evaluated the decision "${decision}"; rules: ${rules.join(', ') || 'none'}.`,
  ],
  'incident-raised': ({ element, incident }, say) => [
    `卡在「${say.step(element)}」：${incident.zh}`,
    `Stuck at "${say.enStep(element)}": ${incident.en}`,
  ],
  'incident-resolved': ({ id, by, skipped, withdrawn, because }, say) => {
    if (withdrawn)
      return [`「${say.at(id)}」卡住的记录随它取消。`, `The incident at "${say.enAt(id)}" went with its element.`];
    const [zh, en] = say.by(by);
    const [zhWhy, enWhy] = why(because);
    return skipped
      ? [`${zh}跳过了「${say.at(id)}」${zhWhy}。`, `${en} skipped "${say.enAt(id)}"${enWhy}.`]
      : [`${zh}让「${say.at(id)}」重试${zhWhy}。`, `${en} had "${say.enAt(id)}" tried again${enWhy}.`];
  },
  'slice-ended': () => ['这一步很长，先存下来接着办。', 'The step is long; it was stored to go on with.'],
  'slice-continued': () => ['接着办。', 'Went on.'],
} satisfies Partial<Telling>;
