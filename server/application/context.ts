import type { Database } from '../database/database.ts';
import type { PackFinder } from '../kernel/compilation/pack-chain.ts';
import type { ExternalJob } from './external-jobs/external-job.ts';
import type { WaitingRoom } from './external-jobs/waiting-room.ts';
import type { Metrics } from './observing/metrics.ts';
import type { PluginHost } from './plugins/plugin-host.ts';
import type { HistoryTerms } from './upkeep/drop-passed-history.ts';
import type { ReleaseStore } from './releases/release-store.ts';

/** What a use case is given. Made once by `main.ts`; tests make their own. */
export interface Context {
  readonly database: Database;
  /** The county or district this program serves; every statement names it. */
  readonly tenant: string;
  readonly releases: ReleaseStore;
  readonly plugins: PluginHost;
  /** Finds the packs that are shipped with the program. */
  readonly shipped: PackFinder;
  /** Folder of the stored photos. */
  readonly photosDir: string;
  /** True while demo people may sign in with one click: embedded database, bound to this machine only. */
  readonly demo: boolean;
  /** Tells the workers that there may be something to do; called after a commit. */
  readonly wake: () => void;
  /** Systems outside that wait for jobs; woken with the workers. */
  readonly waitingWorkers: WaitingRoom<ExternalJob>;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly historyTerms: HistoryTerms;
}

/** Where the program writes what operators read; never a name, a number or a form value. */
export interface Log {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
}
