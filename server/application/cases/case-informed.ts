import { informedAbout } from '../../database/notifications-told.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { PositionView } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { holds } from '../policy/policy.ts';
import type { CaseMaterial } from './read-case.ts';

/** A position that was told of a case (抄送) and who of its holders has read it: 待阅 until somebody has. */
interface Informed {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly position: PositionView;
  readonly readBy: readonly { readonly person: { readonly id: string; readonly name: string }; readonly at: string }[];
  /** It came to the caller, who has not read it yet. */
  readonly unreadByMe: boolean;
}

/** Whom rules have told of a case, the latest first, as far as positions are concerned. */
export async function informedOf(
  context: Context,
  tx: Transaction,
  actor: Actor,
  { row, names }: Pick<CaseMaterial, 'row' | 'names'>,
): Promise<readonly Informed[]> {
  const told = await informedAbout(tx, context.tenant, 'case', row.id);
  return told.map(({ id, at, title, post, area, read }) => ({
    id,
    at,
    title,
    position: names.position({ post, area }),
    readBy: read.map(({ person, name, at: when }) => ({ person: { id: person, name }, at: when })),
    unreadByMe: holds(actor, { post, area }) && !read.some(({ person }) => person === actor.person),
  }));
}
