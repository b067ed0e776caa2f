import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportCase } from '../../server/application/cases/report-case.ts';
import type { Pulse } from '../../server/application/observing/readiness.ts';
import { buildApp } from '../../server/http/app.ts';
import { categoryOf, onTheSpot } from '../application/doctor/live-street.ts';
import { openStreet, type Street, xiguan } from '../application/street.ts';

let street: Street;
beforeAll(async () => {
  street = await openStreet();
});
afterAll(() => street.close());

interface Asked {
  readonly url: string;
  readonly hands?: readonly Pulse[];
  readonly token?: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly silent?: boolean;
}

const lively: readonly Pulse[] = [{ hand: 'worker', seconds: 0.5 }];

async function ask({ url, hands = lively, token, from, headers = {}, silent = false }: Asked) {
  const database = silent
    ? { ...street.context.database, read: () => Promise.reject(new Error('gone')) }
    : street.context.database;
  const options = { host: '127.0.0.1', port: 3000, hands: () => hands, metricsToken: token ?? null };
  const app = await buildApp({ ...street.context, database }, options);
  const answer = await app.inject({ url, headers, ...(from === undefined ? {} : { remoteAddress: from }) });
  await app.close();
  return { status: answer.statusCode, text: answer.body, type: String(answer.headers['content-type']) };
}

describe('/readyz', () => {
  it('is ready when the database answers, has the schema, and the workers look', async () => {
    expect(await ask({ url: '/readyz' })).toMatchObject({ status: 200, text: expect.stringContaining('"ready"') });
  });

  it.each([
    ['a database that does not answer', { silent: true }, 'database-silent'],
    ['a worker that has not looked for long', { hands: [{ hand: 'timekeeper', seconds: 61 }] }, 'hands-resting'],
    ['no workers', { hands: [] }, 'hands-resting'],
  ])('is not ready with %s, and says so', async (_, wishes, code) => {
    const answer = await ask({ url: '/readyz', ...wishes });
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text).code).toBe(code);
  });

  it('is not ready while a migration of this program is missing', async () => {
    const { database } = street.context;
    const rename = (from: string, to: string) =>
      database.transaction((tx) => tx.query('update mikro_orm_migrations set name = $2 where name = $1', [from, to]));
    await rename('0002', 'other');
    const answer = await ask({ url: '/readyz' });
    await rename('other', '0002');
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'schema-behind', details: { migrations: '0002' } });
  });
});

describe('/metrics', () => {
  it.each([
    ['from this machine', {}, 200],
    ['from another machine', { from: '10.0.0.7' }, 403],
    ['from a proxy on this machine that hands it on', { headers: { 'x-forwarded-for': '10.0.0.7' } }, 403],
    [
      'from another machine with the token',
      { from: '10.0.0.7', token: 'secret-token', headers: { authorization: 'Bearer secret-token' } },
      200,
    ],
    [
      'from another machine with another token',
      { from: '10.0.0.7', token: 'secret-token', headers: { authorization: 'Bearer secret' } },
      403,
    ],
    [
      'from another machine with an empty token where none is set',
      { from: '10.0.0.7', headers: { authorization: 'Bearer ' } },
      403,
    ],
  ] as const)('answers whoever may read it: %s', async (_, wishes, status) => {
    expect((await ask({ url: '/metrics', ...wishes })).status).toBe(status);
  });

  it('is the text form of Prometheus: every line a comment or a value, every name with help and type', async () => {
    const { text, type } = await ask({ url: '/metrics' });
    const lines = text.trimEnd().split('\n');
    const values = lines.filter((line) => !line.startsWith('#'));
    const value = /^[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? -?[\d.e+-]+$/;
    const named = (line: string): string => line.replace(/[{ ].*$/, '').replace(/_(bucket|sum|count)$/, '');
    const typed = lines.flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []);
    expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(values.filter((line) => !value.test(line))).toEqual([]);
    expect(values.map(named).filter((name) => !typed.includes(name))).toEqual([]);
    expect(new Set(typed).size).toBe(typed.length);
  });

  it('says how old the oldest piece of each queue is, and counts commands and requests', async () => {
    const worker = await street.actor(xiguan.worker);
    const release = await street.context.database.read((tx) => street.context.releases.current(tx));
    const data = { ...onTheSpot, category: categoryOf(release) };
    await street.context.database.transaction((tx) =>
      reportCase(street.context, tx, worker, { caseType: 'event', area: xiguan.grid01, data }),
    );
    await street.advance(90_000);
    await ask({ url: '/healthz' });
    const { text } = await ask({ url: '/metrics' });
    const figure = (series: string): number =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${series} `))
          ?.split(' ')[1],
      );
    expect(figure('gridloom_queue_oldest_seconds{queue="jobs"}')).toBeGreaterThanOrEqual(90);
    expect(figure('gridloom_queue_due{queue="jobs"}')).toBe(1);
    expect(figure('gridloom_incidents_open')).toBe(0);
    expect(figure('gridloom_command_seconds_count{command="create-instance"}')).toBe(1);
    expect(figure('gridloom_http_request_seconds_count{method="GET",route="/healthz",status="2xx"}')).toBe(1);
    expect(figure('gridloom_hand_idle_seconds{hand="worker"}')).toBe(0.5);
  });

  it('answers also when the database does not', async () => {
    const { status, text } = await ask({ url: '/metrics', silent: true });
    expect(status).toBe(200);
    expect(text).toContain('gridloom_database_up 0');
    expect(text).toContain('process_cpu_seconds_total');
  });
});
