import { iterationsOf, readHistories, submissionsIn, type BegunIteration } from '../../database/iterations.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { iterationState } from '../process-instances/iteration-state.ts';
import { storyLines } from './case-story.ts';
import { readVisibleCase } from './read-case.ts';

/** Iterations whose stories are read together. */
const pageSize = 20;

/**
 * A page of what happened in the iterations of a case's loops that live in instances of their own, each with its story:
 * only the histories of the page are read, however many iterations there are.
 *
 * @param after `next` of the page before; null for the first
 * @throws Refusal `case-unknown`, also for a case of another area
 */
export async function readCaseIterations(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
  after: string | null,
) {
  const { tenant } = context;
  const row = await readVisibleCase(context, tx, actor, id);
  const begun = await iterationsOf(tx, tenant, row.instance, after, pageSize);
  const histories = await readHistories(tx, tenant, begun);
  const ids = begun.map(({ id: iteration }) => iteration);
  const filled = await submissionsIn(tx, tenant, { kind: 'case', id: row.id }, ids);
  const tell = async (iteration: BegunIteration) => {
    const release = await context.releases.byHash(tx, iteration.manifestHash);
    const submissions = filled.get(iteration.id) ?? [];
    const history = histories.get(iteration.id) ?? [];
    const people = submissions.flatMap(({ person }) => person ?? []);
    const areas = release.areas.map(({ code }) => code);
    const names = await nameBook(context, tx, release, areas, people);
    const told = storyLines(
      { release, names, row, process: iteration.process, history, submissions, personal: [] },
      [],
    );
    return {
      id: iteration.id,
      number: iteration.number,
      state: iterationState(iteration),
      // That it began is said by its number.
      story: told
        .filter(({ kind }) => kind !== 'begun' && kind !== 'reported')
        .map(({ person, ...line }) => ({ ...line, person: names.person(person) })),
    };
  };
  return {
    asOf: tx.now,
    iterations: await Promise.all(begun.map(tell)),
    next: begun.length === pageSize ? (ids.at(-1) ?? null) : null,
  };
}
