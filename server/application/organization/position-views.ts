import type { Position } from '../../kernel/bpmn/process-instance.ts';
import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { holdersOf, type Organization } from '../../kernel/organization/holders.ts';
import type { Post } from '../../kernel/organization/organization.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { frameToday } from './frame-today.ts';
import { organizationOf } from './organization-in.ts';
import { holdersAt } from './holders-for-step.ts';

/** A position as screens show it. */
export interface PositionView {
  readonly post: string;
  readonly postTitle: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly holders: readonly { readonly id: string; readonly name: string }[];
}

/** Names for one answer: positions with their holders, areas, posts, people; read once, then looked up. */
export interface NameBook {
  readonly organization: Organization;
  readonly position: (position: Position, at?: Instant) => PositionView;
  readonly area: (code: string) => { readonly code: string; readonly name: string };
  readonly person: (id: string | null) => { readonly id: string; readonly name: string } | null;
}

/**
 * Reads the names an answer needs.
 *
 * @param release the one an instance is pinned to, for what is told of it; null: each area's own, as it is now
 * @param areas areas at which positions will be asked for
 * @param people further person ids whose names are wanted
 */
export async function nameBook(
  context: Context,
  tx: Transaction,
  release: CompiledRelease | null,
  areas: readonly string[],
  people: readonly string[] = [],
): Promise<NameBook> {
  const live = await context.releases.inForce(tx);
  const [assignments, further] = await Promise.all([
    holdersAt(context, tx, [...new Set([...areas, ...live.changes.flatMap(({ to }) => to)])]),
    readPersonNames(tx, context.tenant, people),
  ]);
  const read = organizationOf(frameToday(context, live, release ?? live.root.release), assignments);
  const organization = release ? read : { ...read, tree: live.tree };
  const names = new Map([...assignments.map(({ person, name }) => [person, name] as const), ...further]);
  const area = (code: string): { readonly code: string; readonly name: string } => ({
    code,
    // An area is called as it is called today, also by what began before it was renamed.
    name: (live.area(code) ?? organization.tree.areas.get(code))?.name ?? code,
  });
  const post = (position: Position): Post | undefined =>
    release ? (organization.posts.get(position.post) ?? live.post(position)) : live.post(position);
  return {
    organization,
    area,
    person: (id) => (id === null ? null : { id, name: names.get(id) ?? '' }),
    position: (position, at = tx.now) => ({
      post: position.post,
      postTitle: post(position)?.title ?? position.post,
      area: area(position.area),
      holders: holdersOf(organization, position, localDate(at)).map(({ person }) => ({
        id: person,
        name: names.get(person) ?? '',
      })),
    }),
  };
}
