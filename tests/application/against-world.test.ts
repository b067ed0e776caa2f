import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportCase } from '../../server/application/cases/report-case.ts';
import { askExtension } from '../../server/application/clocks/ask-extension.ts';
import { askPause } from '../../server/application/clocks/ask-pause.ts';
import { resumeClock } from '../../server/application/clocks/resume-clock.ts';
import { recordFirstResponse, signForUserTask } from '../../server/application/clocks/sign-for-user-task.ts';
import { loadDemoPeople } from '../../server/application/demo/load-demo-people.ts';
import { photosIn, serverValidatorFor } from '../../server/application/forms/accept-form.ts';
import { rerouteUserTasks } from '../../server/application/people/reroute-user-tasks.ts';
import { chooseSuccessor } from '../../server/application/organization/choose-successor.ts';
import { enactAreaChanges } from '../../server/application/organization/enact-area-changes.ts';
import { headArea } from '../../server/application/organization/head-area.ts';
import { advanceInstance } from '../../server/application/process-instances/advance-instance.ts';
import { completeUserTask } from '../../server/application/user-tasks/complete-user-task.ts';
import { sendUserTaskUp } from '../../server/application/user-tasks/send-user-task-up.ts';
import { uuidv7 } from '../../server/application/uuid.ts';
import { insertHeldPosts } from '../../server/database/post-assignments.ts';
import { readCaseRow } from '../../server/database/cases.ts';
import { forsakenPositions } from '../../server/database/upkeep.ts';
import { insertPhotoUses } from '../../server/database/photo-uses.ts';
import { readHistory, readInstance } from '../../server/database/process-instances.ts';
import { userTasksOf, type UserTaskRow } from '../../server/database/user-tasks.ts';
import type { Calendar } from '../../server/kernel/calendar/calendar.ts';
import { startClock } from '../../server/kernel/calendar/clock.ts';
import type { Instant, Json } from '../../server/kernel/json.ts';
import { instantOfLocal, localDate } from '../../server/kernel/local-time.ts';
import type { DemoPeopleFile } from '../../server/kernel/release/demo.ts';
import { checkScenario } from '../../server/kernel/world/check-scenario.ts';
import { runScenario } from '../../server/kernel/world/run-scenario.ts';
import type {
  Appointment,
  PlannedClockAct,
  PlannedStep,
  ScenarioPlan,
  Subject,
} from '../../server/kernel/world/scenario-plan.ts';
import type { Scenario } from '../../server/kernel/world/scenario.ts';
import { openTestStreet, type TestStreet } from './test-street.ts';

const folder = new URL('../../definitions/tianshui-xiguan/', import.meta.url);
const demoPeople = (JSON.parse(readFileSync(new URL('demo/people.json', folder), 'utf8')) as DemoPeopleFile).people;
const files = readdirSync(new URL('tests/', folder)).filter((file) => file.endsWith('.scenario.json'));

// The same scenarios in memory and on the database: the world is what the server is held against.
describe('the server does what the world does', () => {
  test('there are scenarios to compare', () => expect(files.length).toBeGreaterThanOrEqual(6));

  describe.each(files)('%s', (file) => {
    let street: TestStreet;
    beforeAll(async () => {
      street = await openTestStreet();
    });
    afterAll(() => street.close());

    test('every case, meeting and action item has the same history in both', async () => {
      const scenario = JSON.parse(readFileSync(new URL(`tests/${file}`, folder), 'utf8')) as Scenario;
      const { plan } = checkScenario(scenario, { release: street.release, demoPeople });
      const { world } = runScenario(plan ?? { title: '', steps: [] }, street.release, serverValidatorFor);
      const cases = await runOnServer(street, plan ?? { title: '', steps: [] });
      const accounts = await accountsById(street);
      const onServer = await Promise.all(
        (await instancesOf(street, [...cases.values()])).map((id) => historyOf(street, id)),
      );
      const inWorld = (
        world ? [...world.cases.values(), ...world.meetings.values(), ...world.actionItems.values()] : []
      ).map((about) => world?.state.instances.get(about.instance)?.history ?? []);
      expect(onServer.map((history) => normalised(history, (id) => accounts.get(id) ?? id))).toEqual(
        inWorld.map((history) => normalised(history, (id) => id)),
      );
      expect(inWorld.flat().length).toBeGreaterThan(0);
    });
  });
});

