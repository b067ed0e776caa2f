import { isJsonArray, type Instant, type Json, type JsonObject } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { DemoCasePlan } from '../../kernel/world/check-demo-cases.ts';
import { readActorByAccount } from '../../database/actors.ts';
import { userTasksOf } from '../../database/user-tasks.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Context } from '../context.ts';
import { reportCase } from '../cases/report-case.ts';
import { alwaysInForce } from '../releases/always-in-force.ts';
import type { InForce } from '../releases/release-store.ts';
import { actorOf } from '../sessions/actor-of-session.ts';
import { completeUserTask } from '../user-tasks/complete-user-task.ts';
import { drainWork } from './drain-work.ts';
import { passTime } from './pass-time.ts';
import { planDemoCases, type DemoAct } from './plan-demo-cases.ts';

/**
 * Replays invented cases through the real application, each thing at its own time before now: numbers, limits, lights,
 * ladders and stories come out as if it had happened. No other worker may run meanwhile.
 *
 * @param report told how many acts are done, now and then
 * @returns how many cases there are and how many acts could not be done (a pack's story that does not fit its process)
 */
export async function loadDemoCases(
  context: Context,
  release: CompiledRelease,
  plans: readonly DemoCasePlan[],
  report: (done: number, of: number) => void,
): Promise<{ readonly cases: number; readonly failed: readonly string[] }> {
  const real = await context.database.read(async (tx) => tx.now);
  const acts = planDemoCases(release, plans, real);
  const time = virtualTime(real);
  // What is published now is what those days are told under; it may have been published a minute ago.
  const live = await context.database.read((tx) => context.releases.inForce(tx));
  const releases = alwaysInForce(context.releases, live);
  const then: Context = {
    ...context,
    releases,
    database: context.database.withClock(time.clock),
    wake: () => undefined,
  };
  const ids = new Map<number, string>();
  const failed: string[] = [];
  for (const [index, act] of acts.entries()) {
    await passTime(then, time, act.at);
    try {
      await perform(then, live, act, ids);
    } catch (error) {
      failed.push(
        `${act.case + 1}: ${act.person} ${act.do === 'report' ? 'reports' : act.element}: ${String(error)} ${problemsOf(error)}`,
      );
    }
    await drainWork(then);
    if (index % 20 === 19 || index === acts.length - 1) report(index + 1, acts.length);
  }
  await passTime(then, time, real);
  return { cases: ids.size, failed };
}

interface VirtualTime {
  readonly clock: { readonly offsetMs: () => number };
  readonly set: (at: Instant) => void;
}

function virtualTime(real: Instant): VirtualTime {
  const started = Date.parse(real) - performance.now();
  let offset = 0;
  return {
    clock: { offsetMs: () => offset },
    set: (at) => {
      offset = Date.parse(at) - (started + performance.now());
    },
  };
}

async function perform(context: Context, live: InForce, act: DemoAct, ids: Map<number, string>): Promise<void> {
  await context.database.transaction(async (tx) => {
    const row = await readActorByAccount(tx, context.tenant, act.person, localDate(tx.now));
    if (!row) throw new Error(`nobody has the account ${act.person}`);
    const actor = actorOf(live, row, '');
    const data = withoutPhotos(act.data);
    if (act.do === 'report') {
      const made = await reportCase(context, tx, actor, { caseType: act.caseType, area: act.area, data });
      ids.set(act.case, made.id);
      return;
    }
    const open = (await userTasksOf(tx, context.tenant, 'case', ids.get(act.case) ?? '')).find(
      (userTask) => userTask.state === 'open' && userTask.element === act.element,
    );
    if (!open) throw new Error(`"${act.element}" is not open`);
    await completeUserTask(context, tx, actor, open, data);
  });
}

/** Invented cases have no pictures: stand-ins for photos would be ids of nothing. */
function withoutPhotos(data: JsonObject): JsonObject {
  const isPhotos = (value: Json): boolean =>
    isJsonArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'string' && /^[0-9a-f]{64}$/.test(item));
  return Object.fromEntries(Object.entries(data).filter(([, value]) => !isPhotos(value)));
}

function problemsOf(error: unknown): string {
  return error instanceof Error && 'problems' in error ? JSON.stringify(error.problems) : '';
}
