/** Where a worker asks, and as whom. */
export interface Door {
  /** Address of the server: `http://127.0.0.1:3000` */
  readonly url: string;
  readonly token: string;
}

/** The server did not do what was asked. */
export class DoorProblem extends Error {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Stable code of the problem, such as `job-lost`; empty when there was none. */
  readonly code: string;
  /** How long the server wants to be left alone; null when it does not say. */
  readonly afterMs: number | null;

  constructor(status: number, code: string, sentence: string, afterMs: number | null = null) {
    super(sentence);
    this.name = 'DoorProblem';
    this.status = status;
    this.code = code;
    this.afterMs = afterMs;
  }

  /** Whether the same may well succeed in a while: no answer, a server in trouble, too many requests, a case that is held. */
  get passes(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429 || this.code === 'job-held';
  }
}

/**
 * Asks once.
 *
 * @param path below `/api/external-jobs/`
 * @param signal ends the asking
 * @param patienceMs how long an answer may take; a connection that hangs is no answer
 * @throws DoorProblem
 */
export async function askDoor<Answer>(
  { url, token }: Door,
  path: string,
  body: object,
  signal: AbortSignal,
  patienceMs = 30_000,
): Promise<Answer> {
  const address = new URL(`/api/external-jobs/${path}`, url);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  try {
    const over = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), signal: over });
    const said: unknown = await response.json();
    // The contract says what it is.
    if (response.ok) return said as Answer;
    throw problemOf(response, said);
  } catch (error) {
    if (error instanceof DoorProblem) throw error;
    throw new DoorProblem(0, '', `no answer from ${address.host}: ${causeOf(error)}`);
  }
}

function problemOf({ status, headers }: Response, said: unknown): DoorProblem {
  const { code, en } = said as { readonly code?: unknown; readonly en?: unknown };
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return new DoorProblem(
    status,
    typeof code === 'string' ? code : '',
    typeof en === 'string' ? en : `the server answered ${status}`,
    Number.isFinite(seconds) ? seconds * 1000 : null,
  );
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