interface Past {
  readonly at: Instant;
  readonly event: unknown;
}

/** What must be the same: kinds, places and order of events; people by account, ids and times by minute. */
function normalised(history: readonly Past[], account: (id: string) => string): readonly unknown[] {
  const text = JSON.stringify(history.map(({ at, event }) => ({ at, event })));
  const minutes = text.replaceAll(/(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d\.\d{3}Z/g, '$1');
  const people = minutes.replaceAll(/"person":"([^"]+)"/g, (_, id: string) => `"person":"${account(id)}"`);
  const ids = people.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id');
  return JSON.parse(ids.replaceAll(/"(budget|consumed)":\d+/g, '"$1":0')) as unknown[];
}

async function runOnServer(street: TestStreet, plan: ScenarioPlan): Promise<Map<string, string>> {
  const cases = new Map<string, string>();
  for (const step of plan.steps) await perform(street, cases, step);
  return cases;
}

async function perform(street: TestStreet, cases: Map<string, string>, step: PlannedStep): Promise<void> {
  const { context, release } = street;
  switch (step.do) {
    case 'begin':
      await street.passTime(step.at);
      return arrange(street, step);
    case 'wait': {
      const now = await context.database.read(async (tx) => tx.now);
      const { amount, unit, calendar } = step;
      const clock = startClock({ id: 'wait', title: '', amount, unit, calendar }, release.calendars, now);
      return passDays(street, clock?.dueAt ?? now);
    }
    case 'wait-until':
      return passDays(street, step.at);
    case 'staff':
      await appoint(street, step.holds);
      for (const { post, area } of step.vacant) await vacate(street, post, area);
      return street.settle();
    case 'change-areas':
    case 'choose':
      await onGround(street, cases, step);
      return street.settle();
    case 'report':
      await refusable(step.refused, async () => {
        const actor = await street.person(step.person);
        await uploadPhotos(street, actor.person, step.data);
        const made = await context.database.transaction((tx) =>
          reportCase(context, tx, actor, { caseType: step.caseType, area: step.area, data: step.data }),
        );
        cases.set(step.name, made.id);
      });
      return street.settle();
    case 'complete':
    case 'send-up':
      await refusable(step.refused, async () => {
        const actor = await street.person(step.person);
        if (step.do === 'complete') await uploadPhotos(street, actor.person, step.data);
        const row = await openUserTask(street, cases, step.of, step.element);
        await context.database.transaction(async (tx) => {
          if (step.do === 'complete') await completeUserTask(context, tx, actor, row, step.data);
          else await sendUserTaskUp(context, tx, actor, row, step.because);
        });
      });
      return street.settle();
    case 'clock':
      // What is refused changes nothing; the doors also take a question where the world only knows who decides.
      if (step.refused !== undefined) return;
      await moveOnServer(street, step, await openUserTask(street, cases, step.of, step.element));
      return street.settle();
    case 'change-calendar':
      changed.set(street, [step.calendar]);
      return;
    case 'rebase':
      await rebaseOnServer(street, cases, step.because);
      return street.settle();
    case 'start':
      throw new Error(noDoor);
    case 'expect':
      return;
  }
}

/** The people of the scenario are there, and hold what it says and nothing else. */
async function arrange(
  street: TestStreet,
  { people, assignments }: Extract<PlannedStep, { readonly do: 'begin' }>,
): Promise<void> {
  const { context, release } = street;
  await context.database.transaction(async (tx) => {
    const head = headArea(release.areas).code;
    const unknown = people.map(({ id, name }) => ({ account: id, name, posts: [] }));
    await loadDemoPeople(tx, context.tenant, head, unknown);
    await tx.query('delete from post_assignment where tenant_id = $1', [context.tenant]);
  });
  await appoint(street, assignments);
}

