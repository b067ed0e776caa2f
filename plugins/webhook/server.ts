import {
  type ChannelHandler,
  type Delivery,
  type DeliveryOutcome,
  type JobHandler,
  type Sentence,
  sentenceOf,
  type ServerPlugin,
} from '../../server/plugins/contract.ts';
import { signature } from './signature.ts';

/** The step only says that there is something to send; it is sent after the commit, however long that takes. */
const send: JobHandler = () => ({ outcome: 'completed', send: [{ channel: 'matter' }] });

/** One POST per attempt: signed anew each time, under the same id. */
const matter: ChannelHandler = async (delivery, { settings, fetch }) => {
  const { address, secret } = settings;
  if (typeof address !== 'string' || typeof secret !== 'string') return refused(notSet);
  const body = JSON.stringify(messageOf(delivery));
  const timestamp = Math.floor(Date.parse(delivery.now) / 1000);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'webhook-id': delivery.id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature(secret, delivery.id, timestamp, body),
      },
      body,
    });
    return outcomeOf(response.status);
  } catch (error) {
    return { outcome: 'failed', message: sentenceOf(error), retry: true };
  }
};

/** What is sent: the matter and its answer; who reported it only where the rights and the setting let it through. */
function messageOf({ id, now, area, content, subject }: Delivery): object {
  if (content.kind === 'test' || subject === null) return { id, type: 'test', at: now, area };
  const { submissions, personal, kind: _kind, id: caseId, ...about } = subject;
  const feedback = submissions.findLast(({ form }) => form === 'feedback');
  return {
    id,
    type: 'case.feedback',
    at: now,
    case: { id: caseId, ...about },
    feedback: feedback ? { at: feedback.at, data: feedback.data, lines: feedback.lines } : null,
    ...(personal ? { reporter: { name: personal['reporterName'], phone: personal['reporterPhone'] } } : {}),
  };
}

function outcomeOf(status: number): DeliveryOutcome {
  if (status >= 200 && status < 300) return { outcome: 'sent', answer: String(status) };
  if (status >= 300 && status < 400) return refused(redirected(status));
  const retry = status === 408 || status === 425 || status === 429 || status >= 500;
  return {
    outcome: 'failed',
    message: {
      zh: retry ? `对方暂时收不了（${status}）。` : `对方拒收（${status}）。请和接收方核对网址和密钥，再重发。`,
      en: retry
        ? `The receiver cannot take it now (${status}).`
        : `The receiver refused it (${status}). Check address and secret with them, then send it again.`,
    },
    retry,
  };
}

function refused(message: Sentence): DeliveryOutcome {
  return { outcome: 'failed', message, retry: false };
}

const notSet: Sentence = {
  zh: '还没有填网址或密钥，没有发。',
  en: 'Address or secret are not set, so nothing was sent.',
};

function redirected(status: number): Sentence {
  return {
    zh: `对方要求转到别的网址（${status}），没有跟着去。请向接收方要最终的网址。`,
    en: `The receiver points to another address (${status}), which is not followed. Ask them for the final one.`,
  };
}

export const plugin: ServerPlugin = { jobs: { send }, channels: { matter } };
