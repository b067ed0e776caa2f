import { afterEach, describe, expect, it, vi } from 'vitest';
import { listCases, readCase, urgeCase } from '../../../server/http/contract/cases.ts';
import { signIn } from '../../../server/http/contract/session.ts';
import { addressOf, call, onSessionLost } from '../../../studio/api/call.ts';
import { IntentKey } from '../../../studio/api/intent-key.ts';
import { uuidv7 } from '../../../studio/api/uuid.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Lets `fetch` answer, and tells what it was asked. */
function answerWith(status: number, body: unknown): { readonly asked: RequestInit[] } {
  const asked: RequestInit[] = [];
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    asked.push(request);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return { asked };
}

describe('the address of a call', () => {
  it('has its path parameters and its query, escaped', () => {
    expect(addressOf(readCase, { params: { case: 'a/b' } })).toBe('/api/cases/a%2Fb');
    expect(addressOf(listCases, { query: { q: '路灯', offset: 0 } })).toBe('/api/cases?q=%E8%B7%AF%E7%81%AF&offset=0');
  });

  it('has no trace of what is absent', () => {
    expect(addressOf(listCases, { query: { q: '', area: undefined } })).toBe('/api/cases');
  });
});

describe('a call', () => {
  it('carries the key of its intent and a JSON body', async () => {
    const { asked } = answerWith(200, { told: [] });
    await call(urgeCase, { params: { case: 'c' }, body: { words: '快' } }, { key: 'key-1' });
    expect(asked[0]).toMatchObject({
      method: 'POST',
      body: '{"words":"快"}',
      headers: { 'idempotency-key': 'key-1', 'content-type': 'application/json' },
    });
  });

  it('says no-connection when nobody answers', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call(listCases, {})).rejects.toMatchObject({ record: { code: 'no-connection', status: 0 } });
  });

  it('tells the door when the session is over, but not when a password was wrong', async () => {
    const lost = vi.fn<() => void>();
    const stop = onSessionLost(lost);
    answerWith(401, { code: 'signed-out', zh: '请登录', en: 'Sign in' });
    await expect(call(signIn, { body: { account: 'a', password: 'b' } })).rejects.toThrow('signed-out');
    expect(lost).not.toHaveBeenCalled();
    await expect(call(listCases, {})).rejects.toThrow('signed-out');
    expect(lost).toHaveBeenCalledOnce();
    stop();
  });
});

describe('the key of an intent', () => {
  it('stays while the same is tried again, and changes with the intent and after success', () => {
    const key = new IntentKey();
    const first = key.for({ words: '快' });
    expect(key.for({ words: '快' })).toBe(first);
    expect(key.for({ words: '请快' })).not.toBe(first);
    const second = key.for({ words: '请快' });
    key.done();
    expect(key.for({ words: '请快' })).not.toBe(second);
  });
});

describe('a key made on a phone', () => {
  it('is a UUID of version 7, and later ones sort later', () => {
    expect(uuidv7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidv7(1_000) < uuidv7(2_000)).toBe(true);
  });
});
