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

/** Which sessions count. */
export interface SessionTerms {
  /** Sessions that were not used since then have ended. */
  readonly idleSince: Instant;
  /** Local date for which posts are asked. */
  readonly today: string;
  /** Whether synthetic people may be signed in. */
  readonly demo: boolean;
}

/** Reads who is behind a session; null when it has ended, or the person is suspended. */
export async function readActor(
  tx: Transaction,
  tenant: string,
  tokenHash: string,
  terms: SessionTerms,
): Promise<ActorRow | null> {
  const [row] = await tx.query<ActorRow>(
    `select p.id as person, p.name, p.account, p.administers, p.must_change_password as "mustChangePassword",
       s.last_seen_at as "lastSeenAt",
       (select coalesce(json_agg(json_build_object('post', a.post, 'area', a.area) order by a.id), '[]') from post_assignment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.from_date <= $4 and (a.to_date is null or a.to_date > $4)) as held
     from session s join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
     where s.tenant_id = $1 and s.token_hash = $2 and s.expires_at > $3 and s.last_seen_at > $5
       and p.active and (not p.demo or $6)`,
    [tenant, tokenHash, tx.now, terms.today, terms.idleSince, terms.demo],
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
