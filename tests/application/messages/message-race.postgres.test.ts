import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishMessage } from '../../../server/application/messages/publish-message.ts';
import { drawn, openDrawnStreet, visitUntil, type DrawnStreet } from '../drawn-street.ts';

const visit = drawn(visitUntil('visited'));

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(visit);
});
afterAll(() => street.close());

const rounds = 60;

describe('publishing while somebody begins to wait, on connections of their own', () => {
  test('loses no message and doubles none', async () => {
    const actor = await street.person('lixiuying');
    const outcomes = new Map<string, number>();
    for (let round = 0; round < rounds; round += 3) {
      const keys = [0, 1, 2].map((offset) => `R${round + offset}`);
      const answers = await Promise.all(
        keys.flatMap((key) => [
          publishMessage(street.context, actor, null, { name: 'visited', correlation: key }),
          street.begin('visit', { household: key }).then(() => null),
        ]),
      );
      for (const answer of answers) if (answer) outcomes.set(answer.outcome, (outcomes.get(answer.outcome) ?? 0) + 1);
    }
    await street.settle();
    const done = await street.rows<{ status: string; count: number }>(
      `select status, count(*)::int as count from process_instance where process = 'visit' group by status`,
    );
    const kept = await street.rows(`select from message where state in ('published', 'buffered')`);
    expect({ done, kept: kept.length }).toEqual({ done: [{ status: 'completed', count: rounds }], kept: 0 });
  });

  test('several messages for one instance reach it once; the others are kept', async () => {
    const actor = await street.person('lixiuying');
    await street.begin('visit', { household: 'many' });
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => publishMessage(street.context, actor, null, { name: 'visited', correlation: 'many' })),
    );
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['buffered', 'buffered', 'buffered', 'reached']);
  });
});
