import { isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import type { MessageAnswer } from '../messages/correlate-message.ts';
import { correlateStored, storeMessage, tenantArea, type IncomingMessage } from '../messages/publish-message.ts';
import { storeSignal } from '../messages/send-signal.ts';
import type { TerminalOperation } from './terminal-operations.ts';

/** What whoever has the terminal of the machine says to processes: to the whole tenant, or to an area of it. */
export const messageOperations = {
  publishMessage: {
    name: 'publish-message',
    alone: false,
    run: async (context, input) => {
      const message = incoming(input);
      const stored = await context.database.transaction(async (tx) =>
        storeMessage(context, tx, await tenantArea(context, tx, message.area), message),
      );
      const answer = await correlateStored(context, null, stored);
      return { ok: true, ...wordsOf(answer), answer: { ...answer, instances: [...answer.instances] } };
    },
  },
  sendSignal: {
    name: 'send-signal',
    alone: false,
    run: async (context, input) => {
      const signal = incoming(input);
      const sent = await context.database.transaction(async (tx) =>
        storeSignal(context, tx, await tenantArea(context, tx, signal.area), signal),
      );
      return {
        ok: true,
        zh: `已发出，现在有 ${sent.waiting} 处在等它；由它开始的流程随后开始。`,
        en: `Sent; ${sent.waiting} wait for it now, and what begins by it follows.`,
        answer: { ...sent },
      };
    },
  },
} as const satisfies { readonly [name: string]: TerminalOperation };

function incoming(input: JsonObject): IncomingMessage {
  const { variables, timeToLive } = input;
  return {
    name: textIn(input['name']),
    correlation: textOr(input['correlation']),
    variables: isJsonObject(variables) ? variables : {},
    area: textOr(input['area']),
    timeToLive: typeof timeToLive === 'number' ? timeToLive : undefined,
    messageId: textOr(input['messageId']),
  };
}

function textOr(given: Json | undefined): string | undefined {
  return typeof given === 'string' && given !== '' ? given : undefined;
}

function wordsOf({ outcome, instances, expiresAt }: MessageAnswer): { readonly zh: string; readonly en: string } {
  const which = instances.join(', ');
  const words = {
    reached: { zh: `流程 ${which} 收到了。`, en: `It reached the instance ${which}.` },
    started: { zh: `流程 ${which} 由它开始了。`, en: `The instance ${which} began by it.` },
    gathered: {
      zh: '收下了，等别的也到齐就开始。',
      en: 'Taken; the process begins when the others it needs have come.',
    },
    buffered: {
      zh: `现在没有谁在等，保留到 ${expiresAt}。`,
      en: `Nobody waits for it now; it is kept until ${expiresAt}.`,
    },
    undelivered: { zh: '没有谁在等，没有送到。', en: 'Nobody waits for it, so it was not delivered.' },
    pending: { zh: '收下了，程序随后送到。', en: 'Taken; it is delivered in a moment.' },
  } as const;
  return words[outcome];
}
