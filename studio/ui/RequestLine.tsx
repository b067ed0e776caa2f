import type { Static } from 'typebox';
import type { ReactElement, ReactNode } from 'react';
import type { ClockRequestView } from '../../server/http/contract/clocks.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { positionWords } from './holder-names.ts';
import { amountWords } from './light-words.ts';
import { dateWords, momentWords } from './time-words.ts';
import { useNow } from './use-now.ts';
import './request-line.css';

export type ClockRequest = Static<typeof ClockRequestView>;

interface RequestLineProps {
  readonly request: ClockRequest;
  /** The step is said too, where requests of several steps stand together. */
  readonly withStep?: boolean;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** What somebody asked of a clock: what, why, who and when, and what became of it. */
export function RequestLine({ request, withStep = false, children }: RequestLineProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const now = useNow();
  const what = requestWords(request, now, texts);
  return (
    <div className="gl-request">
      <p>
        <b>{withStep ? text('request.of-step', { step: pack(request.step), what }) : what}</b>{' '}
        <span className="quiet">
          {text('request.by', { name: request.askedBy.name, at: momentWords(request.askedAt, now, texts) })}
        </span>
      </p>
      <p>{text('request.reason', { reason: request.reason })}</p>
      <p className="quiet">{becameWords(request, texts)}</p>
      {children !== undefined && <div className="gl-request-actions">{children}</div>}
    </div>
  );
}

/** 第 2 次延期 3 个工作日; 挂起，9 月 20 日复核. */
function requestWords({ nth, more, reviewOn }: ClockRequest, now: string, texts: Texts): string {
  const { text } = texts;
  if (more !== null) return text('request.extension', { nth: nth ?? 1, more: amountWords(more, texts) });
  return text('request.pause', { review: reviewOn === null ? '' : dateWords(reviewOn, now, texts) });
}

function becameWords({ state, decides, decidedBy, answer, more, granted }: ClockRequest, texts: Texts): string {
  const { text } = texts;
  const name = decidedBy?.name ?? '';
  if (state === 'open') return text('request.waits', { decides: positionWords(decides, texts) });
  if (state === 'withdrawn') return text('request.withdrawn');
  if (state === 'refused') return text('request.refused', { name, answer: answer ?? '' });
  return granted !== null && granted.amount !== more?.amount
    ? text('request.granted.less', { name, amount: amountWords(granted, texts) })
    : text('request.granted', { name });
}
