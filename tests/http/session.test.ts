import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { addPerson } from '../../server/application/people/add-person.ts';
import { issueSetupCode } from '../../server/application/sessions/setup-code.ts';
import { xiguan } from '../application/street.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;

beforeAll(async () => {
  door = await openTestApp();
});

afterAll(() => door.close());

const worker = { account: xiguan.worker };

function cookieIn(headers: Readonly<Record<string, unknown>>): string {
  return String(headers['set-cookie']);
}

describe('the session door', () => {
  it('tells who is signed in, and offers the synthetic people to nobody in particular', async () => {
    const [nobody, somebody] = [
      await door.ask(null, 'GET', '/api/session'),
      await door.ask(xiguan.worker, 'GET', '/api/session'),
    ];
    expect(nobody.body).toMatchObject({ person: null, demo: true, place: { area: { name: '西关街道' } } });
    expect(nobody.body.demoPeople.map(({ account }: { account: string }) => account)).toContain(xiguan.worker);
    expect(somebody.body).toMatchObject({
      person: { account: xiguan.worker, scope: [{ name: '西关 01 网格' }, { name: '西关 04 网格' }] },
      demoPeople: [],
    });
  });

  it('gives a cookie that scripts cannot read and other sites cannot use', async () => {
    const { status, headers } = await door.ask(null, 'POST', '/api/session/demo', worker);
    expect(status).toBe(200);
    expect(cookieIn(headers)).toMatch(/^gridloom=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('binds the cookie to host and https behind a proxy that is trusted', async () => {
    const app = await buildApp(door.street.context, { host: '127.0.0.1', port: 3000, trustedProxies: ['127.0.0.1'] });
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await app.inject({ method: 'POST', url: '/api/session/demo', payload: worker, headers });
    await app.close();
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-gridloom=.*; Secure; /);
    expect(answer.headers['strict-transport-security']).toBeDefined();
  });

  it('believes no such word from anybody else', async () => {
    const { headers } = await door.ask(null, 'POST', '/api/session/demo', worker, { 'x-forwarded-proto': 'https' });
    expect(cookieIn(headers)).toMatch(/^gridloom=/);
  });

  it('takes the cookie back', async () => {
    const { headers } = await door.ask(null, 'POST', '/api/session/demo', worker);
    const cookie = cookieIn(headers).split(';')[0] ?? '';
    const left = await door.ask(null, 'DELETE', '/api/session', undefined, { cookie });
    expect([left.status, left.body]).toEqual([200, { done: true }]);
    expect((await door.ask(null, 'GET', '/api/areas', undefined, { cookie })).status).toBe(401);
  });

  it('lets nobody in with a cookie it did not give', async () => {
    const cookie = 'gridloom=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    expect((await door.ask(null, 'GET', '/api/areas', undefined, { cookie })).body.code).toBe('signed-out');
  });

  it('makes the first administrator, who is signed in at once', async () => {
    const code = await issueSetupCode(door.street.context);
    const wanted = { code, name: '第一人', account: 'first', password: 'correct horse battery' };
    const { status, headers, body } = await door.ask(null, 'POST', '/api/administrator', wanted);
    expect([status, body.person.account, body.needsAdministrator]).toEqual([200, 'first', false]);
    expect(cookieIn(headers)).toContain('HttpOnly');
    expect((await door.ask(null, 'POST', '/api/administrator', wanted)).body.code).toBe('setup-closed');
  });

  it('shows somebody with a first password nothing but the way to change it', async () => {
    const administrator = await door.street.actor(xiguan.administrator);
    const { firstPassword } = await addPerson(door.street.context, administrator, null, {
      name: '新人',
      account: 'newcomer',
    });
    const { headers } = await door.ask(null, 'POST', '/api/session', { account: 'newcomer', password: firstPassword });
    const cookie = { cookie: cookieIn(headers).split(';')[0] ?? '' };
    expect((await door.ask(null, 'GET', '/api/areas', undefined, cookie)).body.code).toBe('must-change-password');

    const change = { current: firstPassword, next: 'my own long password' };
    expect((await door.ask(null, 'POST', '/api/session/password', change, cookie)).status).toBe(200);
    expect((await door.ask(null, 'GET', '/api/areas', undefined, cookie)).status).toBe(200);
  });
});

describe('a command from another site', () => {
  it.each([
    ['that says where it comes from', { origin: 'https://elsewhere.example' }],
    ['with an origin that hides', { origin: 'null' }],
    ['that a browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['on another port of this machine', { origin: 'http://localhost:9999' }],
  ])('is not done: %s', async (_, headers) => {
    const { status, body } = await door.ask(null, 'POST', '/api/session/demo', worker, {
      host: 'localhost:3000',
      ...headers,
    });
    expect([status, body.code]).toEqual([403, 'origin-foreign']);
  });

  it('is none when it comes from our own pages', async () => {
    const headers = { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
    expect((await door.ask(null, 'POST', '/api/session/demo', worker, headers)).status).toBe(200);
  });

  it('does not sign a synthetic person in under a borrowed name', async () => {
    const headers = { host: 'rebound.example', origin: 'http://rebound.example' };
    expect((await door.ask(null, 'POST', '/api/session/demo', worker, headers)).body.code).toBe('not-reachable-here');
  });
});

describe('trying secrets', () => {
  it('is slowed down, and says when to try again', async () => {
    const wanted = { code: 'XXXXXXXX', name: '某人', account: 'some.one', password: 'correct horse battery' };
    const answers = [];
    for (let time = 0; time < 12; time++) answers.push(await door.ask(null, 'POST', '/api/administrator', wanted));
    const last = answers.at(-1);
    expect([last?.status, last?.body.code]).toEqual([429, 'too-many-requests']);
    expect(last?.body.zh).toMatch(/请过 \d+ 秒再试/);
  });
});
