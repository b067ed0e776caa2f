import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { openStreet, type Street, xiguan } from '../application/street.ts';

let street: Street;

beforeAll(async () => {
  street = await openStreet();
});

afterAll(() => street.close());

/** Everything that is written while somebody of the street does something. */
async function logOf(method: 'GET' | 'POST', url: string, payload?: object): Promise<string> {
  const lines: string[] = [];
  const write = (facts: object, message: string): void => void lines.push(JSON.stringify({ ...facts, message }));
  const app = await buildApp(
    { ...street.context, log: { info: write, warn: write, error: write } },
    { host: '127.0.0.1', port: 3000 },
  );
  const token = await street.token(xiguan.worker);
  const headers = { cookie: `gridloom=${token}`, 'idempotency-key': 'canary-key-1' };
  await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  await app.close();
  expect(lines.length).toBeGreaterThan(0);
  return lines.join('\n').replaceAll(token, 'THE TOKEN');
}

const canary = /金丝雀|13800007777|canary|THE TOKEN|马小兰|maxiaolan/;

describe('the log', () => {
  it('says which operation it was, how it ended and how long it took', async () => {
    const line = JSON.parse(await logOf('GET', '/api/areas'));
    expect(line).toEqual({
      id: expect.any(String),
      method: 'GET',
      route: '/api/areas',
      status: 200,
      ms: expect.any(Number),
      message: 'request',
    });
  });

  it.each([
    ['a search', 'GET', '/api/ledgers/household/entries?q=金丝雀', undefined],
    ['a wrong password', 'POST', '/api/session', { account: 'canary', password: 'canary-password' }],
    [
      'an entry',
      'POST',
      '/api/ledgers/household/entries',
      { area: xiguan.grid01, data: { address: '金丝雀巷 1 号', contactName: '金丝雀', phone: '13800007777' } },
    ],
    [
      'a form that is wrong',
      'POST',
      '/api/ledgers/household/entries',
      { area: xiguan.grid01, data: { address: '金', contactName: '金丝雀', phone: 'canary' } },
    ],
    ['a body that is wrong', 'POST', '/api/ledgers/household/entries', { area: '金丝雀', canary: 1 }],
  ] as const)('names nobody and nothing that was typed: %s', async (_, method, url, payload) => {
    expect(await logOf(method, encodeURI(url), payload)).not.toMatch(canary);
  });

  it('keeps what the database quotes to itself', async () => {
    const quoting = Object.assign(new Error('duplicate key: (account)=(canary)'), {
      code: '23505',
      constraint: 'person_account_key',
    });
    const lines: string[] = [];
    const write = (facts: object, message: string): void => void lines.push(JSON.stringify({ ...facts, message }));
    const failing = { ...street.context.database, read: () => Promise.reject(quoting) };
    const app = await buildApp(
      { ...street.context, database: failing, log: { info: write, warn: write, error: write } },
      { host: '127.0.0.1', port: 3000 },
    );
    await app.inject({ method: 'GET', url: '/api/session' });
    await app.close();
    expect(lines.join('\n')).toContain('person_account_key');
    expect(lines.join('\n')).not.toMatch(canary);
  });
});
