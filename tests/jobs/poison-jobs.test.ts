import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../server/application/context.ts';
import { setPlugin } from '../../server/application/plugins/set-plugin.ts';
import { uuidv7 } from '../../server/application/uuid.ts';
import { dueJobs, leaseJob } from '../../server/database/jobs.ts';
import { pluginWorkOnce } from '../../server/jobs/plugin-lanes.ts';
import { workOnce } from '../../server/jobs/worker.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../application/drawn-street.ts';
import { xiguan } from '../application/street.ts';
import { hostOf, plain } from '../plugins/planted-plugins.ts';

const job = (name: string): string => `
  <bpmn:extensionElements>
    <zeebe:taskDefinition type="${name}:do" retries="2" />
    <zeebe:taskHeaders><zeebe:header key="retryBackoff" value="PT5S" /></zeebe:taskHeaders>
    <zeebe:ioMapping><zeebe:output source="=answer" target="answer" /></zeebe:ioMapping>
  </bpmn:extensionElements>`;

const one = (name: string): string => `
  <bpmn:process id="${name}" isExecutable="true">
    <bpmn:startEvent id="s-${name}" /><bpmn:sequenceFlow id="f-${name}" sourceRef="s-${name}" targetRef="do-${name}" />
    <bpmn:serviceTask id="do-${name}">${job(name)}</bpmn:serviceTask>
    <bpmn:boundaryEvent id="b-${name}" attachedToRef="do-${name}"><bpmn:errorEventDefinition id="d-${name}" errorRef="no-paper" /></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="g-${name}" sourceRef="do-${name}" targetRef="e-${name}" /><bpmn:endEvent id="e-${name}" />
    <bpmn:sequenceFlow id="h-${name}" sourceRef="b-${name}" targetRef="by-hand-${name}" /><bpmn:userTask id="by-hand-${name}" />
    <bpmn:sequenceFlow id="i-${name}" sourceRef="by-hand-${name}" targetRef="x-${name}" /><bpmn:endEvent id="x-${name}" />
  </bpmn:process>`;

/** What the jobs of plugins do, by their plugins: one that ends too often rests, and would keep the others from theirs. */
const handlers = {
  throws: `throw new Error('no paper');`,
  hangs: `for (;;);`,
  'never-answers': `await new Promise(() => {});`,
  'eats-memory': `const kept = []; for (;;) kept.push(new Array(1e6).fill(1.5));`,
  'ends-its-thread': `process.nextTick(() => { throw 1; }); await new Promise(() => {});`,
  'gives-up': `return { outcome: 'failed', retry: false, message: { zh: '编号不对', en: 'wrong number' } };`,
  'has-an-error': `return { outcome: 'bpmn-error', code: 'NO-PAPER', message: { zh: '没有纸', en: 'no paper' } };`,
  'has-an-unknown-error': `return { outcome: 'bpmn-error', code: 'ELSE', message: { zh: '别的', en: 'else' } };`,
  tells: `return { outcome: 'completed', variables: { answer: job.variables } };`,
} as const;

const iterated = `
  <bpmn:process id="every" isExecutable="true">
    <bpmn:startEvent id="ms" /><bpmn:sequenceFlow id="m1" sourceRef="ms" targetRef="each" />
    <bpmn:subProcess id="each">
      <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
        <zeebe:loopCharacteristics inputCollection="=households" inputElement="household" outputCollection="said" outputElement="=answer" />
      </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
      <bpmn:startEvent id="is" /><bpmn:sequenceFlow id="i1" sourceRef="is" targetRef="tell" />
      <bpmn:serviceTask id="tell"><bpmn:extensionElements><zeebe:taskDefinition type="tells:do" /></bpmn:extensionElements></bpmn:serviceTask>
      <bpmn:sequenceFlow id="i2" sourceRef="tell" targetRef="ie" /><bpmn:endEvent id="ie" />
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="m2" sourceRef="each" targetRef="wait" /><bpmn:userTask id="wait" />
    <bpmn:sequenceFlow id="m3" sourceRef="wait" targetRef="me" /><bpmn:endEvent id="me" />
  </bpmn:process>`;

let street: DrawnStreet;
let context: Context;
beforeAll(async () => {
  const jobs = [{ name: 'do', title: plain.title, parts: ['case'] as const, outputs: { answer: 1 } }];
  const manifest = { adds: { jobs }, rights: { variables: ['household', 'street'] } };
  const planted = Object.entries(handlers).map(([id, does]) => {
    return [id, { manifest, server: `export const plugin = { jobs: { do: async (job) => { ${does} } } };` }] as const;
  });
  const host = await hostOf(Object.fromEntries(planted));
  street = await openDrawnStreet(
    drawn(`<bpmn:error id="no-paper" errorCode="NO-PAPER" />${Object.keys(handlers).map(one).join('')}${iterated}`),
  );
  context = { ...street.context, plugins: host };
  const administrator = await street.person(xiguan.administrator);
  const change = { area: xiguan.street, active: true, data: {}, revision: 0 };
  for (const [id] of planted)
    await context.database.transaction((tx) => setPlugin(context, tx, administrator, id, change));
});
afterEach(() => street.forget());
afterAll(async () => {
  await context.plugins.stop();
  await street.close();
});

