import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { phoneDoor } from '../../server/http/phone-door.ts';
import { openStreet, type Street } from '../application/street.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

let street: Street;

beforeAll(async () => {
  street = await openStreet();
});

afterAll(() => street.close());

async function get(
  url: string,
  studio = built(),
): Promise<{ status: number; text: string; headers: Readonly<Record<string, unknown>> }> {
  const app = await buildApp(street.context, { host: '127.0.0.1', port: 3000, studio });
  const answer = await app.inject({ method: 'GET', url });
  await app.close();
  return { status: answer.statusCode, text: answer.body, headers: answer.headers };
}

/** A folder as the studio's build makes it. */
function built(): string {
  const { path } = temporaryFolder('studio');
  mkdirSync(join(path, 'assets'));
  writeFileSync(join(path, 'index.html'), 'desktop');
  writeFileSync(join(path, 'work.html'), 'phone');
  writeFileSync(join(path, 'icon.svg'), '<svg/>');
  writeFileSync(join(path, 'assets', 'main-1a2b3c.js'), 'script');
  return path;
}

describe('the pages', () => {
  it.each([
    ['/', 'desktop'],
    ['/cases', 'desktop'],
    ['/cases/018f0000-0000-7000-8000-000000000000?tab=story', 'desktop'],
    ['/work', 'phone'],
    ['/work/report', 'phone'],
    ['/workers', 'desktop'],
  ])('stand behind the addresses of the client: %s', async (url, page) => {
    expect(await get(url)).toMatchObject({ status: 200, text: page });
  });

  it('are asked for again each time, their assets never', async () => {
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
    expect((await get('/icon.svg')).headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/main-1a2b3c.js')).headers['cache-control']).toContain('immutable');
  });

  it('run scripts of this server only, and are framed by nobody', async () => {
    const { headers } = await get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
  });

  it('do not send a phone on the local network to https', async () => {
    const { headers } = await get('/work');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('say what to do when they were not built', async () => {
    const { status, text } = await get('/', temporaryFolder('empty').path);
    expect([status, JSON.parse(text).code]).toEqual([503, 'studio-not-built']);
  });
});

describe('the phone door', () => {
  it('is open to this machine only when the program listens there', () => {
    expect(phoneDoor({ host: '127.0.0.1', port: 3000 })).toMatchObject({
      url: 'http://127.0.0.1:3000/work',
      reachable: false,
    });
  });

  it('has the address of the network otherwise', () => {
    expect(phoneDoor({ host: '192.168.1.20', port: 80 })).toMatchObject({
      url: 'http://192.168.1.20:80/work',
      reachable: true,
    });
  });

  it('is drawn as a square of dark and light', () => {
    const { qr, picture } = phoneDoor({ host: '192.168.1.20', port: 3000 });
    expect(qr.every((row) => row.length === qr.length && /^[01]+$/.test(row))).toBe(true);
    expect(picture.every((row) => /^[█▀▄ ]+$/.test(row))).toBe(true);
  });
});
