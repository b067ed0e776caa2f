import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { DatabaseUnavailable } from '../../server/database/database-unavailable.ts';
import { xiguan } from '../application/street.ts';
import { halves } from '../application/photos/pictures.ts';
import { type Answer, openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;

beforeAll(async () => {
  door = await openTestApp();
});

afterAll(() => door.close());

const household = { area: xiguan.grid01, data: { address: '西关正街 1 号', contactName: '赵金凤' } };

/** Sends bytes as they are, as a worker of the street. */
async function send(
  url: string,
  payload: string | Buffer,
  type: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const cookie = `gridloom=${await door.street.token(xiguan.worker)}`;
  const response = await door.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { cookie, 'content-type': type, 'idempotency-key': 'raw-key-1', ...headers },
  });
  return { status: response.statusCode, headers: response.headers, text: response.body, body: response.json() };
}

function multipart(parts: readonly { name: string; filename?: string; type?: string; content: Buffer | string }[]): {
  payload: Buffer;
  type: string;
} {
  const boundary = 'gridloom-test-boundary';
  const pieces = parts.flatMap(({ name, filename, type = 'image/jpeg', content }) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: ${type}`}\r\n\r\n`,
    content,
    '\r\n',
  ]);
  return {
    payload: Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece))),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

describe('a request that is wrong', () => {
  it.each([
    ['an unknown field', { ...household, extra: 1 }, '/extra'],
    ['a missing field', { area: xiguan.grid01 }, '/data'],
    ['a wrong type', { ...household, area: 620502005001001 }, '/area'],
    ['a code off its pattern', { ...household, area: "x' or 1=1" }, '/area'],
    ['a list where an object belongs', { ...household, data: [1] }, '/data'],
  ])('is told its places: %s', async (_, body, path) => {
    const answer = await door.ask(xiguan.worker, 'POST', '/api/ledgers/household/entries', body);
    expect([answer.status, answer.body.code]).toEqual([400, 'request-invalid']);
    expect(answer.body.problems).toContainEqual({
      path,
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.stringMatching(/\w/),
    });
  });

  it.each([
    ['a filter that is none', '/api/people?sort=name;drop'],
    ['a page that is too long', '/api/people?limit=100000'],
    ['a page before the first', '/api/people?offset=-1'],
    ['a date that is none', '/api/cases?from=2026-13-45'],
    ['an id that is none', '/api/cases/1%20or%201'],
  ])('is told so in an address: %s', async (_, url) => {
    const { status, body } = await door.ask(xiguan.administrator, 'GET', url);
    expect([status, body.code]).toEqual([400, 'request-invalid']);
  });

  it.each([
    ['broken JSON', '{"area": '],
    ['a prototype in disguise', '{"__proto__": {"administrator": true}}'],
    ['a constructor in disguise', '{"constructor": {"prototype": {"x": 1}}}'],
    ['nothing at all', ''],
  ])('is told so: %s', async (_, payload) => {
    const { status, body } = await send('/api/ledgers/household/entries', payload, 'application/json');
    expect([status, body.code]).toEqual([400, 'body-not-json']);
  });

  it('is refused when it is ten megabytes of text', async () => {
    const { status, body } = await send(
      '/api/ledgers/household/entries',
      `"${'长'.repeat(3_400_000)}"`,
      'application/json',
    );
    expect([status, body.code]).toEqual([413, 'body-too-large']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/json5',
    'application/json garbage',
    'application/\tjson',
    ' application/json,text/plain',
  ])('is not read under another name: %s', async (type) => {
    const { status, body } = await send('/api/ledgers/household/entries', JSON.stringify(household), type);
    expect([status, body.code]).toEqual([415, 'media-type-unsupported']);
  });

  it('is not read as a form where JSON is wanted', async () => {
    const { payload, type } = multipart([{ name: 'area', content: xiguan.grid01 }]);
    const { status, body } = await send('/api/ledgers/household/entries', payload, type);
    expect([status, body.code]).toEqual([415, 'media-type-unsupported']);
  });

  it('changes nothing, however it was wrong', async () => {
    expect(await door.street.rows('select from ledger_entry')).toEqual([]);
    expect(await door.street.rows('select from command_log')).toEqual([]);
  });
});

describe('an address that leads nowhere', () => {
  it.each([
    ['an operation', '/api/nothing', 'operation-unknown'],
    ['an address that cannot be read', '/api/%zz', 'operation-unknown'],
    ['an address that is too long', `/api/cases/${'a'.repeat(200)}`, 'operation-unknown'],
    ['a file', '/nothing.js', 'page-unknown'],
    ['a file above the pages', '/../package.json', 'page-unknown'],
    ['the same, written otherwise', '/%2e%2e/package.json', 'page-unknown'],
    ['a case', '/api/cases/018f0000-0000-7000-8000-000000000000', 'case-unknown'],
    ['a user task', '/api/user-tasks/018f0000-0000-7000-8000-000000000000.7', 'user-task-unknown'],
    ['a meeting', '/api/meetings/018f0000-0000-7000-8000-000000000000', 'meeting-unknown'],
    ['a photo', `/api/photos/${'0'.repeat(64)}`, 'photo-unknown'],
    ['a ledger', '/api/ledgers/nothing/entries', 'ledger-unknown'],
    ['an entry', '/api/ledgers/household/entries/018f0000-0000-7000-8000-000000000000', 'entry-unknown'],
    ['a case type', '/api/case-types/nothing/report-form', 'case-type-unknown'],
  ])('says so: %s', async (_, url, code) => {
    const { status, body } = await door.ask(xiguan.worker, 'GET', url);
    expect([status, body.code]).toEqual([404, code]);
  });

  it('says so to a person who is put on a post without being there', async () => {
    const url = '/api/people/018f0000-0000-7000-8000-000000000000/assignments';
    const { status, body } = await door.ask(xiguan.administrator, 'POST', url, {
      post: 'grid-head',
      area: xiguan.grid01,
      kind: 'formal',
    });
    expect([status, body.code]).toEqual([404, 'person-unknown']);
  });
});

describe('every problem', () => {
  it('is RFC 9457 with a stable code and both languages', async () => {
    const { headers, body } = await door.ask(null, 'GET', '/api/areas');
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toEqual({
      type: 'urn:gridloom:problem:signed-out',
      status: 401,
      code: 'signed-out',
      title: expect.any(String),
      zh: expect.stringContaining('请登录'),
      en: expect.stringContaining('Sign in'),
    });
  });

  it('tells nothing of the inside when the program fails, but a number', async () => {
    const answer = await withDatabaseThat(new Error('password=hunter2 at /srv/app.ts:1'));
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'bug']);
    expect(answer.json().details.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body).not.toMatch(/hunter2|app\.ts/);
  });

  it.each([
    [false, 'database-unavailable'],
    [true, 'outcome-unknown'],
  ])('says whether something may have been done when the database went away', async (outcomeUnknown, code) => {
    const answer = await withDatabaseThat(new DatabaseUnavailable(new Error('gone'), outcomeUnknown));
    expect([answer.statusCode, answer.json().code]).toEqual([503, code]);
  });
});

