import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { callRunningServer } from '../../server/database/local-socket/call-running-server.ts';
import {
  type LocalOperation,
  type LocalSocket,
  serveLocalSocket,
} from '../../server/database/local-socket/serve-local-socket.ts';
import { socketAddress } from '../../server/database/local-socket/socket-address.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

let socket: LocalSocket | undefined;

afterEach(async () => {
  await socket?.close();
  socket = undefined;
});

async function serve(operation: LocalOperation, dataDir = temporaryFolder('data').path): Promise<string> {
  socket = await serveLocalSocket({
    dataDir,
    operations: new Map([['demo load', operation]]),
    problemOf: (error) => ({ code: 'bug', zh: '出错了', en: String(error) }),
  });
  return dataDir;
}

describe('the local socket', () => {
  it('does a named operation and tells how far it is', async () => {
    const dataDir = await serve(async (input, report) => {
      report('1 of 1');
      return { loaded: input };
    });
    const told: string[] = [];

    const call = await callRunningServer(dataDir, 'demo load', 41, (line) => told.push(line));

    expect(call).toEqual({ kind: 'answer', answer: { loaded: 41 } });
    expect(told).toEqual(['1 of 1']);
  });

  it('says that nobody listens', async () => {
    const call = await callRunningServer(temporaryFolder('data').path, 'demo load', null, () => undefined);
    expect(call).toEqual({ kind: 'not-running' });
  });

  it('hands on why an operation was not done', async () => {
    const dataDir = await serve(() => Promise.reject(new Error('no')));
    const call = await callRunningServer(dataDir, 'demo load', null, () => undefined);
    expect(call).toEqual({ kind: 'problem', problem: { code: 'bug', zh: '出错了', en: 'Error: no' } });
  });

  it('knows no operation that was not registered', async () => {
    const dataDir = await serve(async () => null);
    const call = await callRunningServer(dataDir, 'select * from person', null, () => undefined);
    expect(call).toMatchObject({ kind: 'problem', problem: { en: 'Error: no operation select * from person' } });
  });

  it('can be opened by its user only', async () => {
    const dataDir = await serve(async () => null);
    expect(statSync(socketAddress(dataDir)).mode & 0o777).toBe(0o600);
  });

  it('finds a shorter name where the folder has too long a one', async () => {
    const dataDir = await serve(async () => 'here', join(temporaryFolder('data').path, 'x'.repeat(120)));
    const call = await callRunningServer(dataDir, 'demo load', null, () => undefined);
    expect(call).toEqual({ kind: 'answer', answer: 'here' });
  });
});
