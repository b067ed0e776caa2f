import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import type { ProcessInstance, Scope } from '../../kernel/bpmn/process-instance.ts';
import { countInstances, examinedPage, strayRows, type ExaminedInstance } from '../../database/doctor.ts';
import { droppedBuckets } from '../../database/history-retention.ts';
import { missingMigrations } from '../../database/schema-state.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { loadInstance } from '../process-instances/stored-state.ts';
import { checkFold } from './check-fold.ts';
import { checkRows } from './check-rows.ts';
import { checkStarts } from './check-starts.ts';
import { FaultList, type DoctorReport } from './doctor-report.ts';

/** Instances read at once: what bounds the memory. */
const page = 100;
const nobody = '00000000-0000-0000-0000-000000000000';

export interface Examination {
  /** Instances whose whole history is folded, spread evenly; `all` for every one. */
  readonly fold: number | 'all';
  readonly report?: (progress: string) => void;
}

/**
 * Checks what must be true of a tenant's rows, over one snapshot, without writing: every instance against its rows, and
 * a sample of them, or all, against their history.
 *
 * @throws DatabaseUnavailable when the database cannot be reached
 */
export function examineDatabase(context: Context, { fold, report }: Examination): Promise<DoctorReport> {
  const { database, tenant } = context;
  return database.read(async (tx) => {
    const list = new FaultList();
    const done = { instances: 0, folded: 0, events: 0 };
    const answer = (): DoctorReport => ({
      asOf: tx.now,
      database: database.kind,
      ...done,
      faults: list.faults,
      counts: list.counts,
    });
    for (const migration of await missingMigrations(tx)) list.add({ code: 'schema-behind', where: { migration } });
    if (list.faults.length > 0) return answer();
    for (const { table, what } of await strayRows(tx, tenant, page))
      list.add({ code: 'row-of-nobody', where: { table, what } });
    for (const fault of await checkStarts(context, tx)) list.add(fault);
    const every = fold === 'all' ? 1 : Math.max(1, Math.ceil((await countInstances(tx, tenant)) / Math.max(1, fold)));
    const dropped = await droppedBuckets(tx, tenant);
    const processes = processesOf(context, tx, list);
    for (let after = nobody; ;) {
      const rows = await examinedPage(tx, tenant, after, page);
      for (const row of rows) {
        const instance = put(row);
        for (const fault of checkRows(row, instance, dropped.has(row.bucket))) list.add(fault);
        checkElements(row, instance, await processes(row), list);
        if (fold !== 0 && !dropped.has(row.bucket) && done.instances % every === 0) {
          const folded = await checkFold(tx, tenant, row, instance);
          for (const fault of folded.faults) list.add(fault);
          done.folded += 1;
          done.events += folded.events;
        }
        done.instances += 1;
      }
      report?.(`${done.instances} · ${done.folded} · ${done.events}`);
      const last = rows.at(-1);
      if (!last || rows.length < page) return answer();
      after = last.id;
    }
  });
}

function put(row: ExaminedInstance): ProcessInstance {
  return loadInstance(row.state, row.scopes as unknown as readonly Scope[]);
}

/** The process an instance runs, each release compiled once; one that does not compile is told once. */
function processesOf(
  context: Context,
  tx: Transaction,
  list: FaultList,
): (row: ExaminedInstance) => Promise<ExecutableProcess | null> {
  const broken = new Set(
    list.faults.flatMap(({ code, where }) => (code === 'release-broken' ? where['manifest'] : [])),
  );
  return async ({ manifestHash, process }) => {
    if (broken.has(manifestHash)) return null;
    try {
      const release = await context.releases.byHash(tx, manifestHash);
      return release.processes.get(process)?.executable ?? null;
    } catch {
      broken.add(manifestHash);
      list.add({ code: 'release-broken', where: { manifest: manifestHash } });
      return null;
    }
  };
}

function checkElements(
  { id, status }: ExaminedInstance,
  instance: ProcessInstance,
  process: ExecutableProcess | null,
  list: FaultList,
): void {
  if (process === null || status !== 'running') return;
  for (const scope of Object.values(instance.scopes))
    for (const { element } of scope.elements)
      if (!process.nodes.has(element)) list.add({ code: 'element-unknown', where: { instance: id, element } });
}
