import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terminalOperations } from '../../server/application/terminal/terminal-operations.ts';
import { xiguan } from '../application/street.ts';
import { administratorOf } from './drafting.ts';
import { openTestApp, type Answer, type TestApp } from './open-test-app.ts';

let door: TestApp;
beforeAll(async () => {
  door = await openTestApp();
  await administratorOf(door, '620502', administrator);
});
afterAll(() => door.close());

/** Administers the whole county; whoever administers one street of it does not decide about workers. */
const administrator = 'zhangsan';
const jobTypes = ['water-bill.check'];
const asking = { most: 1, leaseSeconds: 60, waitSeconds: 0 };

function revoke(id: string): Promise<Answer> {
  return door.ask(administrator, 'POST', `/api/external-workers/${id}/revoke`);
}

async function statusWith(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await door.ask(null, 'POST', '/api/external-jobs/activate', asking, headers)).status;
}

describe('external workers', () => {
  it('are let in by an administrator of the whole street: the token is told once, and only its hash is kept', async () => {
    const added = await door.ask(administrator, 'POST', '/api/external-workers', { name: '水务', jobTypes });
    expect(added.status).toBe(200);
    expect(await statusWith(added.body.token)).toBe(200);
    const listed = await door.ask(administrator, 'GET', '/api/external-workers');
    expect(listed.body.workers).toMatchObject([{ id: added.body.id, name: '水务', jobTypes, lastSeenAt: null }]);
    expect(listed.text).not.toContain(added.body.token);
    const everything = await door.street.rows('select token_hash from external_worker');
    expect(JSON.stringify([everything, await door.street.rows('select answer from command_log')])).not.toContain(
      added.body.token,
    );
  });

  it('have names of their own', async () => {
    const body = { name: '电力', jobTypes };
    await door.ask(administrator, 'POST', '/api/external-workers', body);
    const again = await door.ask(administrator, 'POST', '/api/external-workers', body);
    expect([again.status, again.body.code]).toEqual([409, 'worker-name-taken']);
  });

  it('are revoked at once, once, and the audit says by whom', async () => {
    const { body } = await door.ask(administrator, 'POST', '/api/external-workers', { name: '燃气', jobTypes });
    const revoked = await revoke(body.id);
    expect([revoked.status, await statusWith(body.token)]).toEqual([200, 401]);
    const again = await revoke(body.id);
    expect([again.status, again.body.code]).toEqual([404, 'worker-unknown']);
    const lines = await door.street.rows<{ action: string; person_id: string }>(
      'select action, person_id from audit where subject_id = $1 order by id',
      body.id,
    );
    const person_id = await door.street.personId(administrator);
    expect(lines).toEqual([
      { action: 'worker-added', person_id },
      { action: 'worker-revoked', person_id },
    ]);
  });

  it.each([
    ['GET', ''],
    ['POST', ''],
    ['POST', `/${crypto.randomUUID()}/revoke`],
  ] as const)('are nobody else’s business: %s %s', async (method, path) => {
    const body = method === 'POST' && path === '' ? { name: 'x', jobTypes } : undefined;
    for (const account of [xiguan.worker, xiguan.administrator]) {
      const { status, body: said } = await door.ask(account, method, `/api/external-workers${path}`, body);
      expect([status, said.code]).toEqual([403, 'not-permitted']);
    }
    expect((await door.ask(null, method, `/api/external-workers${path}`, body)).status).toBe(401);
  });

  it('are added, shown and removed at the terminal', async () => {
    const { workerAdd, workerList, workerRemove } = terminalOperations;
    const { context } = door.street;
    const wrong = await workerAdd.run(context, { name: '热力', types: ['grid:notify'] });
    const added = await workerAdd.run(context, { name: '热力', types: ['heat.check'] });
    const taken = await workerAdd.run(context, { name: '热力', types: ['heat.check'] });
    expect([wrong.ok, added.ok, taken.ok]).toEqual([false, true, false]);
    const { token } = added.answer as { readonly token: string };
    expect(await statusWith(token)).toBe(200);
    expect(JSON.stringify((await workerList.run(context)).answer)).toContain('热力');
    expect((await workerRemove.run(context, { name: '热力' })).ok).toBe(true);
    expect((await workerRemove.run(context, { name: '热力' })).ok).toBe(false);
    expect(await statusWith(token)).toBe(401);
  });

  it('who wait for jobs do not hold up the end of the program', async () => {
    const { body } = await door.ask(administrator, 'POST', '/api/external-workers', { name: '末班', jobTypes });
    await door.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = door.app.server.address() as AddressInfo;
    const answer = Promise.withResolvers<string>();
    const asked = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/external-jobs/activate',
      headers: { authorization: `Bearer ${body.token}`, 'content-type': 'application/json' },
    });
    asked.on('error', answer.reject).on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => answer.resolve(text));
    });
    const arrived = new Promise((resolve) => door.app.server.once('request', resolve));
    asked.end(JSON.stringify({ ...asking, waitSeconds: 60 }));
    await arrived;
    await door.app.close();
    expect(JSON.parse(await answer.promise)).toEqual({ jobs: [] });
  });
});
