import { lookup as systemLookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AllowedHost } from './allowed-host.ts';
import type { HostRequest, HostResponse, Sentence } from '../contract.ts';
import { addressRefused, checkAddress, mayConnect } from './allowed-hosts.ts';

/** All addresses a name stands for now; the system's resolver, but in tests. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export interface FetchGround {
  readonly allowed: readonly AllowedHost[];
  readonly resolve: Resolve;
  /** Milliseconds for the whole request. */
  readonly timeoutMs: number;
}

/** Why a request was not made, or came to nothing. */
export class RequestRefused extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(sentence.en);
    this.name = 'RequestRefused';
    this.sentence = sentence;
  }
}

const mostBytes = 256 * 1024;
const methods = ['GET', 'POST', 'PUT', 'DELETE'];

/** Headers that say where a message goes or ends; the host writes those. */
const ours = /^(host|connection|content-length|transfer-encoding|upgrade|te|trailer|expect|keep-alive|proxy-.*)$/i;

/**
 * Makes one request for a plugin. The name is resolved once, all its addresses are checked, and the connection goes to
 * one of those that were checked: a name that stands for something else a moment later changes nothing. No redirect is
 * followed, no connection kept, no proxy of the environment used.
 *
 * @throws RequestRefused with a sentence
 */
export async function guardedFetch(ground: FetchGround, address: string, sent: HostRequest): Promise<HostResponse> {
  const checked = checkAddress(address, ground.allowed);
  if (!checked.ok) throw new RequestRefused(checked.sentence);
  const { url, host } = checked;
  const method = sent.method ?? 'GET';
  const body = sent.body ?? '';
  if (!methods.includes(method) || typeof body !== 'string' || Buffer.byteLength(body) > mostBytes)
    throw new RequestRefused(wrongRequest);
  const options: RequestOptions = {
    method,
    headers: headersOf(sent, body),
    agent: false,
    lookup: await checkedLookup(ground, url, host),
    signal: AbortSignal.timeout(ground.timeoutMs),
    maxHeaderSize: 16 * 1024,
  };
  return exchange((url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options), host, body, ground);
}

/** Every address the name stands for must be permitted: one that is not shows a name to be wrong. */
async function checkedLookup(ground: FetchGround, url: URL, host: AllowedHost): Promise<LookupFunction> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(name) === 0 ? await resolved(ground, name) : [name];
  if (addresses.length === 0 || !addresses.every((one) => mayConnect(one, host)))
    throw new RequestRefused(addressRefused(name));
  const answers = addresses.map((one) => ({ address: one, family: isIP(one) }));
  return (_name, { all }, done) => {
    if (all === true) done(null, answers);
    else done(null, answers[0]?.address ?? '', answers[0]?.family);
  };
}

async function resolved({ resolve }: FetchGround, name: string): Promise<readonly string[]> {
  try {
    return await resolve(name);
  } catch {
    throw new RequestRefused({
      zh: `找不到「${name}」。请检查网址和网络。`,
      en: `"${name}" cannot be found. Check the address and the network.`,
    });
  }
}

function exchange(request: ClientRequest, host: AllowedHost, body: string, ground: FetchGround): Promise<HostResponse> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      request.destroy();
      reject(error instanceof RequestRefused ? error : notReached(error, host, ground.timeoutMs));
    };
    request.on('error', fail);
    // What was connected to in the end is looked at once more, before anything is written.
    request.on('socket', (socket) =>
      socket.once('connect', () => {
        if (!mayConnect(socket.remoteAddress ?? '', host)) fail(new RequestRefused(addressRefused(host.name)));
      }),
    );
    request.on('response', (response) => {
      readBody(response).then((text) => resolve(responseOf(response, text)), fail);
    });
    request.end(body);
  });
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new RequestRefused(tooMuch);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function responseOf(response: IncomingMessage, body: string): HostResponse {
  const headers = Object.entries(response.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { status: response.statusCode ?? 0, headers: Object.fromEntries(headers), body };
}

function headersOf(sent: HostRequest, body: string): Record<string, string | number> {
  const given = Object.entries(sent.headers ?? {}).filter(
    ([name, value]) => /^[\w-]{1,60}$/.test(name) && !ours.test(name) && typeof value === 'string',
  );
  const clean = given.map(([name, value]) => [name, value.replaceAll(/[^\t\x20-\x7e]/g, '').slice(0, 4000)] as const);
  return { ...Object.fromEntries(clean), ...(body === '' ? {} : { 'content-length': Buffer.byteLength(body) }) };
}

function notReached(error: unknown, host: AllowedHost, timeoutMs: number): RequestRefused {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const slow = error instanceof Error && error.name === 'AbortError';
  const name = `${host.name}:${host.port}`;
  return new RequestRefused(
    slow
      ? {
          zh: `「${name}」${timeoutMs / 1000} 秒内没有答复。`,
          en: `"${name}" did not answer within ${timeoutMs / 1000} seconds.`,
        }
      : { zh: `连不上「${name}」（${code}）。`, en: `"${name}" cannot be reached (${code}).` },
  );
}

const tooMuch: Sentence = {
  zh: '对方的答复超过 256 KB，没有读完。',
  en: 'The answer is larger than 256 KB and was not read.',
};
const wrongRequest: Sentence = {
  zh: '请求的方法不对，或内容超过 256 KB，没有发。',
  en: 'The method is none that is permitted, or the body is larger than 256 KB; nothing was sent.',
};

/** The system's resolver: all addresses, as it orders them. */
export const systemResolve: Resolve = (name) =>
  new Promise((resolve, reject) => {
    systemLookup(name, { all: true, verbatim: true }, (error, found) => {
      if (error) reject(error);
      else resolve(found.map(({ address }) => address));
    });
  });
