import type { Context } from '../../server/application/context.ts';
import { examineDatabase } from '../../server/application/doctor/examine-database.ts';
import { drainWork } from '../../server/application/demo/drain-work.ts';
import { advanceInstance } from '../../server/application/process-instances/advance-instance.ts';
import type { Actor } from '../../server/application/policy/actor.ts';
import type { AreaRelease, InForce } from '../../server/application/releases/release-store.ts';
import { actorOfSession } from '../../server/application/sessions/actor-of-session.ts';
import { beginSession } from '../../server/application/sessions/begin-session.ts';
import { retryParked, type Parked } from '../../server/application/incidents/park-instance.ts';
import { postLetter } from '../../server/database/inbox.ts';
import { workOnce } from '../../server/jobs/worker.ts';
import { uuidv7 } from '../../server/application/uuid.ts';
import { compileBpmn } from '../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { Command } from '../../server/kernel/bpmn/commands.ts';
import type { ExecutableProcess } from '../../server/kernel/bpmn/executable-process.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import { surroundings } from '../kernel/bpmn/properties/checked-step.ts';
import { openTestStreet } from './test-street.ts';

/** A process as releases hold it. */
interface DrawnProcess {
  readonly executable: ExecutableProcess;
  readonly xml: string;
}

/** A street whose release has processes that a test has drawn. */
export interface DrawnStreet {
  readonly context: Context;
  /** Begins a process by hand, for the street. */
  begin(process: string, variables?: JsonObject, command?: Command): Promise<string>;
  /** Draws other processes in the place of those that were drawn before. @returns the release with them */
  redraw(processes: readonly ExecutableProcess[], xml: string): Promise<CompiledRelease>;
  /** Forgets every instance there is, with all that is about them. */
  forget(): Promise<void>;
  /** Events of an instance, in order. */
  historyOf(instance: string): Promise<readonly unknown[]>;
  /** Works off everything that is due. */
  settle(): Promise<void>;
  /** `process status` of every instance of the drawn processes, in the order they began. */
  instances(): Promise<readonly string[]>;
  statusOf(instance: string): Promise<string>;
  variablesOf(instance: string): Promise<JsonObject>;
  readonly rows: <Row>(sql: string, ...params: readonly unknown[]) => Promise<readonly Row[]>;
  /** A person of the street, by account. */
  person(account: string): Promise<Actor>;
  /** Gives an instance a command. @returns the code of its refusal, or null */
  command(instance: string, command: Command): Promise<string | null>;
  /** Puts a command into an inbox as it stands, however wrong. */
  post(instance: string, command: object): Promise<void>;
  /** One look of the worker. */
  work(): Promise<void>;
  /** Makes the letters of an instance harmless. */
  repairLetters(instance: string): Promise<void>;
  /** Makes the stored state of an instance unreadable. @returns what it was */
  breakState(instance: string): Promise<JsonObject>;
  restoreState(instance: string, state: JsonObject): Promise<void>;
  /** Resolves the incident of a parked instance. */
  retry(instance: string, parked: Parked): Promise<void>;
  /** Moves the clock on, without letting anything happen in between. */
  passTime(ms: number): Promise<void>;
  close(): Promise<void>;
}

const aroundInstances =
  'process_scope history_step timer job inbox incident instance_mark user_task subscription message message_key signal called_process gathered_beginning start_timer'.split(
    ' ',
  );

