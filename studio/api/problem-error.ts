import type { Static } from 'typebox';
import type { Problem } from '../../server/http/contract/problem.ts';
import type { BothLanguages } from '../translations/texts.ts';

type ProblemBody = Static<typeof Problem>;
type ProblemPlace = NonNullable<ProblemBody['problems']>[number];

/** What is shown of a problem and can be kept with an unsent report: no stack, no request. */
export interface ProblemRecord extends BothLanguages {
  readonly status: number;
  readonly code: string;
  readonly places: readonly ProblemPlace[];
}

/** Status 0: the request did not reach the server, or its answer did not reach us. */
const NO_ANSWER = 0;

/**
 * Why a call did not succeed, in both languages: the server's RFC 9457 problem, or ours when there was no answer.
 * Thrown by `call` and shown by `ErrorState`.
 */
export class ProblemError extends Error {
  readonly record: ProblemRecord;

  constructor(record: ProblemRecord) {
    super(`${record.code}: ${record.en}`);
    this.name = 'ProblemError';
    this.record = record;
  }
}

/** True when the same call may succeed later without being changed: no answer, a fault of the server, too many calls. */
export function mayPass(problem: ProblemRecord): boolean {
  return problem.status === NO_ANSWER || problem.status >= 500 || [408, 425, 429].includes(problem.status);
}

/** True when nobody is signed in any more; what was typed is still good. */
export function isSignedOut(problem: ProblemRecord): boolean {
  return problem.status === 401;
}

/** Reads the answer of a refused call; an answer that is no problem (a proxy's page) becomes one that says so. */
export async function readProblem(response: Response): Promise<ProblemRecord> {
  const text = await response.text();
  const body = parseProblem(text);
  if (body === null) return unreadableAnswer(response.status);
  return { status: response.status, code: body.code, zh: body.zh, en: body.en, places: body.problems ?? [] };
}

/** The server could not be reached, or did not answer in time. */
export function noAnswer(): ProblemRecord {
  return {
    status: NO_ANSWER,
    code: 'no-connection',
    zh: '连不上服务器。请检查网络，再试一次。',
    en: 'The server cannot be reached. Check the network and try again.',
    places: [],
  };
}

function unreadableAnswer(status: number): ProblemRecord {
  return {
    status,
    code: 'answer-unreadable',
    zh: `服务器的回答看不懂（${status}）。请稍后再试；一直这样，请找管理员。`,
    en: `The server’s answer could not be read (${status}). Try again later; if it stays so, tell your administrator.`,
    places: [],
  };
}

function parseProblem(text: string): ProblemBody | null {
  const value = parseJson(text);
  return isProblem(value) ? value : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isProblem(value: unknown): value is ProblemBody {
  if (typeof value !== 'object' || value === null) return false;
  return ['code', 'zh', 'en'].every((key) => typeof Reflect.get(value, key) === 'string');
}

/** The problem of anything that was thrown: a fault of our own program is one too, and says where it happened. */
export function problemOf(thrown: unknown): ProblemRecord {
  if (thrown instanceof ProblemError) return thrown.record;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    status: NO_ANSWER,
    code: 'page-fault',
    zh: `页面出了错：${detail}。请刷新页面再试。`,
    en: `The page failed: ${detail}. Reload the page and try again.`,
    places: [],
  };
}
