import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDueMeetings } from '../../server/application/meetings/start-due-meetings.ts';
import { openTestStreet, type TestStreet } from '../application/test-street.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
});
afterAll(() => street.close());

function meetings(): Promise<readonly { readonly key: string }[]> {
  const { context } = street;
  return context.database.read((tx) =>
    tx.query<{ key: string }>('select occurrence_key as key from meeting where tenant_id = $1 order by at', [
      context.tenant,
    ]),
  );
}

// The series meets on the 20th; participants are told three working days before.
describe('the meeting hand', () => {
  test('calls nothing that lies before its first look', async () => {
    await street.setClock('2026-09-18T01:00:00.000Z');
    expect(await startDueMeetings(street.context)).toBe(0);
  });

  test('calls an occurrence once, however many hands look at the same moment', async () => {
    await street.setClock('2026-10-15T01:00:00.000Z');
    const started = await Promise.all([1, 2, 3, 4].map(() => startDueMeetings(street.context)));
    expect({ started: started.reduce((sum, count) => sum + count, 0), meetings: await meetings() }).toEqual({
      started: 1,
      meetings: [{ key: '2026-10-20' }],
    });
  });

  test('after an outage of three months calls only the latest that was missed, once', async () => {
    await street.setClock('2027-01-25T01:00:00.000Z');
    expect(await startDueMeetings(street.context)).toBe(1);
    expect(await startDueMeetings(street.context)).toBe(0);
    expect((await meetings()).map(({ key }) => key)).toEqual(['2026-10-20', '2027-01-20']);
  });

  test('looks back no further when its clock is put back', async () => {
    await street.setClock('2026-12-01T01:00:00.000Z');
    expect(await startDueMeetings(street.context)).toBe(0);
  });
});