/** How often a job has been begun, and what has come of it. */
async function stands(instance: string): Promise<object> {
  const [left] = await street.rows<{ attempts: number }>('select attempts from job where instance_id = $1', instance);
  const incidents = await street.rows<{ code: string }>('select code from incident where instance_id = $1', instance);
  return { attempts: left?.attempts ?? null, incidents: incidents.map(({ code }) => code) };
}

describe('a job of a plugin', () => {
  test.each(['throws', 'hangs', 'never-answers', 'eats-memory', 'ends-its-thread'])(
    'that %s is tried as often as the model says, at its pace, and then there is exactly one incident',
    async (name) => {
      const instance = await street.begin(name);
      await pluginWorkOnce(context);
      expect(await stands(instance)).toEqual({ attempts: 1, incidents: [] });
      await street.passTime(3000);
      await pluginWorkOnce(context);
      expect(await stands(instance)).toEqual({ attempts: 1, incidents: [] });
      await street.passTime(2001);
      await pluginWorkOnce(context);
      await street.passTime(3_600_000);
      await Promise.all([pluginWorkOnce(context), workOnce(context)]);
      expect(await stands(instance)).toEqual({ attempts: null, incidents: ['plugin-failed'] });
      expect(await street.statusOf(instance)).toBe('running');
    },
  );

  test('that says trying again is of no use is not tried again', async () => {
    const instance = await street.begin('gives-up');
    await pluginWorkOnce(context);
    expect(await stands(instance)).toEqual({ attempts: null, incidents: ['plugin-failed'] });
  });

  test('that ends with an error takes the way the model has for it', async () => {
    const instance = await street.begin('has-an-error');
    await pluginWorkOnce(context);
    expect(await stands(instance)).toEqual({ attempts: null, incidents: [] });
    expect(await street.rows('select element from user_task where instance_id = $1', instance)).toEqual([
      { element: 'by-hand-has-an-error' },
    ]);
  });

  test('that ends with an error nobody provides for is one incident', async () => {
    const instance = await street.begin('has-an-unknown-error');
    await pluginWorkOnce(context);
    await street.passTime(3_600_000);
    await pluginWorkOnce(context);
    expect(await stands(instance)).toMatchObject({ attempts: null, incidents: [expect.any(String)] });
  });

  test('in an iteration sees what the iteration sees, as far as its rights go', async () => {
    const instance = await street.begin('every', { households: ['H1', 'H2'], street: '西关', secret: 1 });
    while ((await workOnce(context)) || (await pluginWorkOnce(context)));
    expect((await street.variablesOf(instance))['said']).toEqual([
      { household: 'H1', street: '西关' },
      { household: 'H2', street: '西关' },
    ]);
  });

  test('of a suspended instance lies still, and its attempts do not run out meanwhile', async () => {
    const instance = await street.begin('tells', { household: 'H1' });
    await street.command(instance, { type: 'suspend', because: 'test', by: { system: 'operator' } });
    for (let times = 0; times < 4; times += 1) {
      await pluginWorkOnce(context);
      await street.passTime(61_000);
    }
    expect(await stands(instance)).toEqual({ attempts: 0, incidents: [] });
    await street.command(instance, { type: 'resume', clocks: 'shift', by: { system: 'operator' } });
    await pluginWorkOnce(context);
    expect(await street.statusOf(instance)).toBe('completed');
  });
});

describe('a job that kills its process', () => {
  /** The process dies between taking the job and saying anything of it. */
  async function takeAndDie(): Promise<void> {
    await context.database.transaction(async (tx) => {
      const [due] = await dueJobs(tx, tx.now, 1);
      const until = new Date(Date.parse(tx.now) + 60_000).toISOString();
      if (!due || !(await leaseJob(tx, due, uuidv7(), tx.now, until))) throw new Error('no job is due');
    });
  }

  test('has been counted before, and after as many deaths as it has tries there is exactly one incident', async () => {
    const instance = await street.begin('tells');
    for (let deaths = 1; deaths <= 2; deaths += 1) {
      await takeAndDie();
      expect(await stands(instance)).toEqual({ attempts: deaths, incidents: [] });
      await street.passTime(61_000);
    }
    await Promise.all([workOnce(context), pluginWorkOnce(context), workOnce(context)]);
    await pluginWorkOnce(context);
    expect(await stands(instance)).toEqual({ attempts: null, incidents: ['job-without-answer'] });
  });
});
