import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import { isJsonObject, textIn } from '../../kernel/json.ts';
import { iterationsOf, readHistories } from '../../database/iterations.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import { iterationState } from '../process-instances/iteration-state.ts';
import { eventNames, historyLines } from './instance-words.ts';
import { operatedInstance } from './operated-instance.ts';
import type { Operator } from './operator.ts';

/** Iterations whose histories are read together. */
const pageSize = 20;

/**
 * A page of the iterations that an instance has begun in instances of their own, each with what happened in it.
 *
 * @param after `next` of the page before; null for the first
 * @throws Refusal `instance-unknown`
 */
export async function readIterations(
  context: Context,
  tx: Transaction,
  operator: Operator,
  id: string,
  after: string | null,
) {
  await operatedInstance(context, tx, operator, id);
  const begun = await iterationsOf(tx, context.tenant, id, after, pageSize);
  const histories = await readHistories(tx, context.tenant, begun);
  const events = [...histories.values()].flat().map(({ event }) => event);
  const areas = events.flatMap(({ position }) => (isJsonObject(position) ? [textIn(position['area'])] : []));
  const people = events.flatMap(({ by }) => (isJsonObject(by) && 'person' in by ? [textIn(by['person'])] : []));
  const iterations = await Promise.all(
    begun.map(async (iteration) => {
      const release = await context.releases.byHash(tx, iteration.manifestHash);
      const process = release.processes.get(iteration.process)?.executable;
      if (!process) throw new Error(`release ${iteration.manifestHash} has no process ${iteration.process}`);
      const names = await nameBook(context, tx, release, [...new Set(areas)].filter(Boolean), [...new Set(people)]);
      const history = histories.get(iteration.id) ?? [];
      return {
        id: iteration.id,
        number: iteration.number,
        state: iterationState(iteration),
        version: { id: iteration.manifestHash, version: release.manifest.version },
        startedAt: iteration.startedAt,
        endedAt: iteration.endedAt,
        history: historyLines(
          history.map(({ seq, at, event }) => ({ seq, at, event: event as unknown as ProcessEvent })),
          eventNames(release, process, names),
        ).filter(({ weight }) => weight === 'main'),
      };
    }),
  );
  return { asOf: tx.now, iterations, next: begun.length === pageSize ? (begun.at(-1)?.id ?? null) : null };
}
