import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';

// Run before every test file. What a file opens it closes: a child process, a server, a connection or a worker thread
// that is left fails the file, because in the product it would keep a node from ending.

const watched: Readonly<Record<string, string>> = {
  ProcessWrap: 'a child process',
  TCPServerWrap: 'a listening server',
  TCPSocketWrap: 'a connection',
  Worker: 'a worker thread',
  MessagePort: 'a worker thread or a message port',
};

function openResources(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

const before = openResources();

function leaks(): string[] {
  const now = openResources();
  return Object.entries(watched).flatMap(([kind, what]) =>
    (now.get(kind) ?? 0) > (before.get(kind) ?? 0) ? what : [],
  );
}

afterAll(async () => {
  // What was closed a moment ago may need a few turns of the loop to be gone.
  for (let waited = 0; leaks().length > 0 && waited < 2000; waited += 50) await sleep(50);
  const left = leaks();
  if (left.length > 0) throw new Error(`This file leaves open: ${left.join(', ')}. Close it in afterAll or afterEach.`);
});
