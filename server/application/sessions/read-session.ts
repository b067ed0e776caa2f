import type { Transaction } from '../../database/transaction.ts';
import { readDemoPeople } from '../../database/people.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Instant } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import { headArea } from '../organization/head-area.ts';
import type { Actor } from '../policy/actor.ts';
import { permissions as allPermissions } from '../policy/permissions.ts';
import { areasFor } from '../policy/policy.ts';
import type { InForce } from '../releases/release-store.ts';
import { releasesWithin } from '../releases/releases-within.ts';
import { grantsAdministration } from '../policy/grants-administration.ts';
import { needsAdministrator } from './setup-code.ts';

interface AreaName {
  readonly code: string;
  readonly name: string;
}

/** Who is signed in, and what the sign-in page offers. */
export interface SessionState {
  readonly place: { readonly title: string; readonly area: AreaName | null };
  readonly now: Instant;
  readonly demo: boolean;
  readonly needsAdministrator: boolean;
  readonly demoPeople: readonly DemoOffer[];
  readonly person: SignedIn | null;
}

interface DemoOffer {
  readonly account: string;
  readonly name: string;
  readonly posts: string;
  readonly areas: string;
  readonly note: string;
  readonly administrator: boolean;
}

interface SignedIn {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly mustChangePassword: boolean;
  readonly posts: readonly { readonly post: string; readonly postTitle: string; readonly area: AreaName }[];
  readonly permissions: readonly string[];
  /** What they may report. */
  readonly caseTypes: readonly { readonly id: string; readonly title: string }[];
  readonly scope: readonly AreaName[];
}

/**
 * What every page knows first.
 *
 * @param actor null when nobody is signed in; the demo people are offered only then
 */
export async function readSession(context: Context, actor: Actor | null): Promise<SessionState> {
  return context.database.read(async (tx) => {
    const live = await context.releases.inForce(tx);
    const head = headArea([...live.tree.areas.values()]);
    const home = actor ? (areasFor(actor)[0] ?? head.code) : head.code;
    return {
      place: { title: live.at(home).release.title, area: { code: head.code, name: head.name } },
      now: tx.now,
      demo: context.demo,
      needsAdministrator: await needsAdministrator(tx, context.tenant),
      demoPeople: context.demo && actor === null ? await demoOffers(context, tx, live) : [],
      person: actor && signedIn(live, actor),
    };
  });
}

function signedIn(live: InForce, actor: Actor): SignedIn {
  const areaName = (code: string): AreaName => ({ code, name: actor.tree.areas.get(code)?.name ?? code });
  const { person: id, account, name, mustChangePassword } = actor;
  const posts = actor.held.map(({ post, area }) => ({
    post,
    postTitle: live.post({ post, area })?.title ?? post,
    area: areaName(area),
  }));
  const scope = areasFor(actor);
  const permissions = allPermissions.filter((permission) =>
    actor.grants.some((grant) => grant.permissions.has(permission)),
  );
  const caseTypes = permissions.includes('case.report')
    ? releasesWithin(live, areasFor(actor, 'case.report')).flatMap((release) => [...release.caseTypes.values()])
    : [];
  const caseTypesOnce = new Map(caseTypes.map(({ id: type, title }) => [type, { id: type, title }]));
  return {
    id,
    account,
    name,
    mustChangePassword,
    posts,
    permissions,
    caseTypes: [...caseTypesOnce.values()],
    scope: scope.map(areaName),
  };
}

async function demoOffers(context: Context, tx: Transaction, live: InForce): Promise<readonly DemoOffer[]> {
  return (await readDemoPeople(tx, context.tenant, localDate(tx.now))).map(({ account, name, note, held }) => ({
    account,
    name,
    note,
    posts: [...new Set(held.map((position) => live.post(position)?.title ?? position.post))].join('、'),
    areas: [...new Set(held.map(({ area }) => live.area(area)?.name ?? area))].join('、'),
    administrator: held.some((position) => grantsAdministration(live, position)),
  }));
}
