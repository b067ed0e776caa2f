import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { beginSession } from '../../server/application/sessions/begin-session.ts';
import { buildApp } from '../../server/http/app.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../application/drawn-street.ts';

const community = '620502005001';
const grid = '620502005001001';

const asking = (id: string, approval: string, more = ''): string => `
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="${id}-s" /><bpmn:sequenceFlow id="${id}-1" sourceRef="${id}-s" targetRef="${id}-ask" />
    <bpmn:userTask id="${id}-ask" name="会签"><bpmn:extensionElements>
      <grid:assignment area="=area" /><grid:approval ${approval} />${more}
      <zeebe:formDefinition formId="opinion" />
    </bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="${id}-2" sourceRef="${id}-ask" targetRef="${id}-e" /><bpmn:endEvent id="${id}-e" />
  </bpmn:process>`;

const posts = 'posts="community-officer community-secretary community-mediation community-agent"';
const street = drawn(
  asking('all', `mode="all" ${posts}`, '<grid:told posts="street-office" /><grid:duties feedback="hotline-clerk" />') +
    asking('vote', `mode="vote" needed="2" ${posts}`) +
    asking('sequence', `mode="sequence" ${posts}`) +
    asking('any', `mode="any" ${posts}`) +
    asking('several', 'mode="all" posts="mediator needs-listener" ') +
    asking('holders', 'mode="all" of="holders" posts="hotline-clerk"'),
);

let opened: DrawnStreet;
let app: FastifyInstance;

beforeAll(async () => {
  opened = await openDrawnStreet(street);
  app = await buildApp(opened.context, { host: '127.0.0.1', port: 3000 });
});

afterAll(async () => {
  await app.close();
  await opened.close();
});

let lastKey = 0;
const tokens = new Map<string, Promise<string>>();

async function sessionOf(account: string): Promise<string> {
  const { person } = await opened.person(account);
  const { database, tenant } = opened.context;
  return database.transaction(async (tx) => (await beginSession(tx, tenant, person)).token);
}

async function ask(account: string, method: 'GET' | 'POST', url: string, payload?: object) {
  const token = tokens.get(account) ?? sessionOf(account);
  tokens.set(account, token);
  const headers = { cookie: `gridloom=${await token}`, 'idempotency-key': `approval-${++lastKey}` };
  const response = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  // What the contract says it is; tests look into it as they need.
  return { status: response.statusCode, body: response.json() as ReturnType<typeof JSON.parse> };
}

/** Ids of somebody's user tasks of an instance. */
async function workOf(account: string, instance: string): Promise<readonly string[]> {
  const { body } = await ask(account, 'GET', '/api/user-tasks');
  return body.userTasks.map(({ id }: { id: string }) => id).filter((id: string) => id.startsWith(instance));
}

async function say(account: string, instance: string, opinion: 'approve' | 'refuse'): Promise<string> {
  const [id] = await workOf(account, instance);
  const data = opinion === 'refuse' ? { opinion, reason: '还要再看看' } : { opinion };
  const { status, body } = await ask(account, 'POST', `/api/user-tasks/${id}/complete`, { data });
  return status === 200 ? 'done' : body.code;
}

async function outcome(instance: string): Promise<object> {
  const { approval } = await opened.variablesOf(instance);
  return { status: await opened.statusOf(instance), approval };
}

