import { insertBulkRepair } from '../../database/bulk-repairs.ts';
import { runningBeside, runningOnManifests } from '../../database/open-clocks.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Rebase } from '../operations/repair.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { behindScope, groupFinder, instancesBehind, lookedThrough } from './instances-behind.ts';
import { movingClocks } from './moving-clocks.ts';

/**
 * So many are moved by one go: a county's, with room to spare. More than other repairs, for nobody chooses among them, and
 * a calendar that is taken over in one half of a county only is worse than one that takes some minutes.
 */
const mostAtOnce = 50_000;

/** What is moved: all that is behind, or some of it. */
export interface RebaseWish {
  /** Absent: all. */
  readonly instances?: readonly string[] | undefined;
  /** What was in force when it was previewed. */
  readonly onto: readonly string[];
  readonly reason: string;
}

/**
 * Begins taking changed calendars over into what is under way: a bulk repair, whose worker re-bases one instance after the
 * other. Of more than can be done at once, those with a limit that moves come first.
 *
 * @throws Refusal `not-permitted`, `area-unknown`, `bulk-empty`, `bulk-too-many`, `calendars-changed-again`
 */
export async function beginRebase(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
  { instances, onto, reason }: RebaseWish,
): Promise<{ readonly id: string; readonly total: number; readonly left: number }> {
  requirePermission(actor, 'administration', area);
  const scope = await behindScope(context, tx, area);
  const groups = await instancesBehind(context, tx, scope);
  const live = new Set(groups.map((group) => group.live.hash));
  if (groups.length > 0 && ![...live].every((hash) => onto.includes(hash)))
    throw new Refusal('calendars-changed-again');
  const groupOf = groupFinder(groups);
  const behind = (await runningOnManifests(tx, context.tenant, lookedThrough(scope, groups), mostAtOnce))
    .filter(groupOf)
    .map(({ id }) => id);
  const chosen =
    instances === undefined
      ? await movingFirst(context, tx, scope, groups, behind)
      : // A ladder that climbs for one of them counts as it does.
        [...new Set([...instances, ...(await runningBeside(tx, context.tenant, instances))])];
  if (chosen.length === 0) throw new Refusal('bulk-empty');
  const some = chosen.slice(0, mostAtOnce);
  const id = uuidv7();
  const repair: Rebase = { do: 'rebase', onto };
  const bulk = { id, repair: repair as unknown as JsonObject, reason, area, createdBy: actor.person };
  await insertBulkRepair(tx, context.tenant, bulk, some);
  const subject = { kind: 'bulk-repair', id };
  await recordAudit(tx, context.tenant, { action: 'bulk-repair-begun', person: actor.person, subject, reason });
  tx.afterCommit(context.wake);
  return { id, total: some.length, left: chosen.length - some.length };
}

async function movingFirst(
  context: Context,
  tx: Transaction,
  scope: Parameters<typeof movingClocks>[2],
  groups: Parameters<typeof movingClocks>[3],
  behind: readonly string[],
): Promise<readonly string[]> {
  const moving = (await movingClocks(context, tx, scope, groups)).map(({ instance }) => instance);
  return [...new Set([...moving, ...behind])];
}
