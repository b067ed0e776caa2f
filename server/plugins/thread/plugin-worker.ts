import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { HostFetch, HostResponse, Tools } from '../contract.ts';
import { fenceImports } from './fence-imports.ts';
import { type FromThread, longestAnswer, type Part, type ThreadStart, type ToThread } from './messages.ts';

// The thread of one plugin: it loads the plugin's `server.ts` and answers calls, one message each. What goes wrong in
// here ends a call, or this thread; never the server.

const mostFetches = 10;
const mostLines = 20;

type Handler = (argument: unknown, tools: Tools) => unknown;
type Handlers = Readonly<Record<Part, ReadonlyMap<string, Handler>>>;

const port = parentPort;
if (port) await serve(port, workerData as ThreadStart);

async function serve(host: MessagePort, start: ThreadStart): Promise<void> {
  const tell = (message: FromThread): void => host.postMessage(message);
  const requests = new Map<number, PromiseWithResolvers<HostResponse>>();
  const handlers = loaded(await load(start, tell));
  if (handlers === null) return;
  host.on('message', (message: ToThread) => {
    if (message.do === 'call') void answer(handlers, message, tell, requests);
    else {
      const waiting = requests.get(message.request);
      requests.delete(message.request);
      if (message.answer.ok) waiting?.resolve(message.answer.response);
      else waiting?.reject(new Error(JSON.stringify(message.answer.sentence)));
    }
  });
  const names = (part: Part): readonly string[] => [...handlers[part].keys()];
  tell({ do: 'loaded', names: { jobs: names('jobs'), channels: names('channels'), rules: names('rules') } });
}

async function load(start: ThreadStart, tell: (message: FromThread) => void): Promise<unknown> {
  try {
    fenceImports(start);
    const { plugin } = (await import(`${start.folder}server.ts`)) as { readonly plugin?: unknown };
    if (isRecord(plugin)) return plugin;
    tell({ do: 'not-loaded', message: 'server.ts exports no ServerPlugin called plugin' });
  } catch (error) {
    tell({ do: 'not-loaded', message: messageOf(error) });
  }
  return null;
}

function loaded(plugin: unknown): Handlers | null {
  if (!isRecord(plugin)) return null;
  const part = (name: Part): ReadonlyMap<string, Handler> => {
    const written = plugin[name];
    const entries = isRecord(written) ? Object.entries(written) : [];
    return new Map(entries.flatMap(([key, value]) => (typeof value === 'function' ? [[key, value as Handler]] : [])));
  };
  return { jobs: part('jobs'), channels: part('channels'), rules: part('rules') };
}

async function answer(
  handlers: Handlers,
  { call, part, name, argument, settings }: Extract<ToThread, { do: 'call' }>,
  tell: (message: FromThread) => void,
  requests: Map<number, PromiseWithResolvers<HostResponse>>,
): Promise<void> {
  try {
    const handler = handlers[part].get(name);
    if (!handler) throw new Error(`server.ts has no "${name}" among its ${part}`);
    const tools: Tools = { settings, fetch: fetchFor(call, tell, requests), log: logFor(call, tell) };
    const json = asJson(await handler(argument, tools));
    if (json.length > longestAnswer) throw new Error(`the answer is longer than ${longestAnswer} characters`);
    tell({ do: 'answer', call, json });
  } catch (error) {
    tell({ do: 'threw', call, message: messageOf(error) });
  }
}

let lastRequest = 0;

function fetchFor(
  call: number,
  tell: (message: FromThread) => void,
  requests: Map<number, PromiseWithResolvers<HostResponse>>,
): HostFetch {
  let made = 0;
  return (url, sent = {}) => {
    made += 1;
    if (made > mostFetches) return Promise.reject(new Error(`more than ${mostFetches} requests in one call`));
    const request = ++lastRequest;
    const waiting = Promise.withResolvers<HostResponse>();
    requests.set(request, waiting);
    tell({ do: 'fetch', request, call, url: String(url), sent: plainRequest(sent) });
    return waiting.promise;
  };
}

/** What travels to the host is data, whatever the plugin hands over. */
function plainRequest(sent: unknown): JsonObject {
  const plain: unknown = JSON.parse(asJson(sent));
  return isJsonObject(plain) ? plain : {};
}

function logFor(call: number, tell: (message: FromThread) => void): (message: string) => void {
  let written = 0;
  return (message) => {
    written += 1;
    if (written <= mostLines) tell({ do: 'log', call, message: String(message).slice(0, 200) });
  };
}

function asJson(value: unknown): string {
  return JSON.stringify((value ?? null) as Json) ?? 'null';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
