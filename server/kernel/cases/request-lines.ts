import type { Position } from '../bpmn/process-instance.ts';
import type { Amount } from '../calendar/time-limit.ts';
import type { Instant } from '../json.ts';

/** Something that was asked of the clock of a user task (延期, 挂起). What was granted is told by the clock's own event. */
export interface PastRequest {
  readonly at: Instant;
  readonly by: string;
  /** Whoever decides. */
  readonly to: Position;
  readonly name: string;
  readonly kind: 'extension' | 'pause';
  readonly nth: number | null;
  readonly amount: number | null;
  readonly unit: Amount['unit'] | null;
  /** Local date on which a pause is looked at again. */
  readonly reviewOn: string | null;
  readonly reason: string;
  readonly state: 'open' | 'granted' | 'refused' | 'withdrawn';
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly answer: string | null;
}

/** What a sentence of the story says, before names are put around it. */
interface RequestSentence {
  readonly at: Instant;
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  readonly person: string | null;
  readonly lines: readonly { readonly title: string; readonly text: string }[];
}

/** How the names in the sentences are found. */
interface RequestNames {
  readonly person: (id: string) => string;
  readonly english: (zh: string) => string;
  /** A position with who held it then. */
  readonly called: (position: Position, at: Instant) => { readonly zh: string; readonly en: string };
}

const units: { readonly [unit in Amount['unit']]: { readonly zh: string; readonly en: string } } = {
  minutes: { zh: '分钟', en: 'minutes' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '天', en: 'days' },
  workingHours: { zh: '个工作小时', en: 'working hours' },
  workingDays: { zh: '个工作日', en: 'working days' },
};

/** The sentences about one request: that it was asked, and that it was refused or taken back. */
export function requestLines(request: PastRequest, names: RequestNames): readonly RequestSentence[] {
  const { at, by, to, decidedAt, decidedBy, state, reason, answer } = request;
  const who = names.person(by);
  const decides = names.called(to, at);
  const what = wanted(request);
  const [step, english] = [request.name, names.english(request.name)];
  const asked: RequestSentence = {
    at,
    kind: `${request.kind}-asked`,
    zh: `${who} 为「${step}」申请${what.zh}，请 ${decides.zh} 决定。`,
    en: `${who} asked for ${what.en} for "${english}"; ${decides.en} decides.`,
    person: by,
    lines: [{ title: '理由', text: reason }],
  };
  // Granted at once by whoever decides: nobody asked.
  if (state === 'granted' && decidedAt === at) return [];
  if (decidedAt === null || decidedBy === null || state === 'granted' || state === 'open') return [asked];
  const decider = names.person(decidedBy);
  const decided: RequestSentence =
    state === 'withdrawn'
      ? {
          at: decidedAt,
          kind: 'request-withdrawn',
          zh: `${decider} 撤回了申请的${what.zh}。`,
          en: `${decider} took the request for ${what.en} back.`,
          person: decidedBy,
          lines: [],
        }
      : {
          at: decidedAt,
          kind: `${request.kind}-refused`,
          zh: `${decider} 没有同意${what.zh}。`,
          en: `${decider} did not grant ${what.en}.`,
          person: decidedBy,
          lines: answer === null ? [] : [{ title: '理由', text: answer }],
        };
  return [asked, decided];
}

function wanted({ kind, nth, amount, unit, reviewOn }: PastRequest): { readonly zh: string; readonly en: string } {
  if (kind === 'extension' && amount !== null && unit !== null)
    return {
      zh: `第 ${nth ?? 1} 次延期 ${amount} ${units[unit].zh}`,
      en: `extension ${nth ?? 1} by ${amount} ${units[unit].en}`,
    };
  return { zh: `挂起（${reviewOn ?? ''} 复核）`, en: `a pause until it is reviewed on ${reviewOn ?? ''}` };
}