/** Time passes; at midnights on the way areas change, and work that nobody holds any more goes on. */
async function passDays(street: TestStreet, until: Instant): Promise<void> {
  const { context } = street;
  const { now, ends } = await context.database.read(async (tx) => {
    const rows = await tx.query<{ day: string }>(
      'select distinct to_date::text as day from post_assignment where tenant_id = $1 and to_date is not null',
      [context.tenant],
    );
    return { now: tx.now, ends: rows.map(({ day }) => day) };
  });
  const midnights = [...ends, ...(changesTo.get(street) ?? [])].map((day) => instantOfLocal(`${day} 00:00`));
  for (const midnight of [...new Set(midnights)].toSorted()) {
    if (midnight <= now || midnight > until) continue;
    await street.passTime(midnight);
    await enactAreaChanges(context);
    await street.settle();
    await context.database.transaction(async (tx) => {
      const left = await forsakenPositions(tx, context.tenant, localDate(tx.now));
      await rerouteUserTasks(context, tx, left, { system: 'schedule' });
    });
    await street.settle();
  }
  await street.passTime(until);
}

/** Areas change, or somebody chooses the part of a split area that a case goes to. */
async function onGround(
  street: TestStreet,
  cases: ReadonlyMap<string, string>,
  step: Extract<PlannedStep, { readonly do: 'change-areas' | 'choose' }>,
): Promise<void> {
  const { context } = street;
  if (step.do === 'change-areas') {
    changesTo.set(
      street,
      step.areaChanges.map(({ on }) => on),
    );
    street.divide(step);
    await enactAreaChanges(context);
    return;
  }
  await refusable(step.refused, async () => {
    const actor = await street.person(step.person);
    const id = step.of.kind === 'case' ? (cases.get(step.of.name) ?? '') : '';
    await context.database.transaction((tx) => chooseSuccessor(context, tx, actor, id, step.area));
  });
}

/** Days on which areas change, by street. */
const changesTo = new WeakMap<TestStreet, readonly string[]>();

/** Calendars that a scenario has changed, by street. */
const changed = new WeakMap<TestStreet, readonly Calendar[]>();

async function moveOnServer(street: TestStreet, { act, person }: PlannedClockAct, row: UserTaskRow): Promise<void> {
  const { context } = street;
  const actor = await street.person(person);
  await context.database.transaction(async (tx) => {
    const reason = 'because' in act ? act.because : '';
    if (act.do === 'pause') {
      const { stage, reviewOn = '' } = act;
      expect(await askPause(context, tx, actor, row, { stage, reason, reviewOn })).toMatchObject({ granted: true });
    } else if (act.do === 'extend') {
      const { stage, amount } = act;
      expect(await askExtension(context, tx, actor, row, { stage, amount, reason })).toMatchObject({ granted: true });
    } else if (act.do === 'resume') await resumeClock(context, tx, actor, row, act.stage);
    else if (act.do === 'sign-for') await signForUserTask(context, tx, actor, row);
    else await recordFirstResponse(context, tx, actor, row);
  });
}

async function rebaseOnServer(street: TestStreet, cases: Map<string, string>, because: string): Promise<void> {
  const { context, release } = street;
  const calendars = new Map(
    [...release.calendars.values(), ...(changed.get(street) ?? [])].map((one) => [one.id, one]),
  );
  for (const id of cases.values())
    await context.database.transaction(async (tx) => {
      const instance = (await readCaseRow(tx, context.tenant, id))?.instance ?? '';
      const by = { system: 'operator' } as const;
      const command = { type: 'rebase-clocks', calendars: [...calendars.values()], because, by } as const;
      expect((await advanceInstance(context, tx, instance, command)).kind).toBe('advanced');
    });
}

/** The server does not even tell somebody that there is work which is none of theirs. */
const untold: Readonly<Record<string, string>> = { 'user-task-not-yours': 'user-task-unknown' };

/** Only in a world are processes started by themselves, to try them out. */
const noDoor = 'The server has no way to start a process by itself.';

async function refusable(refused: string | undefined, act: () => Promise<void>): Promise<void> {
  if (refused === undefined) await act();
  else await expect(act()).rejects.toThrow(untold[refused] ?? refused);
}

