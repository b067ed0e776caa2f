import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';

let opened: TestApp;

beforeAll(async () => {
  opened = await openTestApp();
});

afterAll(() => opened.close());

describe('far more requests at once than the database can take', () => {
  it('are answered, or told to come again in a second, and leave nothing behind', async () => {
    await opened.ask('maxiaolan', 'GET', '/api/areas');

    const answers = await Promise.all(Array.from({ length: 600 }, () => opened.ask('maxiaolan', 'GET', '/api/areas')));

    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([429]));
    expect(refused[0]?.body).toMatchObject({ code: 'too-busy' });
    expect(refused[0]?.headers['retry-after']).toBe('1');
    expect((await opened.ask('maxiaolan', 'GET', '/api/areas')).status).toBe(200);
  });
});
