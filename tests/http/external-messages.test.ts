import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addWorker, removeWorker } from '../../server/application/external-jobs/external-workers.ts';
import { buildApp } from '../../server/http/app.ts';
import { drawn, openDrawnStreet, visitUntil, type DrawnStreet } from '../application/drawn-street.ts';
import type { OtherSystem, Said } from './external-street.ts';

/** A visit waits for the meter to be read; a burst pipe begins a repair. */
const processes = drawn(`
  ${visitUntil('meter-read')}
  <bpmn:message id="m2" name="pipe-burst" />
  <bpmn:process id="repair" isExecutable="true">
    <bpmn:startEvent id="rs"><bpmn:messageEventDefinition id="rd" messageRef="m2" /></bpmn:startEvent>
    <bpmn:sequenceFlow id="r1" sourceRef="rs" targetRef="re" /><bpmn:endEvent id="re" />
  </bpmn:process>`);

let street: DrawnStreet;
let app: FastifyInstance;
let water: OtherSystem;
let taken = 0;
beforeAll(async () => {
  street = await openDrawnStreet(processes);
  app = await buildApp(street.context, { host: '127.0.0.1', port: 3000 });
  water = await letIn('水务', 'meter-read', 'pipe-burst');
});
afterEach(() => street.forget());
afterAll(async () => {
  await app.close();
  await street.close();
});

function letIn(name: string, ...messages: readonly string[]): Promise<OtherSystem> {
  return street.context.database.transaction((tx) => addWorker(street.context, tx, null, { name, messages }));
}

async function say({ token }: { readonly token: string }, body: object): Promise<Said> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/external-messages',
    headers: { authorization: `Bearer ${token}` },
    payload: { messageId: `id-${(taken += 1)}`, ...body },
  });
  return { status: response.statusCode, headers: response.headers, body: response.json() };
}

const said = ({ status, body }: Said): readonly unknown[] => [status, body.code];

describe('a message of another system', () => {
  it('reaches the one it correlates with, and the answer says whom', async () => {
    const [one, other] = [
      await street.begin('visit', { household: 'A' }),
      await street.begin('visit', { household: 'B' }),
    ];
    const { status, body } = await say(water, { name: 'meter-read', correlation: 'A', variables: { cubic: 12 } });
    expect([status, body.outcome, body.instances]).toEqual([200, 'reached', [one]]);
    expect([await street.variablesOf(one), await street.statusOf(other)]).toEqual([
      { household: 'A', cubic: 12 },
      'running',
    ]);
  });

  it('begins what begins by it', async () => {
    expect((await say(water, { name: 'pipe-burst' })).body.outcome).toBe('started');
    expect(await street.instances()).toEqual(['repair completed']);
  });

  it('is kept for as long as it says, and not at all where it says so', async () => {
    const kept = await say(water, { name: 'meter-read', correlation: 'C', timeToLive: 60 });
    const lost = await say(water, { name: 'meter-read', correlation: 'D', timeToLive: 0 });
    expect([kept.body.outcome, lost.body.outcome]).toEqual(['buffered', 'undelivered']);
  });

  it('that is repeated is taken once and gets the same answer, though its life is over', async () => {
    const message = { name: 'pipe-burst', timeToLive: 0, messageId: 'burst-7' };
    const answers = [await say(water, message), await say(water, message), await say(water, message)];
    expect(answers.map(({ body }) => body)).toEqual([answers[0]?.body, answers[0]?.body, answers[0]?.body]);
    expect(await street.instances()).toEqual(['repair completed']);
  });

  it('that is sent twice at once begins one process', async () => {
    const message = { name: 'pipe-burst', messageId: 'burst-8' };
    const answers = await Promise.all([say(water, message), say(water, message)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await street.instances()).toEqual(['repair completed']);
  });

  it('with the id of another one is refused; the ids of two systems have nothing to do with each other', async () => {
    const gas = await letIn('燃气', 'pipe-burst');
    await say(water, { name: 'pipe-burst', messageId: 'burst-9' });
    const other = await say(water, { name: 'pipe-burst', variables: { street: 3 }, messageId: 'burst-9' });
    const theirs = await say(gas, { name: 'pipe-burst', variables: { street: 3 }, messageId: 'burst-9' });
    expect([said(other), said(theirs)]).toEqual([
      [409, 'message-id-reused'],
      [200, undefined],
    ]);
  });

  it('of a name it was not let in for is refused and changes nothing', async () => {
    const board = await letIn('公告栏', 'meter-read');
    expect(said(await say(board, { name: 'pipe-burst' }))).toEqual([403, 'message-not-yours']);
    expect(await street.instances()).toEqual([]);
  });

  it.each([
    [422, 'variables-personal', { variables: { phone: '13800138000' } }],
    [404, 'area-unknown', { area: '999999999' }],
    [400, 'request-invalid', { messageId: '' }],
    [400, 'request-invalid', { timeToLive: -1 }],
  ])('is refused where it is wrong: %s %s', async (status, code, more) => {
    expect(said(await say(water, { name: 'pipe-burst', ...more }))).toEqual([status, code]);
    expect(await street.instances()).toEqual([]);
  });

  it('that no process knows is told, also to one that was let in for it', async () => {
    const early = await letIn('热力', 'heat-lost');
    expect(said(await say(early, { name: 'heat-lost' }))).toEqual([422, 'message-unknown']);
  });

  it('is not taken without a token, with a wrong one, or from whoever was let out', async () => {
    const gone = await letIn('有线', 'pipe-burst');
    await street.context.database.transaction((tx) => removeWorker(street.context, tx, null, gone.id));
    const answers = await Promise.all(
      [{ token: '' }, { token: 'x'.repeat(43) }, gone].map((who) => say(who, { name: 'pipe-burst' })),
    );
    expect(answers.map(said)).toEqual([1, 2, 3].map(() => [401, 'worker-token-wrong']));
  });
});
