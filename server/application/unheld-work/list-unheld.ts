import { countUnheld, readUnheld } from '../../database/unheld-work.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { listScope, mayAct } from '../policy/policy.ts';
import { readSubjects } from '../user-tasks/read-subjects.ts';
import { userTaskLine } from '../user-tasks/user-task-view.ts';

/** What the queue is narrowed by, as it comes in at the door. */
export interface UnheldQuery {
  readonly area?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * 无人办理: open user tasks at positions that nobody holds, because the last holder left and no fallback is held either.
 * The most urgent first, with the position that each was meant for and since when nobody is there.
 *
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function listUnheld(context: Context, actor: Actor, query: UnheldQuery) {
  const scope = listScope(actor, 'posts.view', query.area);
  return context.database.read(async (tx) => {
    const live = await context.releases.inForce(tx);
    const today = localDate(tx.now);
    const page = { offset: query.offset ?? 0, limit: query.limit ?? 50 };
    const [total, rows] = await Promise.all([
      countUnheld(tx, context.tenant, today, scope.areas),
      readUnheld(tx, context.tenant, today, scope.areas, page),
    ]);
    const [subjects, names] = await Promise.all([
      readSubjects(tx, context.tenant, rows),
      nameBook(
        context,
        tx,
        null,
        rows.flatMap(({ area, askedArea }) => [area, askedArea]),
      ),
    ]);
    return {
      asOf: tx.now,
      area: scope.label,
      total,
      userTasks: rows.map((row) => ({
        ...userTaskLine(live.at(row.area).release, names, subjects, row, tx.now),
        asked: names.position({ post: row.askedPost, area: row.askedArea }),
        leftOn: row.leftOn,
        mayGive: mayAct(actor, 'posts.edit', row.area),
      })),
    };
  });
}