/** The open user task of a subject at an element; when there is none, the last one there, which is stale. */
async function openUserTask(
  street: TestStreet,
  cases: Map<string, string>,
  of: Subject,
  element: string,
): Promise<UserTaskRow> {
  const { context } = street;
  const rows = await context.database.read(async (tx) => {
    if (of.kind === 'process') throw new Error(noDoor);
    if (of.kind === 'case') return userTasksOf(tx, context.tenant, 'case', cases.get(of.name) ?? '');
    const [row] = await tx.query<{ id: string }>(
      of.kind === 'meeting'
        ? 'select id from meeting where tenant_id = $1 and series = $2 order by at desc limit 1'
        : 'select id from action_item where tenant_id = $1 and title = $2 limit 1',
      [context.tenant, of.kind === 'meeting' ? of.meeting : of.title],
    );
    return userTasksOf(tx, context.tenant, of.kind, row?.id ?? '00000000-0000-7000-8000-000000000000');
  });
  const here = rows.filter((row) => row.element === element);
  const row = here.find((candidate) => candidate.state === 'open') ?? here.at(-1);
  if (!row) throw new Error(`there is no user task at ${element}`);
  return row;
}

/** Photos of a scenario are stand-ins; here they count as uploaded by whoever uses them. */
async function uploadPhotos({ context }: TestStreet, person: string, data: Json): Promise<void> {
  await context.database.transaction((tx) =>
    insertPhotoUses(tx, context.tenant, { subjectKind: 'upload', subjectId: person, person }, photosIn(data)),
  );
}

async function appoint(street: TestStreet, appointments: readonly Appointment[]): Promise<void> {
  const { context } = street;
  const ids = new Map([...(await accountsById(street))].map(([id, account]) => [account, id]));
  await context.database.transaction((tx) => {
    const today = localDate(tx.now);
    const rows = appointments.map(({ person, post, area, kind, from, to }) => {
      const holder = ids.get(person);
      if (holder === undefined) throw new Error(`nobody has the account ${person}`);
      return { id: uuidv7(), person: holder, post, area, kind, from: from ?? today, to };
    });
    return insertHeldPosts(tx, context.tenant, rows, null);
  });
}

async function vacate({ context }: TestStreet, post: string, area: string): Promise<void> {
  await context.database.transaction(async (tx) => {
    await tx.query('update post_assignment set to_date = $4::date where tenant_id = $1 and post = $2 and area = $3', [
      context.tenant,
      post,
      area,
      localDate(tx.now),
    ]);
    await rerouteUserTasks(context, tx, [{ post, area }], { system: 'operator' });
  });
}

/** Instances of cases in the order they were reported, then of meetings and of what was agreed in them. */
function instancesOf({ context }: TestStreet, cases: readonly string[]): Promise<readonly string[]> {
  return context.database.read(async (tx) => {
    const rows = await Promise.all(cases.map((id) => readCaseRow(tx, context.tenant, id)));
    const meetings = await tx.query<{ instance: string }>(
      'select instance_id as instance from meeting where tenant_id = $1 order by at',
      [context.tenant],
    );
    const items = await tx.query<{ instance: string }>(
      'select a.instance_id as instance from action_item a join meeting m on m.tenant_id = a.tenant_id and m.id = a.meeting_id where a.tenant_id = $1 order by m.at, a.ordinal',
      [context.tenant],
    );
    return [
      ...rows.flatMap((row) => row?.instance ?? []),
      ...meetings.map((row) => row.instance),
      ...items.map((row) => row.instance),
    ];
  });
}

function historyOf({ context }: TestStreet, id: string): Promise<readonly Past[]> {
  return context.database.read(async (tx) => {
    const instance = await readInstance(tx, context.tenant, id);
    return instance ? readHistory(tx, context.tenant, instance.bucket, instance.id) : [];
  });
}

async function accountsById({ context }: TestStreet): Promise<ReadonlyMap<string, string>> {
  const rows = await context.database.read((tx) =>
    tx.query<{ id: string; account: string }>('select id, account from person where tenant_id = $1', [context.tenant]),
  );
  return new Map(rows.map((row) => [row.id, row.account]));
}
