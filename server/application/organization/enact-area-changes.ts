import { lockAreas } from '../../database/areas.ts';
import { type LeftUserTask, openUserTasksIn, standingAreas } from '../../database/area-changes.ts';
import { endAssignments, insertHeldPosts, openAssignmentsIn } from '../../database/post-assignments.ts';
import { postLetter } from '../../database/inbox.ts';
import { pinnedManifest } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { areaNow, successorsOf } from '../../kernel/organization/area-changes.ts';
import { followHolders } from '../../kernel/organization/follow-holders.ts';
import type { Organization } from '../../kernel/organization/holders.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import type { Context } from '../context.ts';
import { correlation } from '../observing/correlation.ts';
import type { InForce } from '../releases/release-store.ts';
import { uuidv7 } from '../uuid.ts';
import { frameToday, lineUpFrom } from './frame-today.ts';
import { organizationIn } from './organization-in.ts';
import { storeAreas } from './store-areas.ts';

/** So many user tasks are sent to their successors in one transaction; the rest with the next. */
const mostAtOnce = 500;

/** Writes the area tree of today into the rows, with the areas that have ended. */
export async function storeAreasInForce(context: Context, tx: Transaction, live: InForce): Promise<void> {
  const areas = [...live.tree.areas.values(), ...live.ended.values()];
  await storeAreas(tx, context.tenant, areas, live.changes);
}

/**
 * Carries out what a day brings to areas: the rows follow the tree, holders go along or leave, and open work goes to the
 * successor, each user task as a command to its own instance. Looked at every minute by any number of nodes; doing it twice
 * does no harm, and what came to lie at an ended area meanwhile is found by the next look.
 *
 * @returns how many user tasks are on their way
 */
export async function enactAreaChanges(context: Context): Promise<number> {
  let sent = 0;
  for (let more = true; more;) {
    const moved = await context.database.transaction(async (tx) => {
      const live = await context.releases.inForce(tx);
      if (live.changes.length === 0 && !isDated(live)) return 0;
      if (await differs(context, tx, live)) await storeAreasInForce(context, tx, live);
      return live.successions.size === 0 ? 0 : leaveEndedAreas(context, tx, live);
    });
    sent += moved;
    more = moved >= mostAtOnce;
  }
  return sent;
}

function isDated({ all }: InForce): boolean {
  return all.some(({ release }) => release.areas.some(({ from, to }) => from !== undefined || to !== undefined));
}

async function differs(context: Context, tx: Transaction, { tree }: InForce): Promise<boolean> {
  const rows = await standingAreas(tx, context.tenant);
  return (
    rows.length !== tree.areas.size ||
    rows.some(({ code, name, parent }) => {
      const area = tree.areas.get(code);
      return area?.name !== name || area.parent !== parent;
    })
  );
}

async function leaveEndedAreas(context: Context, tx: Transaction, live: InForce): Promise<number> {
  const ended = [...live.successions.keys()];
  const open = await openUserTasksIn(tx, context.tenant, ended);
  await moveHolders(context, tx, live, open);
  let sent = 0;
  const organizations = new Map<string, Organization>();
  for (const userTask of open) {
    if (live.successions.get(userTask.area)?.rule === 'stay' && userTask.chosen === null) continue;
    if (sent >= mostAtOnce) break;
    if (await sendToSuccessor(context, tx, live, userTask, organizations)) sent += 1;
  }
  if (sent > 0) tx.afterCommit(context.wake);
  return sent;
}

/** Holders of an ended area's posts go along or leave, as its change says; who has to finish work there stays until then. */
async function moveHolders(
  context: Context,
  tx: Transaction,
  live: InForce,
  open: readonly LeftUserTask[],
): Promise<void> {
  const today = localDate(tx.now);
  const ended = [...live.successions.keys()];
  if ((await openAssignmentsIn(tx, context.tenant, ended, today)).length === 0) return;
  // Whoever puts people on posts locks the area too, so the places that are free stay so.
  const touched = [...new Set(ended.flatMap((code) => [code, areaNow(live.successions, code)]))].toSorted();
  await lockAreas(tx, context.tenant, touched);
  const assignments = await openAssignmentsIn(tx, context.tenant, touched, today);
  const moved = followHolders(
    {
      successions: live.successions,
      area: live.area,
      post: live.post,
      staying: open.filter(({ area, chosen }) => live.successions.get(area)?.rule === 'stay' && chosen === null),
    },
    assignments,
  );
  for (const [on, ids] of Map.groupBy(moved.ending, ({ until }) => until))
    await endAssignments(
      tx,
      context.tenant,
      ids.map(({ assignment }) => assignment.id),
      on,
    );
  const rows = moved.beginning.map((assignment) => ({ ...assignment, id: uuidv7() }));
  await insertHeldPosts(tx, context.tenant, rows, null);
}

async function sendToSuccessor(
  context: Context,
  tx: Transaction,
  live: InForce,
  userTask: LeftUserTask,
  organizations: Map<string, Organization>,
): Promise<boolean> {
  const { instance, task, scope, post, area, chosen } = userTask;
  const today = localDate(tx.now);
  const isChosen = chosen !== null && successorsOf(live.successions, area).includes(chosen);
  const goal = areaNow(live.successions, isChosen ? chosen : area);
  const hash = (await pinnedManifest(tx, context.tenant, instance)) ?? live.at(goal).release.hash;
  const key = `${hash} ${goal}`;
  const release = await context.releases.byHash(tx, hash);
  const organization =
    organizations.get(key) ??
    (await organizationIn(context, tx, release, lineUpFrom(frameToday(context, live, release), goal, today)));
  organizations.set(key, organization);
  const resolved = resolvePosition(organization, { post, area: goal }, today);
  if (resolved.kind === 'unknown') {
    context.log.warn({ instance, task, post, area: goal }, 'open work of an ended area has no place at its successor');
    return false;
  }
  const to = resolved.position;
  const by = { system: 'schedule' } as const;
  const command = {
    type: 'reassign-user-task',
    task,
    scope,
    from: { post, area },
    to,
    because: 'area-changed',
    by,
  } as const;
  await postLetter(tx, context.tenant, instance, uuidv7(), command, correlation());
  return true;
}