/** A file of BPMN with the given processes and collaboration inside. */
export function drawn(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:grid="https://gridloom.dev/schema/grid/1.0" id="d" targetNamespace="t">${inside}</bpmn:definitions>`;
}

/** A process `visit` that waits for a message about its household, and then ends. */
export function visitUntil(message: string): string {
  return `
  <bpmn:message id="${message}" name="${message}"><bpmn:extensionElements><zeebe:subscription correlationKey="=household" /></bpmn:extensionElements></bpmn:message>
  <bpmn:process id="visit" isExecutable="true">
    <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="wait" />
    <bpmn:receiveTask id="wait" messageRef="${message}" /><bpmn:sequenceFlow id="f2" sourceRef="wait" targetRef="e" /><bpmn:endEvent id="e" />
  </bpmn:process>`;
}

/** Opens a street of its own for one test file, with what the given files draw besides what is shipped. */
export async function openDrawnStreet(...files: readonly string[]): Promise<DrawnStreet> {
  const street = await openTestStreet();
  const extra = new Map<string, DrawnProcess>();
  for (const xml of files) {
    const { processes, faults } = await compileBpmn(xml);
    if (faults.length > 0) throw new Error(faults.map(({ en }) => en).join('\n'));
    for (const executable of processes) extra.set(executable.id, { executable, xml });
  }
  const known = new Map<string, CompiledRelease>();
  const context = withProcesses(street.context, extra, known);
  const { database } = context;
  return {
    context,
    ...readings(context, [...extra.keys()]),
    ...meddlings(context),
    ...commands(context),
    redraw(processes, xml) {
      extra.clear();
      for (const executable of processes) extra.set(executable.id, { executable, xml });
      known.clear();
      return database.read((tx) => context.releases.current(tx));
    },
    async person(account) {
      const { person } = await street.person(account);
      const token = await database.transaction(async (tx) => (await beginSession(tx, context.tenant, person)).token);
      const actor = await actorOfSession(context, token);
      if (actor === null) throw new Error(`${account} has no session`);
      return actor;
    },
    passTime: async (ms) => {
      const now = await database.read(async (tx) => tx.now);
      await street.setClock(new Date(Date.parse(now) + ms).toISOString());
    },
    close: async () => {
      const { counts, faults } = await examineDatabase(context, { fold: 'all' });
      await street.close();
      if (faults.length > 0)
        throw new Error(`the doctor finds ${JSON.stringify(counts)}: ${JSON.stringify(faults.slice(0, 5))}`);
    },
  };
}

function commands(context: Context): Pick<DrawnStreet, 'begin' | 'settle' | 'command' | 'post' | 'work' | 'retry'> {
  const { database, tenant } = context;
  return {
    begin: (process, variables = {}, command) =>
      begin(context, process, command ?? { type: 'create-instance', variables, by: { system: 'operator' } }),
    settle: () => drainWork(context),
    command: (instance, command) =>
      database.transaction(async (tx) => {
        const advanced = await advanceInstance(context, tx, instance, command);
        return advanced.kind === 'refused' ? advanced.code : null;
      }),
    post: (instance, command) =>
      database.transaction((tx) => postLetter(tx, tenant, instance, uuidv7(), command, null)),
    work: async () => void (await workOnce(context)),
    retry: (instance, parked) => database.transaction((tx) => retryParked(context, tx, instance, parked)),
  };
}

function readings(
  { database, tenant }: Context,
  mine: readonly string[],
): Pick<DrawnStreet, 'rows' | 'historyOf' | 'instances' | 'statusOf' | 'variablesOf'> {
  const rows = <Row>(sql: string, ...params: readonly unknown[]): Promise<readonly Row[]> =>
    database.read((tx) => tx.query<Row>(sql, params));
  const one = async <Row>(column: string, instance: string): Promise<Row | undefined> => {
    const sql = `select ${column} from process_instance where tenant_id = $1 and id = $2`;
    return (await rows<Row>(sql, tenant, instance))[0];
  };
  return {
    rows,
    async historyOf(instance) {
      const found = await rows<{ event: unknown }>(
        'select event from history where tenant_id = $1 and instance_id = $2 order by seq',
        tenant,
        instance,
      );
      return found.map(({ event }) => event);
    },
    async instances() {
      const found = await rows<{ said: string }>(
        `select process || ' ' || status as said from process_instance where tenant_id = $1 and process = any($2) order by created_at, id`,
        tenant,
        mine,
      );
      return found.map(({ said }) => said);
    },
    statusOf: async (instance) => (await one<{ status: string }>('status', instance))?.status ?? 'none',
    variablesOf: async (instance) =>
      (await one<{ variables: JsonObject }>(`state -> 'root' -> 'variables' as variables`, instance))?.variables ?? {},
  };
}

function meddlings({
  database,
  tenant,
}: Context): Pick<DrawnStreet, 'forget' | 'repairLetters' | 'breakState' | 'restoreState'> {
  const run = (sql: string, ...params: readonly unknown[]): Promise<void> =>
    database.transaction(async (tx) => void (await tx.query(sql, [tenant, ...params])));
  const setState = (instance: string, state: JsonObject): Promise<void> =>
    run(
      'update process_instance set state = $3::jsonb where tenant_id = $1 and id = $2',
      instance,
      JSON.stringify(state),
    );
  return {
    forget: () =>
      database.transaction(async (tx) => {
        for (const table of [...aroundInstances, 'process_instance'])
          await tx.query(`delete from ${table} where tenant_id = $1`, [tenant]);
        await tx.query(`delete from schedule_state where tenant_id = $1 and name = 'start-timers'`, [tenant]);
      }),
    repairLetters: (instance) =>
      run(`update inbox set command = '{"type":"continue"}' where tenant_id = $1 and instance_id = $2`, instance),
    async breakState(instance) {
      const [row] = await database.read((tx) =>
        tx.query<{ state: JsonObject }>('select state from process_instance where tenant_id = $1 and id = $2', [
          tenant,
          instance,
        ]),
      );
      await setState(instance, { ...row?.state, format: 99 });
      return row?.state ?? {};
    },
    restoreState: setState,
  };
}

function withProcesses(
  context: Context,
  extra: ReadonlyMap<string, DrawnProcess>,
  known: Map<string, CompiledRelease>,
): Context {
  const more = (release: CompiledRelease): CompiledRelease => {
    const before = known.get(release.hash);
    if (before) return before;
    const extended = {
      ...release,
      decisions: new Map([...release.decisions, ...surroundings.decisions]),
      processes: new Map([...release.processes, ...extra]),
    };
    known.set(release.hash, extended);
    return extended;
  };
  const moreAt = (at: AreaRelease): AreaRelease => ({ ...at, release: more(at.release) });
  const { releases } = context;
  return {
    ...context,
    releases: {
      ...releases,
      byHash: async (tx, hash) => more(await releases.byHash(tx, hash)),
      current: async (tx) => more(await releases.current(tx)),
      at: async (tx, area) => more(await releases.at(tx, area)),
      inForce: async (tx): Promise<InForce> => {
        const live = await releases.inForce(tx);
        return { ...live, root: moreAt(live.root), all: live.all.map(moreAt), at: (area) => moreAt(live.at(area)) };
      },
      organizationFrame: (release) => releases.organizationFrame(release),
    },
  };
}

async function begin(context: Context, process: string, command: Command): Promise<string> {
  const id = uuidv7();
  await context.database.transaction(async (tx) => {
    const { root } = await context.releases.inForce(tx);
    const advanced = await advanceInstance(context, tx, id, command, {
      process,
      manifestHash: root.release.hash,
      subjectKind: null,
      subjectId: null,
      hostInstance: null,
      hostTask: null,
      hostScope: null,
      area: '620502005',
    });
    if (advanced.kind === 'refused') throw new Error(advanced.code);
  });
  return id;
}
