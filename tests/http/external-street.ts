import type { FastifyInstance } from 'fastify';
import { addWorker } from '../../server/application/external-jobs/external-workers.ts';
import { buildApp } from '../../server/http/app.ts';
import type { ExternalJob } from '../../server/application/external-jobs/external-job.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../application/drawn-street.ts';

const check = `
  <bpmn:extensionElements>
    <zeebe:taskDefinition type="water-bill.check" retries="2" />
    <zeebe:taskHeaders><zeebe:header key="retryBackoff" value="PT10S" /></zeebe:taskHeaders>
    <zeebe:ioMapping><zeebe:input source="=household" target="no" /><zeebe:output source="=owed" target="owed" /></zeebe:ioMapping>
  </bpmn:extensionElements>`;

/** A water company says what a household owes; a household it does not know takes another way. */
const processes = drawn(`
  <bpmn:error id="unknown" errorCode="NO-SUCH-HOUSEHOLD" />
  <bpmn:process id="bill" isExecutable="true">
    <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="check" />
    <bpmn:serviceTask id="check">${check}</bpmn:serviceTask>
    <bpmn:boundaryEvent id="none" attachedToRef="check"><bpmn:errorEventDefinition id="ed" errorRef="unknown" /></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="e" /><bpmn:endEvent id="e" />
    <bpmn:sequenceFlow id="f3" sourceRef="none" targetRef="visit" /><bpmn:userTask id="visit" />
    <bpmn:sequenceFlow id="f4" sourceRef="visit" targetRef="ve" /><bpmn:endEvent id="ve" />
  </bpmn:process>
  <bpmn:process id="every" isExecutable="true">
    <bpmn:startEvent id="ms" /><bpmn:sequenceFlow id="m1" sourceRef="ms" targetRef="each" />
    <bpmn:subProcess id="each">
      <bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=heard" target="heard" /></zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
        <zeebe:loopCharacteristics inputCollection="=households" inputElement="household" outputCollection="said" outputElement="=heard" />
      </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
      <bpmn:startEvent id="is" /><bpmn:sequenceFlow id="i1" sourceRef="is" targetRef="tell" />
      <bpmn:serviceTask id="tell"><bpmn:extensionElements><zeebe:taskDefinition type="board.tell" retries="1" /></bpmn:extensionElements></bpmn:serviceTask>
      <bpmn:sequenceFlow id="i2" sourceRef="tell" targetRef="ie" /><bpmn:endEvent id="ie" />
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="m2" sourceRef="each" targetRef="me" /><bpmn:endEvent id="me" />
  </bpmn:process>
`);

/** A system of another department. */
export interface OtherSystem {
  readonly id: string;
  readonly token: string;
}

/** What the door answered. */
export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // What the contract says it is; tests look into it as they need.
  readonly body: ReturnType<typeof JSON.parse>;
}

/** A street with steps that other systems do, and its door. */
export interface ExternalStreet {
  readonly street: DrawnStreet;
  readonly app: FastifyInstance;
  /** Lets a system in. */
  add(name: string, ...jobTypes: readonly string[]): Promise<OtherSystem>;
  /** Says something below /api/external-jobs as a system. */
  say(system: OtherSystem, path: string, body: object, headers?: Record<string, string>): Promise<Said>;
  /** Jobs as a system gets them, without waiting. */
  take(system: OtherSystem, most?: number, leaseSeconds?: number): Promise<readonly ExternalJob[]>;
  incidents(instance: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens it for one test file. */
export async function openExternalStreet(): Promise<ExternalStreet> {
  const street = await openDrawnStreet(processes);
  const { context } = street;
  const app = await buildApp(context, { host: '127.0.0.1', port: 3000 });
  const say: ExternalStreet['say'] = async ({ token }, path, body, headers = {}) => {
    const response = await app.inject({
      method: 'POST',
      url: `/api/external-jobs/${path}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      payload: body,
    });
    return { status: response.statusCode, headers: response.headers, body: response.json() };
  };
  return {
    street,
    app,
    say,
    async add(name, ...jobTypes) {
      return context.database.transaction((tx) => addWorker(context, tx, null, { name, jobTypes }));
    },
    async take(system, most = 10, leaseSeconds = 60) {
      const { status, body } = await say(system, 'activate', { most, leaseSeconds, waitSeconds: 0 });
      if (status !== 200) throw new Error(body.en);
      return body.jobs;
    },
    async incidents(instance) {
      const rows = await street.rows<{ code: string }>('select code from incident where instance_id = $1', instance);
      return rows.map(({ code }) => code);
    },
    async close() {
      await app.close();
      await street.close();
    },
  };
}
