import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { beginOfferedWork } from '../../../server/application/offered-work/begin-offered-work.ts';
import { listOfferedWork } from '../../../server/application/offered-work/list-offered-work.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../drawn-street.ts';
import { xiguan } from '../street.ts';

const task = (id: string, name: string, post: string): string =>
  `<bpmn:userTask id="${id}" name="${name}"><bpmn:extensionElements><grid:assignment post="${post}" area="=place" /></bpmn:extensionElements></bpmn:userTask>`;

/** A visit in which one does what is needed, in whatever order; and one that goes step by step. */
const visits = ['visit', 'round'].map(
  (id) => `
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="${id}-s" /><bpmn:sequenceFlow id="${id}-1" sourceRef="${id}-s" targetRef="${id}-do" />
    <bpmn:adHocSubProcess id="${id}-do" ${id === 'round' ? 'ordering="Sequential"' : ''}>
      ${task(`${id}-talk`, '谈话', 'mediator')}${task(`${id}-check`, '查验', 'grid-head')}
      <bpmn:task id="${id}-note" name="记录" /><bpmn:task id="${id}-file" name="归档" />
      <bpmn:sequenceFlow id="${id}-2" sourceRef="${id}-note" targetRef="${id}-file" />
    </bpmn:adHocSubProcess>
    <bpmn:sequenceFlow id="${id}-3" sourceRef="${id}-do" targetRef="${id}-e" /><bpmn:endEvent id="${id}-e" />
  </bpmn:process>`,
);

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(drawn(visits.join('')));
});
afterEach(() => street.forget());
afterAll(() => street.close());

const begin = (process: string): Promise<string> => street.begin(process, { place: xiguan.grid01 });

/** What somebody is offered: titles, with a star where they may begin it. */
async function offered(account: string, instance: string): Promise<readonly string[]> {
  const actor = await street.person(account);
  const { context } = street;
  const work = await context.database.read((tx) => listOfferedWork(context, tx, actor, instance));
  return work.map(
    ({ title, may, going, done }) => `${title}${may ? '*' : ''}${'+'.repeat(going)}${done ? ' done' : ''}`,
  );
}

async function pick(account: string, instance: string, element: string): Promise<string | null> {
  const actor = await street.person(account);
  const { context } = street;
  const scope = await street.rows<{ scope: number }>(
    'select scope from process_scope where instance_id = $1',
    instance,
  );
  const picked = { scope: scope[0]?.scope ?? 0, element };
  const { userTask } = await context.database.transaction((tx) =>
    beginOfferedWork(context, tx, actor, instance, picked),
  );
  return userTask;
}

async function finish(instance: string, userTask: string | null): Promise<void> {
  const task = Number((userTask ?? '').split('.')[1]);
  const [row] = await street.rows<{ scope: number }>(
    'select scope from user_task where instance_id = $1 and id = $2',
    instance,
    task,
  );
  const command = {
    type: 'complete-user-task',
    task,
    scope: row?.scope ?? 0,
    variables: {},
    by: { system: 'operator' },
  } as const;
  expect(await street.command(instance, command)).toBeNull();
}

describe('work that somebody picks', () => {
  test('is offered to who would do it, but not what comes by itself', async () => {
    const visit = await begin('visit');
    expect([await offered(xiguan.worker, visit), await offered(xiguan.gridHead, visit)]).toEqual([
      ['谈话*'],
      ['查验*'],
    ]);
  });

  test('that is nobody’s own is offered to those who had a part in it', async () => {
    const visit = await begin('visit');
    await pick(xiguan.worker, visit, 'visit-talk');
    expect(await offered(xiguan.worker, visit)).toEqual(['谈话*+', '查验*', '记录*']);
  });

  test('is begun, and becomes a user task of its post', async () => {
    const visit = await begin('visit');
    const userTask = await pick(xiguan.gridHead, visit, 'visit-check');
    const rows = await street.rows(
      `select instance_id || '.' || id as id, post, area from user_task where instance_id = $1 and state = 'open'`,
      visit,
    );
    expect(rows).toEqual([{ id: userTask, post: 'grid-head', area: xiguan.grid01 }]);
  });

  test('says in the history who began it', async () => {
    const visit = await begin('visit');
    await pick(xiguan.worker, visit, 'visit-talk');
    const { person } = await street.person(xiguan.worker);
    const picked = (await street.historyOf(visit)).filter((event) => JSON.stringify(event).includes('activity-picked'));
    expect(picked).toMatchObject([{ element: 'visit-talk', by: { person } }]);
  });

  test('is done when each was done once', async () => {
    const visit = await begin('visit');
    await finish(visit, await pick(xiguan.worker, visit, 'visit-talk'));
    expect(await offered(xiguan.worker, visit)).toEqual(['谈话* done', '查验*', '记录*']);
    expect(await pick(xiguan.worker, visit, 'visit-note')).toBeNull();
    await finish(visit, await pick(xiguan.gridHead, visit, 'visit-check'));
    expect(await street.statusOf(visit)).toBe('completed');
  });

  test('of a sequential one is offered when nothing else goes on', async () => {
    const round = await begin('round');
    const talk = await pick(xiguan.worker, round, 'round-talk');
    expect(await offered(xiguan.worker, round)).toEqual([]);
    await expect(pick(xiguan.gridHead, round, 'round-check')).rejects.toThrow('instance-unknown');
    await expect(pick(xiguan.worker, round, 'round-note')).rejects.toThrow('work-not-offered');
    await finish(round, talk);
    expect(await offered(xiguan.gridHead, round)).toEqual(['查验*']);
  });

  test('that a flow leads to, or that there is not, cannot be begun', async () => {
    const visit = await begin('visit');
    await pick(xiguan.worker, visit, 'visit-talk');
    await expect(pick(xiguan.worker, visit, 'visit-file')).rejects.toThrow('work-not-offered');
    await expect(pick(xiguan.worker, visit, 'attic')).rejects.toThrow('work-not-offered');
  });

  test('of somebody else is refused, and of a matter one knows nothing of nothing is told', async () => {
    const visit = await begin('visit');
    await expect(offered('chenxiaoming', visit)).rejects.toThrow('instance-unknown');
    await expect(pick('chenxiaoming', visit, 'visit-talk')).rejects.toThrow('instance-unknown');
    await expect(pick(xiguan.administrator, visit, 'visit-talk')).rejects.toThrow('work-not-yours');
    expect(await offered(xiguan.administrator, visit)).toEqual(['谈话', '查验', '记录']);
  });

  test('is not offered while the instance is held', async () => {
    const visit = await begin('visit');
    await pick(xiguan.worker, visit, 'visit-talk');
    await street.command(visit, { type: 'suspend', because: 'test', by: { system: 'operator' } });
    expect(await offered(xiguan.worker, visit)).toEqual([]);
    await expect(pick(xiguan.worker, visit, 'visit-note')).rejects.toThrow('instance-suspended');
  });

  test('two who begin the same at once both begin it, as it may be done more than once; in a sequential one only one does', async () => {
    const [visit, round] = [await begin('visit'), await begin('round')];
    await Promise.all([1, 2].map(() => pick(xiguan.worker, visit, 'visit-talk')));
    const outcomes = await Promise.allSettled([1, 2].map(() => pick(xiguan.worker, round, 'round-talk')));
    expect(await offered(xiguan.worker, visit)).toEqual(['谈话*++', '查验*', '记录*']);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
