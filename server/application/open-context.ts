import { join } from 'node:path';
import { openDatabase, type Database } from '../database/database.ts';
import { dueExternalTypes } from '../database/external-jobs.ts';
import type { Clock } from '../database/transaction.ts';
import type { Reached } from '../database/failpoint.ts';
import { releasesInForce } from '../database/releases.ts';
import { ensureHistoryPartitions } from '../database/history-partitions.ts';
import type { PackFinder } from '../kernel/compilation/pack-chain.ts';
import type { Context, Log } from './context.ts';
import type { ExternalJob } from './external-jobs/external-job.ts';
import { createWaitingRoom, type WaitingRoom } from './external-jobs/waiting-room.ts';
import { createMetrics } from './observing/metrics.ts';
import { noPlugins, type PluginHost } from './plugins/plugin-host.ts';
import { createReleaseStore } from './releases/create-release-store.ts';
import { publishPack } from './releases/publish-pack.ts';
import { historyBuckets } from './process-instances/history-bucket.ts';
import type { HistoryTerms } from './upkeep/drop-passed-history.ts';
import { beAloneAtStart, ensureTenant, presentTenant } from './tenants/ensure-tenant.ts';

/** What a context is opened with. */
export interface ContextOptions {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly log: Log;
  /** Where packs are found, and which one an empty database gets. */
  readonly packs: { readonly find: PackFinder; readonly first: string };
  readonly wake: () => void;
  /** How long history is kept; for ever when absent. */
  readonly historyTerms?: HistoryTerms;
  /** Opens what is there and writes nothing: no migration, no tenant, no pack. */
  readonly asItIs?: boolean;
  /** What runs plugins; none when absent. The caller stops it. */
  readonly plugins?: PluginHost;
  readonly reached?: Reached | undefined;
}

/**
 * Opens the database, brings its schema up to date, makes the tenant and installs the shipped pack on an empty one.
 * Afterwards the database is the truth about what is published.
 *
 * @returns the context, and whether the pack was installed just now
 * @throws DataDirectoryInUse, DatabaseUnavailable, PackFaulty
 */
export async function openContext(
  options: ContextOptions,
): Promise<{ readonly context: Context; readonly installed: boolean }> {
  const {
    dataDir,
    databaseUrl,
    clock,
    demo,
    log,
    packs,
    wake,
    plugins = noPlugins,
    asItIs = false,
    historyTerms = {},
    reached,
  } = options;
  const database = await openDatabase({
    dataDir,
    databaseUrl,
    clock,
    reached,
    log: (message) => log.info({}, message),
    migrate: !asItIs,
  });
  try {
    const tenant = asItIs ? await presentTenant(database) : await ensureTenant(database, packs.first);
    const installed = !asItIs && (await installWhereEmpty(database, tenant, packs));
    const waitingWorkers = roomFor(database, tenant);
    return {
      installed,
      context: {
        database,
        tenant,
        releases: createReleaseStore(tenant),
        plugins,
        shipped: packs.find,
        photosDir: join(dataDir, 'photos'),
        demo,
        wake: () => {
          wake();
          waitingWorkers.wake();
        },
        waitingWorkers,
        log,
        metrics: createMetrics(),
        historyTerms,
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function roomFor(database: Database, tenant: string): WaitingRoom<ExternalJob> {
  return createWaitingRoom((types, most) => database.read((tx) => dueExternalTypes(tx, tenant, types, most)));
}

/** @returns whether nothing was published before, and the pack is now */
function installWhereEmpty(database: Database, tenant: string, packs: ContextOptions['packs']): Promise<boolean> {
  return database.transaction(async (tx) => {
    await beAloneAtStart(tx);
    await ensureHistoryPartitions(tx, historyBuckets(tx.now));
    if ((await releasesInForce(tx, tenant)).length > 0) return false;
    await publishPack(tx, tenant, packs.first, packs.find, null);
    return true;
  });
}
