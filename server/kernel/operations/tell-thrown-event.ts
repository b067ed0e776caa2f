import type { CallOutcome } from '../bpmn/commands.ts';
import type { Speaker, Telling } from './speaker.ts';

const outcomes: { readonly [kind in CallOutcome['kind']]: readonly [string, string] } = {
  completed: ['办完', 'completed'],
  error: ['出错', 'ended with an error'],
  escalation: ['上报了情况', 'escalated'],
  cancelled: ['中止', 'was cancelled'],
  unknown: ['没有找到，没有开始', 'is not there and never began'],
  iterated: ['办完一项', 'has done one item'],
};

function caught(by: string | null, say: Speaker): readonly [string, string] {
  if (by === null) return ['，没有谁接住', '; nobody catches it'];
  if (by === 'caller') return ['，交给调用它的流程', '; its caller gets it'];
  return [`，由「${say.step(by)}」接住`, `; "${say.enStep(by)}" catches it`];
}

/** How what an instance throws or calls is told to an operator. */
export const thrownTelling = {
  'error-thrown': ({ element, code, caughtBy }, say) => {
    const [zh, en] = caught(caughtBy, say);
    return [
      `「${say.step(element)}」报错 ${code ?? ''}${zh}。`,
      `"${say.enStep(element)}" threw the error ${code ?? ''}${en}.`,
    ];
  },
  'escalation-thrown': ({ element, code, caughtBy }, say) => {
    const [zh, en] = caught(caughtBy, say);
    return [
      `「${say.step(element)}」上报情况 ${code ?? ''}${zh}。`,
      `"${say.enStep(element)}" escalated ${code ?? ''}${en}.`,
    ];
  },
  'signal-thrown': ({ name }) => [`广播了「${name}」。`, `Broadcast "${name}".`],
  'message-thrown': ({ name }) => [`发出消息「${name}」。`, `Sent the message "${name}".`],
  'process-called': ({ element, process }, say) => [
    `「${say.step(element)}」启动了流程「${process}」。`,
    `"${say.enStep(element)}" called the process "${process}".`,
  ],
  'call-ended': ({ id, outcome }, say) => {
    const [zh, en] = outcomes[outcome];
    return [`「${say.at(id)}」启动的流程${zh}。`, `The process called by "${say.enAt(id)}" ${en}.`];
  },
  'call-cancelled': ({ id }, say) => [
    `「${say.at(id)}」启动的流程也中止。`,
    `The process called by "${say.enAt(id)}" is cancelled too.`,
  ],
} satisfies Partial<Telling>;
