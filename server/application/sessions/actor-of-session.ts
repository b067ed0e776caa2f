import { type ActorRow, readSession } from '../../database/actors.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import { categoryWithBelow } from '../../kernel/cases/find-category.ts';
import { localDate } from '../../kernel/local-time.ts';
import { grantOf } from '../../kernel/organization/data-scope.ts';
import type { Context } from '../context.ts';
import type { Actor, Grant } from '../policy/actor.ts';
import { administratorPermissions } from '../policy/permissions.ts';
import type { InForce } from '../releases/release-store.ts';
import { hashOfSecret } from './secret-words.ts';
import { after, idleMs, noteUseEveryMs } from './session-terms.ts';

/**
 * The person behind a cookie's token, as they are now: what they hold, what that permits. A person who was suspended or
 * taken off a post has lost it with the next request.
 *
 * @returns null when there is no such session (any more)
 */
export async function actorOfSession(context: Context, token: string): Promise<Actor | null> {
  const session = hashOfSecret(token);
  const found = await context.database.read(async (tx) => {
    const row = await readRow(context, tx, session);
    return (
      row && {
        actor: actorOf(await context.releases.inForce(tx), row, session),
        used: row.lastSeenAt,
        now: tx.now,
      }
    );
  });
  if (found === null) return null;
  if (found.used < after(found.now, -noteUseEveryMs)) await noteUse(context, session, found.now);
  return found.actor;
}

/** The session, unless it has ended; of the posts those that are held today. */
async function readRow(context: Context, tx: Transaction, session: string): Promise<ActorRow | null> {
  const row = await readSession(tx, context.tenant, session, context.demo);
  if (row === null || row.expiresAt <= tx.now || row.lastSeenAt <= after(tx.now, -idleMs)) return null;
  const today = localDate(tx.now);
  return { ...row, held: row.given.filter(({ from, to }) => from <= today && (to === null || to > today)) };
}

async function noteUse(context: Context, session: string, now: Instant): Promise<void> {
  await context.database.transaction((tx) =>
    tx.query('update session set last_seen_at = $3 where tenant_id = $1 and token_hash = $2 and last_seen_at < $3', [
      context.tenant,
      session,
      now,
    ]),
  );
}

/** An actor from a row of the database; `session` is the hash of their session, or empty for one who acts without. */
export function actorOf(live: InForce, row: ActorRow, session: string): Actor {
  const byPost = row.held.map(({ post, area }): Grant => {
    const { roles, caseTypes } = live.at(area).release;
    const withBelow = (category: string): readonly string[] =>
      [...caseTypes.values()].flatMap(({ categories }) => categoryWithBelow(categories, category));
    const through = { post, area };
    return { ...grantOf(through, live.post(through), roles, withBelow), through };
  });
  const administered: readonly Grant[] =
    row.administers === null ? [] : [{ area: row.administers, permissions: new Set(administratorPermissions) }];
  const { person, name, account, mustChangePassword, held } = row;
  const { tree, former, successions, ended } = live;
  const grants = [...byPost, ...administered];
  return { person, name, account, session, mustChangePassword, held, grants, tree, former, successions, ended };
}

/**
 * The same person once more, inside the transaction of a command: a right that was taken away meanwhile is gone.
 *
 * @returns null when the session has ended meanwhile
 */
export async function actorAgain(context: Context, tx: Transaction, actor: Actor): Promise<Actor | null> {
  const row = await readRow(context, tx, actor.session);
  return row && actorOf(await context.releases.inForce(tx), row, actor.session);
}
