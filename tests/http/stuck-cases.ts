import { drafter, ok, published } from './drafting.ts';
import type { TestApp } from './open-test-app.ts';
import { xiguan } from '../application/street.ts';

/** Who repairs in the synthetic street. */
export const operator = 'gaoyuan';

/**
 * Makes a process that really gets stuck: archiving has become a notice about an appointment, and the job fails until somebody
 * sets the variable `result`, which an author forgot is not there when nobody handled the case. Cases that are settled on the spot stop there at once.
 */
export function withBrokenArchive(xml: string): string {
  const broken = xml.replace(
    /<zeebe:taskDefinition type="grid:archive" retries="3" \/>/,
    `<zeebe:taskDefinition type="grid:notify" retries="1" />
        <zeebe:taskHeaders><zeebe:header key="notice" value="case-informed" /></zeebe:taskHeaders>
        <zeebe:ioMapping>
          <zeebe:input source="={startsAt: if result = null and case.category = &quot;dispute-neighbour&quot; then &quot;not yet&quot; else &quot;2026-11-20T01:00:00.000Z&quot;}" target="meeting" />
        </zeebe:ioMapping>`,
  );
  if (broken === xml) throw new Error('the process archives in another way than this test knows');
  return broken;
}

/** The value with which the job works. */
export const mended = { result: 'solved' };

/** Publishes the broken process for a grid. */
export async function breakProcess(door: TestApp, area: string = xiguan.grid01): Promise<void> {
  const street = drafter(door, xiguan.administrator, area);
  ok(await street.change('process', 'case-handling', ({ xml }) => withBrokenArchive(xml)));
  await published(street);
}

/** Reports a case that is settled on the spot; answers the id of its instance, which gets stuck where the process is broken. */
export async function reportSettled(door: TestApp, area: string = xiguan.grid01): Promise<string> {
  const data = {
    category: 'dispute-neighbour',
    description: '楼上漏水，两家说不到一起，已经当面说开。',
    place: '3 单元',
    onTheSpot: true,
    result: '已经说和。',
  };
  const body = { caseType: 'event', area, form: { data } };
  const { id } = ok(await door.ask(xiguan.worker, 'POST', '/api/cases', body));
  await door.street.settle();
  const [row] = await door.street.rows<{ instance: string }>(
    'select instance_id as instance from case_record where id = $1',
    id,
  );
  return row?.instance ?? '';
}
