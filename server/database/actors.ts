import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** The person behind a session, with the positions they hold on a day. */
export interface ActorRow {
  readonly person: string;
  readonly name: string;
  readonly account: string;
  readonly administers: string | null;
  readonly mustChangePassword: boolean;
  readonly lastSeenAt: Instant;
  /** In the order they were given them: whoever holds several at an area reports as the first. */
  readonly held: readonly { readonly post: string; readonly area: string }[];
}

/** A session as it is stored, which may have ended by the clock, with every post its person was ever given. */
export interface SessionRow extends Omit<ActorRow, 'held'> {
  readonly expiresAt: Instant;
  /** With the local dates from which and until which they are held; until is the first day that is not. */
  readonly given: readonly {
    readonly post: string;
    readonly area: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

/**
 * Reads who is behind a session; null when there is none, or the person is suspended. What depends on the time is left
 * to who asks, so that it may be asked before the transaction's time is known.
 *
 * @param demo whether synthetic people may be signed in
 */
export async function readSession(
  tx: Transaction,
  tenant: string,
  tokenHash: string,
  demo: boolean,
): Promise<SessionRow | null> {
  const [row] = await tx.query<SessionRow>(
    `select p.id as person, p.name, p.account, p.administers, p.must_change_password as "mustChangePassword",
       s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
       (select coalesce(json_agg(json_build_object('post', a.post, 'area', a.area, 'from', a.from_date, 'to', a.to_date) order by a.id), '[]')
        from post_assignment a where a.tenant_id = p.tenant_id and a.person_id = p.id) as given
     from session s join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
     where s.tenant_id = $1 and s.token_hash = $2 and p.active and (not p.demo or $3)`,
    [tenant, tokenHash, demo],
  );
  return row ?? null;
}

/** A person by account or name, with the positions they hold on a day; null when there is none or the name is not unique. */
export async function readActorByAccount(
  tx: Transaction,
  tenant: string,
  accountOrName: string,
  today: string,
): Promise<ActorRow | null> {
  const rows = await tx.query<ActorRow>(
    `select p.id as person, p.name, p.account, p.administers, p.must_change_password as "mustChangePassword", p.created_at as "lastSeenAt",
       (select coalesce(json_agg(json_build_object('post', a.post, 'area', a.area) order by a.id), '[]') from post_assignment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.from_date <= $3 and (a.to_date is null or a.to_date > $3)) as held
     from person p where p.tenant_id = $1 and (p.account = $2 or p.name = $2) and p.active`,
    [tenant, accountOrName, today],
  );
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/** A person by id, with the positions they hold on a day; null when there is none or they are suspended. */
export async function readActorById(
  tx: Transaction,
  tenant: string,
  person: string,
  today: string,
): Promise<ActorRow | null> {
  const [row] = await tx.query<ActorRow>(
    `select p.id as person, p.name, p.account, p.administers, p.must_change_password as "mustChangePassword", p.created_at as "lastSeenAt",
       (select coalesce(json_agg(json_build_object('post', a.post, 'area', a.area) order by a.id), '[]') from post_assignment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.from_date <= $3 and (a.to_date is null or a.to_date > $3)) as held
     from person p where p.tenant_id = $1 and p.id = $2 and p.active`,
    [tenant, person, today],
  );
  return row ?? null;
}
