/**
 * The worker of the phone door: keeps the page and its files so that the door opens without a network. It holds no data
 * and sends none; what is unsent lies in IndexedDB and is sent by the page.
 */

interface Extendable extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetch extends Extendable {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface Message extends Extendable {
  readonly data: { readonly keep?: readonly string[] };
}
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void;
  addEventListener(type: 'message', listener: (event: Message) => void): void;
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
}

const CACHE = 'gridloom-work';
const PAGE = '/work';
const worker = self as unknown as WorkerScope;

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('message', (event) => {
  if (event.data.keep !== undefined) event.waitUntil(keep(event.data.keep));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageFirstFromNetwork(request));
  else if (pathname.startsWith('/assets/') || pathname === '/icon.svg') event.respondWith(fileFirstFromCache(request));
});

/** Keeps exactly these files: what a newer version no longer uses goes. */
async function keep(files: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(files.filter((file) => file === PAGE || !kept.has(file)));
  await Promise.all([...kept].filter((file) => !files.includes(file)).map(async (file) => cache.delete(file)));
}

async function pageFirstFromNetwork(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (thrown) {
    const kept = await caches.match(PAGE);
    if (kept === undefined) throw thrown;
    return kept;
  }
}

/** The names of files change with their content, so a kept one is the right one. */
async function fileFirstFromCache(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? (await fetch(request));
}
