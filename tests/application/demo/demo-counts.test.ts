import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearDemo } from '../../../server/application/demo/clear-demo.ts';
import { copyCase } from '../../../server/application/demo/copy-case.ts';
import { carriedTo, copyPattern, weekMs } from '../../../server/application/demo/copy-targets.ts';
import { loadDemoCases } from '../../../server/application/demo/load-demo-cases.ts';
import { loadDemoCounts } from '../../../server/application/demo/load-demo-counts.ts';
import { completeUserTask } from '../../../server/application/user-tasks/complete-user-task.ts';
import { readCase } from '../../../server/application/cases/read-case.ts';
import { readCopies, type CaseRows } from '../../../server/database/case-copies.ts';
import { readAssignmentsAt } from '../../../server/database/post-assignments.ts';
import { userTasksOf } from '../../../server/database/user-tasks.ts';
import { textIn, type JsonObject } from '../../../server/kernel/json.ts';
import { organizationOf, type Organization } from '../../../server/kernel/organization/holders.ts';
import type { CompiledRelease } from '../../../server/kernel/release/compiled-release.ts';
import type { DemoCase } from '../../../server/kernel/release/demo.ts';
import { checkDemoCases } from '../../../server/kernel/world/check-demo-cases.ts';
import { firstPack, packArgument } from '../../../server/packs/pack-argument.ts';
import { compilePack } from '../../../server/packs/compile-pack.ts';
import { openStreet, type Street } from '../street.ts';

const yucai03 = '620502005002003';

/** A lamp that the grid manager reports for somebody, handles and answers. */
function lamp(where: string, manager: string, officer: string, until = 4, ago = '60 个工作时'): DemoCase {
  const steps = [
    { after: '2 个工作时', who: officer, completes: '任务指派', with: { 怎么指派: '按建议指派' } },
    {
      after: '3 个工作时',
      who: manager,
      completes: '调查落实',
      with: { 查看结果: '属实，要处理', 现场情况: '灯罩松了。' },
    },
    {
      after: '9 个工作时',
      who: manager,
      completes: '事件处理',
      with: { 处理结果: '已解决', 怎么处理的: '换了灯罩。' },
    },
    {
      after: '2 个工作时',
      who: manager,
      completes: '信息反馈',
      with: {
        怎么答复的: '已电话答复',
        答复了谁: '反映人本人',
        答复时间: '现在',
        答复了什么: '灯修好了。',
        是否满意: '满意',
      },
    },
  ];
  const told = {
    ago,
    who: manager,
    in: where,
    with: {
      类别: '设施维修/路灯',
      情况: '院里路灯一直闪。',
      地点: where === '西关 02' ? '西关正街 9 号院' : '育才路 3 号院',
      反映人姓名: '王先生',
      反映人电话: '13800000032',
      要求答复: true,
    },
  };
  // An object with a member of that name is a promise to whoever awaits it; as text it is a story.
  return JSON.parse(
    JSON.stringify({ ...told, steps: steps.slice(0, until) }).replace('"steps":', '"then":'),
  ) as DemoCase;
}

/** Rows without what differs between two cases by nature: the ids made for them, and the times to the millisecond. */
function shape(rows: CaseRows): unknown {
  const made = new Map<string, string>();
  for (const table of ['case_record', 'process_instance', 'submission', 'personal_value', 'notification'] as const)
    for (const row of rows[table]) made.set(textIn(row['id']), `${table} ${made.size}`);
  const text = JSON.stringify(sorted(rows))
    .replaceAll(
      /"([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21})"/g,
      (whole, id: string) => JSON.stringify(made.get(id) ?? id) || whole,
    )
    .replaceAll(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)"/g, '"instant"')
    .replaceAll(/"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\+08:00)?"/g, '"local time"')
    .replaceAll(/"(budget|consumed)":\d+/g, '"$1":0')
    .replaceAll(/"bucket":"case-\d{4}-\d\d"/g, '"bucket":"case"');
  return JSON.parse(text);
}

function sorted(rows: CaseRows): { readonly [table: string]: readonly JsonObject[] } {
  const key = (row: JsonObject): string =>
    ['seq', 'id', 'pointer', 'at'].map((name) => JSON.stringify(row[name] ?? null).padStart(40)).join(' ');
  const order = (list: readonly JsonObject[]): readonly JsonObject[] =>
    list.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, order(list)]));
}

