import { carryOut } from '../../server/application/carry-out.ts';
import { reportCase } from '../../server/application/cases/report-case.ts';
import { setPlugin } from '../../server/application/plugins/set-plugin.ts';
import { completeUserTask } from '../../server/application/user-tasks/complete-user-task.ts';
import { userTasksOf } from '../../server/database/user-tasks.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { type Street, xiguan } from '../application/street.ts';

const report = {
  description: '巷口两袋垃圾没人收，已经有味道。',
  place: '忠义巷口',
  onTheSpot: true,
  result: '已经清走，地面冲洗干净。',
  reporterName: '赵先生',
  reporterPhone: '13800000001',
  wantsAnswer: true,
};

/** A case that is settled on the spot and whose reporter is then answered: the shortest way to 信息反馈. */
export async function answeredCase(street: Street): Promise<string> {
  const { context } = street;
  const release = await context.database.read((tx) => context.releases.current(tx));
  const categories = [...release.caseTypes.values()].flatMap((type) =>
    type.categories.flatMap((top) => top.children ?? []),
  );
  const category = categories.find((child) => !child.evidencePhoto)?.id ?? '';
  const worker = await street.actor(xiguan.worker);
  const { id } = await context.database.transaction((tx) =>
    reportCase(context, tx, worker, { caseType: 'event', area: xiguan.grid01, data: { ...report, category } }),
  );
  const open = await context.database.read((tx) => userTasksOf(tx, context.tenant, 'case', id));
  const feedback = open.find(({ element }) => element === 'feedback');
  if (!feedback) throw new Error('nobody has to answer');
  const data = { how: 'phone', answered: 'reporter', answeredAt: '2026-09-07T01:00:00.000Z', answer: '垃圾已经清走。' };
  await context.database.transaction((tx) => completeUserTask(context, tx, worker, feedback, data));
  return id;
}

/** Sets a plugin for the whole street, as its administrator does. */
export async function setUp(street: Street, plugin: string, data: JsonObject, active = true): Promise<void> {
  const { context } = street;
  const administrator = await street.actor(xiguan.administrator);
  const [own] = await street.rows<{ revision: number }>(
    'select revision from plugin_setting where plugin = $1 and area = $2',
    plugin,
    xiguan.street,
  );
  const change = { area: xiguan.street, active, data, revision: own?.revision ?? 0 };
  await carryOut(context, administrator, null, (tx, asker) => setPlugin(context, tx, asker, plugin, change));
}
