import { reportCase } from '../../../server/application/cases/report-case.ts';
import type { CompiledRelease } from '../../../server/kernel/release/compiled-release.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

/** A case that its reporter has settled already; without its category. */
export const onTheSpot = {
  description: '巷口散落两袋垃圾。',
  place: '忠义巷口',
  onTheSpot: true,
  result: '已经清走。',
};
const passedOn = { description: '路灯不亮。', place: '忠义巷中段', onTheSpot: false, urgency: 'ordinary' };

/** A category whose cases need no photo. */
export function categoryOf(release: CompiledRelease): string {
  const all = [...release.caseTypes.values()].flatMap(({ categories }) =>
    categories.flatMap((top) => top.children ?? []),
  );
  return all.find((category) => !category.evidencePhoto)?.id ?? '';
}

/** A street in which a case has ended, others wait, and a ladder goes beside one that is overdue. */
export async function openLiveStreet(): Promise<Street> {
  const street = await openStreet();
  const { context } = street;
  const release = await context.database.read((tx) => context.releases.current(tx));
  const worker = await street.actor(xiguan.worker);
  const category = categoryOf(release);
  const report = async (form: object): Promise<void> => {
    const data = { ...form, category };
    await context.database.transaction((tx) =>
      reportCase(context, tx, worker, { caseType: 'event', area: xiguan.grid01, data }),
    );
  };
  await report(onTheSpot);
  await report(passedOn);
  await street.settle();
  const now = await context.database.read(async (tx) => tx.now);
  await street.passTime(new Date(Date.parse(now) + 40 * 86_400_000).toISOString());
  await report(passedOn);
  await street.settle();
  return street;
}