describe('the demo at size', () => {
  let street: Street;
  let release: CompiledRelease;
  let organization: Organization;
  let rows: ReadonlyMap<string, CaseRows>;

  beforeAll(async () => {
    street = await openStreet();
    const { context } = street;
    release = await context.database.read((tx) => context.releases.current(tx));
    const { id, find } = packArgument(firstPack);
    const people = (await compilePack(id, find)).definitions?.people.flatMap((file) => file.value.people) ?? [];
    const cases = [
      lamp('西关 02', '周永和', '陈晓明'),
      lamp('育才 03', '姚红霞', '马国强'),
      lamp('西关 02', '周永和', '陈晓明', 1, '6 个工作时'),
    ];
    const { plans, faults } = checkDemoCases({ cases }, { release, demoPeople: people });
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
    const loaded = await loadDemoCases(context, release, plans, () => undefined);
    if (loaded.failed.length > 0) throw new Error(loaded.failed.join('\n'));
    await context.database.read(async (tx) => {
      const assignments = await readAssignmentsAt(
        tx,
        context.tenant,
        release.areas.map(({ code }) => code),
      );
      organization = organizationOf({ areas: release.areas, posts: release.posts, assignments });
      const ids = await tx.query<{ id: string }>('select id from case_record order by number');
      rows = await readCopies(
        tx,
        context.tenant,
        ids.map((row) => row.id),
      );
    });
  });
  afterAll(() => street.close());

  it('copies a case into exactly the rows that the application writes for one there', async () => {
    const [here, there] = [...rows.values()];
    if (!here || !there) throw new Error('two cases were told');
    const now = await street.context.database.read(async (tx) => tx.now);
    const pattern = copyPattern(here, organization, now);
    const exchanged = pattern && carriedTo(pattern, organization, yucai03, 3, () => 0);
    if (!pattern || !exchanged) throw new Error('the case can be carried to the other grid');
    const [record] = there.case_record;
    const [number, place] = [textIn(record?.['number']), textIn(record?.['place'])];

    const copy = copyCase(here, {
      exchanged,
      number,
      place,
      earlierMs: 3 * weekMs,
      words: new Map([
        [textIn(here.case_record[0]?.['number']), number],
        ['西关正街 9 号院', place],
        ['西关 02 网格', '育才 03 网格'],
        ['周永和', '姚红霞'],
      ]),
    });

    expect(here.history_step.flatMap(({ events }) => events).length).toBeGreaterThan(80);
    expect(shape(copy)).toEqual(shape(there));
    const age = (one: CaseRows): number => Date.parse(textIn(one.case_record[0]?.['reported_at']));
    expect(age(here) - age(copy)).toBe(3 * weekMs);
  });

  it('does not copy what went past a vacant post', () => {
    const [here] = [...rows.values()];
    if (!here) throw new Error('a case was told');
    const passed = here.history_step.map((row) => ({
      ...row,
      events: (row['events'] as readonly JsonObject[]).map((event) => ({ ...event, vacant: [{ post: 'x' }] })),
    }));

    expect(copyPattern({ ...here, history_step: passed }, organization, '2026-01-01T00:00:00.000Z')).toBeNull();
  });

  it('reaches the figures it is given; numbers follow the reports; open ones can be worked on; all of it can be cleared', async () => {
    const { context } = street;
    const figures = await context.database.transaction((tx) =>
      loadDemoCounts(context, tx, release, true, () => undefined, { cases: 40, closed: 36 }),
    );

    expect(figures).toEqual({ cases: 40, closed: 36 });
    const all = await street.rows<{ number: string; status: string; area: string; id: string }>(
      'select number, status, area, id from case_record order by reported_at, number',
    );
    const numbered = Map.groupBy(all, ({ number }) => number.slice(0, 7));
    for (const list of numbered.values())
      expect(list.map(({ number }) => Number(number.slice(-5)))).toEqual(list.map((_, index) => index + 1));
    expect(new Set(all.map(({ area }) => area)).size).toBeGreaterThan(10);

    const open = all.filter(({ status }) => status === 'open').at(-1);
    if (!open) throw new Error('four are open');
    const [task] = await context.database.read((tx) => userTasksOf(tx, context.tenant, 'case', open.id));
    const tasks = await context.database.read((tx) => userTasksOf(tx, context.tenant, 'case', open.id));
    const now = tasks.find(({ state }) => state === 'open') ?? task;
    if (!now) throw new Error('somebody has it');
    const holder = (organization.assignments.get(`${now.post}@${now.area}`) ?? [])[0];
    const [account] = await street.rows<{ account: string }>(
      'select account from person where id = $1',
      holder?.person,
    );
    const actor = await street.actor(account?.account ?? '');
    await context.database.transaction((tx) =>
      completeUserTask(context, tx, actor, now, { finding: 'confirmed', situation: '看过了，属实。' }),
    );
    await street.settle();
    const view = await context.database.read((tx) => readCase(context, tx, actor, open.id));
    expect(JSON.stringify(view)).toContain('事件处理');

    expect(await clearDemo(context)).toBe(40);
    expect(
      await street.rows('select from history union all select from user_task union all select from person where demo'),
    ).toEqual([]);
  });
});
