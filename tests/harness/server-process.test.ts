import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServerProcess, startServer } from './server/server-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const script = 'tests/harness/fixtures/small-server.ts';

describe('a server in a process of its own', () => {
  const folder = temporaryFolder('server');
  let server: ServerProcess;

  beforeEach(async () => {
    server = await startServer({ script, dataDir: folder.path });
  });

  afterEach(() => server.kill());

  it('is healthy when it is handed over', async () => {
    const answer = await fetch(`${server.url}/healthz`);
    expect(await answer.json()).toEqual({ status: 'up' });
    expect(server.output()).toContain('listening');
  });

  it('ends in peace when it is stopped', async () => {
    expect(await server.stop()).toBe(0);
    expect(existsSync(join(folder.path, 'ended'))).toBe(true);
  });

  it('is gone at once when it is killed', async () => {
    await server.kill();
    expect(await server.ended).toBe(137);
  });
});

describe('a server that does not start', () => {
  it('is an error that says what it wrote', async () => {
    const starting = startServer({ script: 'tests/harness/fixtures/missing.ts', dataDir: '.' });
    await expect(starting).rejects.toThrow(/ended before it was healthy:[^]*missing\.ts/);
  });
});
