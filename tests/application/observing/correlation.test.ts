import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../server/application/context.ts';
import { correlated } from '../../../server/application/observing/correlation.ts';
import { drainWork } from '../../../server/application/demo/drain-work.ts';
import { buildApp } from '../../../server/http/app.ts';
import { categoryOf, onTheSpot } from '../doctor/live-street.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

let street: Street;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

interface Line {
  readonly message: string;
  readonly correlation?: string;
  readonly command?: string;
  readonly instance?: string;
}

/** What is written while a case is reported over HTTP and the workers do what follows from it. */
async function logOfAReport(): Promise<readonly string[]> {
  const lines: string[] = [];
  const write = (facts: object, message: string): void =>
    void lines.push(JSON.stringify({ ...correlated(facts), message }));
  const context: Context = { ...street.context, log: { info: write, warn: write, error: write } };
  const app = await buildApp(context, { host: '127.0.0.1', port: 3000 });
  const release = await context.database.read((tx) => context.releases.current(tx));
  const data = {
    ...onTheSpot,
    place: '金丝雀巷',
    description: '金丝雀说有两袋垃圾。',
    result: '金丝雀清走了。',
    category: categoryOf(release),
    reporterName: '金丝雀反映人',
    reporterPhone: '13800007777',
  };
  const cookie = `gridloom=${await street.token(xiguan.worker)}`;
  const payload = { caseType: 'event', area: xiguan.grid01, form: { data } };
  const answer = await app.inject({
    method: 'POST',
    url: '/api/cases',
    headers: { cookie, 'idempotency-key': 'correlated-1' },
    payload,
  });
  expect(answer.statusCode).toBe(200);
  await app.close();
  await drainWork(context);
  return lines;
}

describe('the log of a case', () => {
  it('has one id from the request to the last job, and nothing that anybody typed', async () => {
    const lines = await logOfAReport();
    const read = lines.map((line) => JSON.parse(line) as Line);
    const commands = read.filter(({ message }) => message === 'command');
    const request = read.find(({ message }) => message === 'request');
    expect(commands.map(({ command }) => command)).toEqual(expect.arrayContaining(['create-instance', 'complete-job']));
    expect(new Set(commands.map(({ correlation }) => correlation))).toEqual(new Set([request?.correlation]));
    expect(request?.correlation).toMatch(/^[0-9a-f-]{36}$/);
    expect(lines.join('\n')).not.toMatch(/金丝雀|13800007777|马小兰|maxiaolan/);
  });

  it('lets rows of jobs and letters say what they came of', async () => {
    const { context } = street;
    const rows = await street.rows<{ cause: string | null }>(
      'select cause from inbox where tenant_id = $1 union all select cause from job where tenant_id = $1',
      context.tenant,
    );
    expect(rows.filter(({ cause }) => cause === undefined)).toEqual([]);
  });
});
