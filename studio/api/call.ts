import type { AnswerOf, AnyOperation, BodyOf, ParamsOf, QueryOf } from '../../server/http/contract/operation.ts';
import { noAnswer, ProblemError, readProblem } from './problem-error.ts';

type Part<Name extends string, Value, Optional> = unknown extends Value
  ? { readonly [K in Name]?: never }
  : Optional extends true
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value };

/** What an operation needs: its path parameters, its query and its body, as far as the contract declares them. */
export type CallArguments<O extends AnyOperation> = Part<'params', ParamsOf<O>, false> &
  Part<'query', QueryOf<O>, true> &
  Part<'body', BodyOf<O>, false>;

/** How the call is made, whatever the operation. */
export interface CallOptions {
  /** `Idempotency-Key` of the intent; the same for every attempt. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** What a multipart operation sends. */
  readonly form?: FormData;
  /** Milliseconds until the call counts as unanswered. */
  readonly patience?: number;
}

interface AnyArguments {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

const PATIENCE = 30_000;
const lost = new Set<() => void>();

/** Calls `listener` whenever the server says that nobody is signed in any more; answers how to stop listening. */
export function onSessionLost(listener: () => void): () => void {
  lost.add(listener);
  return () => lost.delete(listener);
}

/**
 * Calls an operation of the HTTP contract; the only place of the studio that talks to the server.
 *
 * @throws ProblemError with the server's problem, or with `no-connection` when there was no answer in time.
 */
export async function call<O extends AnyOperation>(
  operation: O,
  args: CallArguments<O>,
  options: CallOptions = {},
): Promise<AnswerOf<O>> {
  return (await (await answered(operation, args, options)).json()) as AnswerOf<O>;
}

/**
 * Calls an operation whose answer is a file that the browser shall keep.
 *
 * @returns the bytes, and what the server calls the file
 * @throws ProblemError as `call` does
 */
export async function callForFile<O extends AnyOperation>(
  operation: O,
  args: CallArguments<O>,
  options: CallOptions = {},
): Promise<{ readonly file: Blob; readonly name: string }> {
  const response = await answered(operation, args, options);
  const [, name = 'gridloom'] = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { file: await response.blob(), name };
}

async function answered<O extends AnyOperation>(
  operation: O,
  args: CallArguments<O>,
  options: CallOptions,
): Promise<Response> {
  const response = await send(addressOf(operation, args), requestOf(operation, args, options), options);
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (response.status === 401 && operation.access === 'signed-in') for (const tell of lost) tell();
  throw new ProblemError(problem);
}

/** The address of an operation with its path parameters and query filled in; values that are absent leave no trace. */
export function addressOf(operation: AnyOperation, { params = {}, query = {} }: AnyArguments): string {
  const values = params as Record<string, string>;
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== ''))
      search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

function requestOf(operation: AnyOperation, { body }: AnyArguments, { key, form }: CallOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (key !== undefined) headers['idempotency-key'] = key;
  if (form !== undefined) return { method: operation.method, headers, body: form };
  if (body === undefined) return { method: operation.method, headers };
  return {
    method: operation.method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function send(
  address: string,
  request: RequestInit,
  { signal, patience = PATIENCE }: CallOptions,
): Promise<Response> {
  const attempt = new AbortController();
  const stop = (): void => {
    attempt.abort();
  };
  const bell = setTimeout(stop, patience);
  signal?.addEventListener('abort', stop);
  try {
    return await fetch(address, { ...request, credentials: 'same-origin', signal: attempt.signal });
  } catch (thrown) {
    // A call we withdrew ourselves is no problem of the network.
    if (signal?.aborted === true) throw thrown;
    throw new ProblemError(noAnswer());
  } finally {
    clearTimeout(bell);
    signal?.removeEventListener('abort', stop);
  }
}
