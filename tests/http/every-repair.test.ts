import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CliCommand } from '../../server/commands/cli-command.ts';
import { operationsZh } from '../../studio/translations/operations.zh.ts';
import { xiguan } from '../application/street.ts';
import { ok } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { breakProcess, operator, reportSettled } from './stuck-cases.ts';

let door: TestApp;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  await breakProcess(door);
});
afterAll(() => door.close());

const ask = (account: string, url: string, body: object) => door.ask(account, 'POST', url, body);
const read = async (instance: string) => ok(await door.ask(operator, 'GET', `/api/instances/${instance}`));

const repairs = ['retry', 'skip', 'set-variables', 'cancel', 'suspend', 'resume', 'move', 'migrate'] as const;

/** A repair of the kind that an instance which has just got stuck can take. */
async function repairOf(kind: (typeof repairs)[number], instance: string): Promise<object> {
  const { tokens, version } = await read(instance);
  switch (kind) {
    case 'set-variables':
      return { do: kind, variables: { result: 'solved' } };
    case 'resume':
      return { do: kind, clocks: 'shift' };
    case 'move':
      return { do: kind, changes: [{ do: 'cancel', element: tokens[0].id, scope: 0 }] };
    case 'migrate':
      return { do: kind, version: version.id };
    default:
      return { do: kind };
  }
}

describe.each(repairs)('%s', (kind) => {
  it('is refused to all but operators and noted when an operator does it', async () => {
    const instance = await reportSettled(door);
    const url = `/api/instances/${instance}/repairs`;
    if (kind === 'resume') ok(await ask(operator, url, { repair: { do: 'suspend' }, reason: '先停下' }));
    const body = { repair: await repairOf(kind, instance), reason: `要做 ${kind}` };
    expect((await ask(xiguan.worker, url, body)).body.code).toBe('instance-unknown');
    expect((await ask(xiguan.administrator, url, body)).body.code).toBe('not-permitted');
    const noted = (): Promise<readonly object[]> =>
      door.street.rows(
        `select a.action, a.reason, p.account from audit a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id where a.reason = $1`,
        body.reason,
      );
    expect(await noted()).toEqual([]);
    ok(await ask(operator, url, body));
    expect(await noted()).toEqual([{ action: `instance-${kind}`, reason: body.reason, account: operator }]);
  });

  it('is a command of the terminal too, and a button', async () => {
    const module = (await import(`../../server/commands/${kind}.ts`)) as Readonly<Record<string, CliCommand>>;
    expect(Object.values(module).map(({ name }) => name)).toEqual([kind]);
    expect(operationsZh).toHaveProperty([`repair.${kind}`]);
  });
});

describe('iterations that live in instances of their own', () => {
  it('are shown to nobody who may not see their loop', async () => {
    const instance = await reportSettled(door);
    const url = `/api/instances/${instance}/iterations`;
    expect((await door.ask(xiguan.worker, 'GET', url)).body.code).toBe('instance-unknown');
    expect(ok(await door.ask(operator, 'GET', url))).toMatchObject({ iterations: [], next: null });
  });
});
