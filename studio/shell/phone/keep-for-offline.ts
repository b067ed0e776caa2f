import { fetchForOffline } from './phone-rooms.ts';

const IDLE = 3_000;

/**
 * Lets the door open without a network: a worker keeps its page and its files. Browsers have workers in secure contexts
 * only (https, or this machine); elsewhere everything else works, only starting cold needs the network.
 */
export async function keepForOffline(): Promise<void> {
  // Typed as always there; over plain http on an office network it is not.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container === undefined) return;
  await container.register('/work-offline.js', { scope: '/work' });
  const { active } = await container.ready;
  await new Promise((resolve) => setTimeout(resolve, IDLE));
  await fetchForOffline();
  active?.postMessage({ keep: filesInUse() });
}

/** The files of this version that the page has loaded so far, and the page itself. */
function filesInUse(): readonly string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  return ['/work', '/icon.svg', ...new Set(loaded.filter((path) => path.startsWith('/assets/')))];
}
