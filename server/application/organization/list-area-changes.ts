import { caseCountsIn } from '../../database/area-changes.ts';
import { endedAssignmentsIn, openAssignmentsIn } from '../../database/post-assignments.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { type AreaChange, endedBy } from '../../kernel/organization/area-changes.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requireAreasFor } from '../policy/policy.ts';
import type { InForce } from '../releases/release-store.ts';
import { writtenArea } from './coming-area.ts';

/**
 * Dated changes of the caller's areas that are in force, with what they have left to do: cases that are still open, and
 * people who lost a post by them and have no other yet.
 *
 * @throws Refusal `not-permitted`
 */
export async function listAreaChanges(context: Context, actor: Actor) {
  requireAreasFor(actor, 'posts.view');
  return context.database.read(async (tx) => {
    const live = await context.releases.inForce(tx);
    const seen = live.changes.filter(({ from, to }) =>
      [...from, ...to].some((code) => mayAct(actor, 'posts.view', code)),
    );
    const changes = [];
    for (const change of seen.toSorted((one, other) => (one.on < other.on ? 1 : -1)))
      changes.push(await changeView(context, tx, live, change));
    return { asOf: tx.now, changes };
  });
}

async function changeView(context: Context, tx: Transaction, live: InForce, change: AreaChange) {
  const today = localDate(tx.now);
  const { on, kind, from, to, openWork } = change;
  const ended = endedBy(change);
  const done = on <= today;
  const { open } = await caseCountsIn(tx, context.tenant, from);
  return {
    on,
    kind,
    from: from.map((code) => areaRef(live, code)),
    to: to.map((code) => areaRef(live, code, kind === 'rename' ? change.name : undefined)),
    rule: openWork?.rule ?? ('follow' as const),
    done,
    openCases: kind === 'rename' ? 0 : open,
    toArrange: done ? await toArrange(context, tx, live, { ended, to, on }) : [],
  };
}

/** People whose posts ended with the areas, on that day, and who hold no post at what came of them. */
async function toArrange(
  context: Context,
  tx: Transaction,
  live: InForce,
  { ended, to, on }: { readonly ended: readonly string[]; readonly to: readonly string[]; readonly on: string },
) {
  const left = await endedAssignmentsIn(tx, context.tenant, ended, on);
  const arranged = new Set(
    (await openAssignmentsIn(tx, context.tenant, to, localDate(tx.now))).map((one) => one.person),
  );
  const waiting = left.filter(({ person }) => !arranged.has(person));
  const names = await readPersonNames(tx, context.tenant, [...new Set(waiting.map(({ person }) => person))]);
  return waiting.map(({ person, post, area }) => ({
    person: { id: person, name: names.get(person) ?? '' },
    postTitle: live.post({ post, area })?.title ?? post,
    area: areaRef(live, area),
  }));
}

/** An area as it is or was called. */
export function areaRef(live: InForce, code: string, name?: string): { readonly code: string; readonly name: string } {
  const known = live.area(code) ?? live.ended.get(code) ?? writtenArea(live, code);
  return { code, name: name ?? known?.name ?? code };
}