describe('several who decide together, over HTTP', () => {
  it('会签 fails with the first refusal, and nobody has it any more', async () => {
    const instance = await opened.begin('all', { area: community });

    expect(await say('jiaqiaoyun', instance, 'approve')).toBe('done');
    expect(await say('chenxiaoming', instance, 'refuse')).toBe('done');
    expect(await outcome(instance)).toMatchObject({
      status: 'completed',
      approval: { passed: false, approvals: 1, refusals: 1, undecided: 1 },
    });
    expect(await workOf('tianzhihong', instance)).toEqual([]);
  });

  it('会签 passes when all have agreed; who holds two of the posts is asked once', async () => {
    const instance = await opened.begin('all', { area: community });

    expect(await workOf('tianzhihong', instance)).toHaveLength(1);
    for (const account of ['chenxiaoming', 'tianzhihong', 'jiaqiaoyun']) await say(account, instance, 'approve');
    expect(await outcome(instance)).toMatchObject({ approval: { passed: true, approvals: 3, undecided: 0 } });
  });

  it('票签 passes early, and fails early when it cannot be reached any more', async () => {
    const passing = await opened.begin('vote', { area: community });
    await say('chenxiaoming', passing, 'approve');
    await say('jiaqiaoyun', passing, 'approve');
    const failing = await opened.begin('vote', { area: community });
    await say('chenxiaoming', failing, 'refuse');
    await say('jiaqiaoyun', failing, 'refuse');

    expect(await outcome(passing)).toMatchObject({ approval: { passed: true, approvals: 2, undecided: 1 } });
    expect(await outcome(failing)).toMatchObject({ approval: { passed: false, refusals: 2, undecided: 1 } });
  });

  it('依次 asks one after the other', async () => {
    const instance = await opened.begin('sequence', { area: community });

    expect(await workOf('jiaqiaoyun', instance)).toEqual([]);
    for (const account of ['chenxiaoming', 'tianzhihong', 'jiaqiaoyun'])
      expect(await say(account, instance, 'approve')).toBe('done');
    expect(await outcome(instance)).toMatchObject({ approval: { passed: true, approvals: 3 } });
  });

  it('或签 is decided by whoever answers first', async () => {
    const instance = await opened.begin('any', { area: community });

    expect(await say('jiaqiaoyun', instance, 'refuse')).toBe('done');
    expect(await outcome(instance)).toMatchObject({ approval: { passed: false, refusals: 1, undecided: 2 } });
  });

  it('asks each holder by name, and gives nobody the answer of another', async () => {
    const instance = await opened.begin('holders', { area: community });
    const [mine] = await workOf('hewenjing', instance);
    const foreign = await ask('tianyujie', 'POST', `/api/user-tasks/${mine}/complete`, {
      data: { opinion: 'approve' },
    });

    expect([await workOf('hewenjing', instance), await workOf('tianyujie', instance)].map((one) => one.length)).toEqual(
      [1, 1],
    );
    expect([foreign.status, foreign.body.code]).toEqual([404, 'user-task-unknown']);
    expect(await say('tianyujie', instance, 'approve')).toBe('done');
    expect(await say('hewenjing', instance, 'approve')).toBe('done');
    expect(await outcome(instance)).toMatchObject({ approval: { passed: true, approvals: 2 } });
  });

  it('asks somebody who holds several posts in two grids once in all', async () => {
    const instance = await opened.begin('several', { area: [grid, '620502005001004'] });

    expect(await workOf('maxiaolan', instance)).toHaveLength(1);
    await say('maxiaolan', instance, 'approve');
    expect(await outcome(instance)).toMatchObject({ approval: { passed: true, approvals: 1, undecided: 0 } });
  });

  it('tells each of them by which rule they decide, who has answered and whose turn it is', async () => {
    const instance = await opened.begin('sequence', { area: community });
    await say('chenxiaoming', instance, 'approve');
    const [id] = await workOf('tianzhihong', instance);
    const { body } = await ask('tianzhihong', 'GET', `/api/user-tasks/${id}`);

    expect(body.joint).toMatchObject({
      mode: 'sequence',
      needed: 3,
      voters: [
        { person: { name: '陈晓明' }, state: 'approve', isThis: false },
        { person: { name: '田志宏' }, state: 'asked', isThis: true },
        { position: { post: 'community-agent' }, state: 'later', isThis: false },
      ],
    });
  });

  it('takes no answer that says neither', async () => {
    const instance = await opened.begin('all', { area: community });
    const [id] = await workOf('jiaqiaoyun', instance);
    const { status, body } = await ask('jiaqiaoyun', 'POST', `/api/user-tasks/${id}/complete`, { data: {} });

    expect([status, body.code]).toEqual([422, 'submission-invalid']);
  });
});
