import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xiguan } from '../application/street.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;
beforeAll(async () => {
  door = await openTestApp();
});
afterAll(() => door.close());

// That they arrive is told in tests/application/messages; the shipped packs have no process that waits for one.
describe('messages and signals at the door', () => {
  it.each(['/api/messages', '/api/signals'])(
    '%s: a name that no process knows is told, and leaves nothing',
    async (url) => {
      const answer = await door.ask(xiguan.administrator, 'POST', url, { name: 'nobody-knows' });
      expect(answer).toMatchObject({ status: 422, body: { code: 'message-unknown' } });
      expect(await door.street.rows('select id from message union all select id from signal')).toEqual([]);
    },
  );

  it.each(['/api/messages', '/api/signals'])('%s: personal data is refused with its place', async (url) => {
    const variables = { household: { idCard: '620502199001011234' } };
    const answer = await door.ask(xiguan.administrator, 'POST', url, { name: 'x', variables });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'variables-personal', problems: [{ path: '/variables/household/idCard' }] },
    });
  });

  it.each(['/api/messages', '/api/signals'])('%s: is not for everybody', async (url) => {
    const answer = await door.ask(xiguan.worker, 'POST', url, { name: 'x' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  });

  it('an area outside one’s own does not exist', async () => {
    const answer = await door.ask(xiguan.administrator, 'POST', '/api/messages', { name: 'x', area: '999999999' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'area-unknown' } });
  });

  it('asks for a key', async () => {
    const answer = await door.ask(
      xiguan.administrator,
      'POST',
      '/api/messages',
      { name: 'x' },
      { 'idempotency-key': '' },
    );
    expect(answer.body.code).toBe('idempotency-key-missing');
  });
});
