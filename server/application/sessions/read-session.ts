import type { Transaction } from '../../database/transaction.ts';
import { readDemoPeople } from '../../database/people.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Context } from '../context.ts';
import { headArea } from '../organization/head-area.ts';
import type { Actor } from '../policy/actor.ts';
import { permissions as allPermissions } from '../policy/permissions.ts';
import { areasFor } from '../policy/policy.ts';
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
    const release = await context.releases.current(tx);
    const head = headArea(release.areas);
    return {
      place: { title: release.title, area: { code: head.code, name: head.name } },
      now: tx.now,
      demo: context.demo,
      needsAdministrator: await needsAdministrator(tx, context.tenant),
      demoPeople: context.demo && actor === null ? await demoOffers(context, tx, release) : [],
      person: actor && signedIn(release, actor),
    };
  });
}

function signedIn(release: CompiledRelease, actor: Actor): SignedIn {
  const areaName = (code: string): AreaName => ({ code, name: actor.tree.areas.get(code)?.name ?? code });
  const titles = new Map(release.posts.map((post) => [post.id, post.title]));
  const { person: id, account, name, mustChangePassword } = actor;
  const posts = actor.held.map(({ post, area }) => ({
    post,
    postTitle: titles.get(post) ?? post,
    area: areaName(area),
  }));
  const scope = areasFor(actor);
  const permissions = allPermissions.filter((permission) =>
    actor.grants.some((grant) => grant.permissions.has(permission)),
  );
  const caseTypes = permissions.includes('case.report')
    ? [...release.caseTypes.values()].map(({ id: type, title }) => ({ id: type, title }))
    : [];
  return { id, account, name, mustChangePassword, posts, permissions, caseTypes, scope: scope.map(areaName) };
}

async function demoOffers(context: Context, tx: Transaction, release: CompiledRelease): Promise<readonly DemoOffer[]> {
  const posts = new Map(release.posts.map((post) => [post.id, post]));
  const areas = new Map(release.areas.map((area) => [area.code, area.name]));
  const administrative = (post: string): boolean =>
    (posts.get(post)?.roles ?? []).some((role) => release.roles.get(role)?.permissions.includes('administration'));
  return (await readDemoPeople(tx, context.tenant, localDate(tx.now))).map(({ account, name, note, held }) => ({
    account,
    name,
    note,
    posts: [...new Set(held.map(({ post }) => posts.get(post)?.title ?? post))].join('、'),
    areas: [...new Set(held.map(({ area }) => areas.get(area) ?? area))].join('、'),
    administrator: held.some(({ post }) => administrative(post)),
  }));
}
