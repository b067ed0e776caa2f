import { chooseCaseSuccessor, openCasesIn, openUserTasksOfCase } from '../../database/area-changes.ts';
import { readCaseRow } from '../../database/cases.ts';
import { postLetter } from '../../database/inbox.ts';
import { pinnedManifest } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { AreaChange } from '../../kernel/organization/area-changes.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import type { Context } from '../context.ts';
import { correlation } from '../observing/correlation.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import type { InForce } from '../releases/release-store.ts';
import { uuidv7 } from '../uuid.ts';
import { frameToday, lineUpFrom } from './frame-today.ts';
import { areaRef } from './list-area-changes.ts';
import { organizationIn } from './organization-in.ts';
import { nameBook } from './position-views.ts';

/**
 * Open cases of an area that is or will be split, with the part each goes to.
 *
 * @throws Refusal `not-permitted`, `area-unknown`, `area-not-split`
 */
export async function listSuccessorChoices(context: Context, actor: Actor, area: string) {
  requirePermission(actor, 'posts.edit', area);
  return context.database.read(async (tx) => {
    const live = await context.releases.inForce(tx);
    const split = splitOf(live, area);
    const rows = await openCasesIn(tx, context.tenant, area);
    const names = await nameBook(context, tx, null, [area, ...split.to]);
    return {
      asOf: tx.now,
      total: rows.length,
      parts: split.to.map((code) => areaRef(live, code)),
      cases: rows.map(({ id, number, title, place, holderPost, holderArea, chosen }) => ({
        id,
        number,
        title,
        place,
        holder:
          holderPost === null || holderArea === null ? null : names.position({ post: holderPost, area: holderArea }),
        goesTo: areaRef(live, chosen ?? split.openWork?.to ?? split.to[0] ?? area),
        chosen: chosen !== null,
      })),
    };
  });
}

/**
 * Chooses to which part of a split area the open work of a case goes. Before the day that is remembered, afterwards its
 * open user tasks go there, each by a command to its own instance.
 *
 * @throws Refusal `case-unknown`, `not-permitted`, `case-closed`, `area-not-split`
 */
export async function chooseSuccessor(context: Context, tx: Transaction, actor: Actor, id: string, area: string) {
  const row = await readCaseRow(tx, context.tenant, id);
  if (!row || !mayAct(actor, 'case.view', row.area)) throw new Refusal('case-unknown');
  requirePermission(actor, 'posts.edit', row.area);
  if (row.status !== 'open') throw new Refusal('case-closed');
  const live = await context.releases.inForce(tx);
  const split = splitOf(live, row.area);
  if (!split.to.includes(area)) throw new Refusal('area-not-split', { area });
  await chooseCaseSuccessor(tx, context.tenant, { id, area, by: actor.person });
  const moved = split.on <= localDate(tx.now) ? await moveOpenWork(context, tx, live, { id, area, split, actor }) : 0;
  return { goesTo: areaRef(live, area), moved };
}

interface Choice {
  readonly id: string;
  readonly area: string;
  readonly split: AreaChange;
  readonly actor: Actor;
}

async function moveOpenWork(
  context: Context,
  tx: Transaction,
  live: InForce,
  { id, area, split, actor }: Choice,
): Promise<number> {
  const today = localDate(tx.now);
  const elsewhere = (await openUserTasksOfCase(tx, context.tenant, id)).filter(
    (userTask) => userTask.area !== area && [...split.from, ...split.to].includes(userTask.area),
  );
  for (const { instance, task, scope, post } of elsewhere) {
    const hash = (await pinnedManifest(tx, context.tenant, instance)) ?? live.at(area).release.hash;
    const release = await context.releases.byHash(tx, hash);
    const line = lineUpFrom(frameToday(context, live, release), area, today);
    const resolved = resolvePosition(await organizationIn(context, tx, release, line), { post, area }, today);
    if (resolved.kind === 'unknown') continue;
    const by = { person: actor.person };
    const to = resolved.position;
    const command = { type: 'reassign-user-task', task, scope, to, because: 'area-changed', by } as const;
    await postLetter(tx, context.tenant, instance, uuidv7(), command, correlation());
  }
  if (elsewhere.length > 0) tx.afterCommit(context.wake);
  return elsewhere.length;
}

function splitOf(live: InForce, area: string): AreaChange {
  const split = live.changes.find(({ kind, from }) => kind === 'split' && from.includes(area));
  if (!split) throw new Refusal('area-not-split', { area });
  return split;
}
