import { listPeople as listPeopleRows } from '../../database/people.ts';
import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { listScope, requireAreasFor } from '../policy/policy.ts';
import { type PersonView, personView } from './person-view.ts';

export interface PeopleQuery {
  readonly q?: string | undefined;
  readonly area?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface PeopleList {
  readonly total: number;
  readonly asOf: Instant;
  readonly people: readonly PersonView[];
}

/**
 * People whose accounts are managed in the asker's areas, by name.
 *
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function listPeople(context: Context, actor: Actor, query: PeopleQuery): Promise<PeopleList> {
  const managedIn = requireAreasFor(actor, 'people.edit');
  const area = query.area === undefined ? null : listScope(actor, 'people.edit', query.area).label.code;
  const words = query.q?.trim() ? query.q.trim() : null;
  return context.database.read(async (tx) => {
    const live = await context.releases.inForce(tx);
    const titled = live.all.flatMap(({ release }) => release.posts);
    const posts = titled.filter(({ title }) => words !== null && title.includes(words)).map(({ id }) => id);
    const filter = { managedIn, area, words, posts, offset: query.offset ?? 0, limit: query.limit ?? 100 };
    const { total, people } = await listPeopleRows(tx, context.tenant, localDate(tx.now), filter);
    return { total, asOf: tx.now, people: people.map((row) => personView(live, row)) };
  });
}