/** Asks a door whose database does nothing but fail. */
async function withDatabaseThat(error: Error) {
  const { context } = door.street;
  const failing = { ...context, database: { ...context.database, read: () => Promise.reject(error) } };
  const app = await buildApp(failing, { host: '127.0.0.1', port: 3000 });
  const answer = await app.inject({ method: 'GET', url: '/api/session' });
  await app.close();
  return answer;
}

describe('a command that comes again', () => {
  const add = (key: string, data: object) =>
    door.ask(
      xiguan.worker,
      'POST',
      '/api/ledgers/household/entries',
      { ...household, data },
      { 'idempotency-key': key },
    );
  const home = { address: '西关正街 20 号', contactName: '赵金凤' };

  it('gets its first answer, and is done once', async () => {
    const [first, second] = [await add('same-key-1', home), await add('same-key-1', home)];
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await door.street.rows('select from ledger_entry')).toHaveLength(1);
  });

  it('is refused when it says something else', async () => {
    const { status, body } = await add('same-key-1', { ...home, contactName: '钱桂兰' });
    expect([status, body.code]).toEqual([409, 'idempotency-key-reused']);
  });

  it('is done once when it comes twice at the same time', async () => {
    const other = { ...home, address: '西关正街 21 号' };
    const answers = await Promise.all([add('same-key-2', other), add('same-key-2', other)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
  });

  it('may come again after it was refused', async () => {
    const refused = await add('same-key-3', { address: '' });
    const done = await add('same-key-3', { ...home, address: '西关正街 22 号' });
    expect([refused.body.code, done.status]).toEqual(['submission-invalid', 200]);
  });

  it('is somebody else’s when somebody else sends it', async () => {
    const { status } = await door.ask(
      xiguan.gridHead,
      'POST',
      '/api/ledgers/household/entries',
      { ...household, data: { ...home, address: '西关正街 23 号' } },
      { 'idempotency-key': 'same-key-1' },
    );
    expect(status).toBe(200);
  });

  it('needs a key', async () => {
    const { status, body } = await add('short', home);
    expect([status, body.code]).toEqual([400, 'idempotency-key-missing']);
  });
});

describe('a photo', () => {
  it('comes in as a form and goes out as a picture that nobody mistakes for a page', async () => {
    const { payload, type } = multipart([
      { name: 'photo', filename: '../../evil.html', type: 'text/html', content: await halves(90, 60, 'png') },
    ]);
    const { status, body } = await send('/api/photos', payload, type);
    expect([status, body.width, body.height]).toEqual([200, 90, 60]);

    const { headers } = await door.ask(xiguan.worker, 'GET', `/api/photos/${body.id}?size=thumbnail`);
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(headers['content-disposition']).toBe(`inline; filename="${body.id.slice(0, 12)}.jpg"`);
  });

  it.each([
    [
      'a page named .jpg',
      [{ name: 'photo', filename: 'a.jpg', content: '<!doctype html><script>alert(1)</script> and some more text' }],
      'photo-unreadable',
    ],
    [
      'an SVG',
      [
        {
          name: 'photo',
          filename: 'a.svg',
          type: 'image/svg+xml',
          content: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        },
      ],
      'photo-unreadable',
    ],
    [
      'two at once',
      [
        { name: 'photo', filename: 'a.jpg', content: 'x' },
        { name: 'photo', filename: 'b.jpg', content: 'y' },
      ],
      'photo-unreadable',
    ],
    ['more than fits', [{ name: 'photo', filename: 'a.jpg', content: Buffer.alloc(12_050_000) }], 'photo-too-large'],
    ['none', [], 'photo-missing'],
    ['a path to a file of the server', [{ name: 'path', content: '/etc/passwd' }], 'photo-missing'],
  ])('is refused: %s', async (_, parts, code) => {
    const { payload, type } = multipart(parts);
    expect((await send('/api/photos', payload, type)).body.code).toBe(code);
  });

  it('is not taken from JSON', async () => {
    const { status, body } = await send(
      '/api/photos',
      JSON.stringify({ files: [{ filepath: '/etc/passwd' }] }),
      'application/json',
    );
    expect([status, body.code]).toEqual([415, 'media-type-unsupported']);
  });
});
