import { readFileSync } from 'node:fs';
import type { Context } from '../../server/application/context.ts';
import { loadDemoPeople } from '../../server/application/demo/load-demo-people.ts';
import { drainWork } from '../../server/application/demo/drain-work.ts';
import { passTime } from '../../server/application/demo/pass-time.ts';
import type { InForce } from '../../server/application/releases/release-store.ts';
import { releasesInForceOf } from '../../server/application/releases/releases-in-force.ts';
import { alwaysInForce } from '../../server/application/releases/always-in-force.ts';
import { openContext } from '../../server/application/open-context.ts';
import { headArea } from '../../server/application/organization/head-area.ts';
import type { Actor } from '../../server/application/policy/actor.ts';
import { actorOf } from '../../server/application/sessions/actor-of-session.ts';
import type { PluginHost } from '../../server/application/plugins/plugin-host.ts';
import { packArgument } from '../../server/packs/pack-argument.ts';
import type { Transaction } from '../../server/database/transaction.ts';
import { readActorByAccount } from '../../server/database/actors.ts';
import { installedPlugins } from '../../server/plugins/installed-plugins.ts';
import type { Instant } from '../../server/kernel/json.ts';
import { localDate } from '../../server/kernel/local-time.ts';
import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import type { DemoPeopleFile } from '../../server/kernel/release/demo.ts';
import { freshDatabase, type DatabaseAddress, type DatabaseTemplate } from '../harness/database/fresh-database.ts';

const pack = 'tianshui-xiguan';
const file = JSON.parse(
  readFileSync(new URL(`../../definitions/${pack}/demo/people.json`, import.meta.url), 'utf8'),
) as DemoPeopleFile;
/** Who has left a post did so some days before today; tests live in other years, where they never held it. */
const people = file.people.map((person) => ({
  ...person,
  posts: person.posts.filter((held) => held.leftDaysAgo === undefined),
}));

/** A street of the shipped pack with its invented people, on the database of the suite, with a clock that tests set. */
export interface TestStreet {
  /** Where its database is. */
  readonly address: DatabaseAddress;
  readonly context: Context;
  readonly release: CompiledRelease;
  /** The person with this account or name, as they are now. */
  readonly person: (accountOrName: string) => Promise<Actor>;
  /** Sets the clock without letting anything happen in between. */
  readonly setClock: (at: Instant) => Promise<void>;
  /** Lets time pass: each timer fires at its own time, meetings are called, jobs run. */
  readonly passTime: (until: Instant) => Promise<void>;
  /** Runs jobs and delivers commands until nothing is due now. */
  readonly settle: () => Promise<void>;
  /**
   * Divides the ground otherwise, as if a release with these areas were in force, until null; what runs stays pinned to
   * its own.
   */
  readonly divide: (areas: Divided | null) => void;
  readonly close: () => Promise<void>;
}

/** Areas with the dated changes that lead to them. */
type Divided = Pick<CompiledRelease, 'areas' | 'areaChanges'>;

interface MovedClock {
  offset: number;
}

async function options(address: DatabaseAddress, moved: MovedClock, plugins?: PluginHost) {
  const silent = (): void => undefined;
  return {
    dataDir: address.kind === 'pglite' ? address.folder : '/nonexistent',
    databaseUrl: address.kind === 'postgres' ? address.url : null,
    clock: { offsetMs: () => moved.offset },
    demo: true,
    wake: silent,
    log: { info: silent, warn: silent, error: silent },
    plugins: plugins ?? (await installedPlugins('', { warn: silent })),
    packs: { find: packArgument(pack).find, first: pack },
  };
}

const template: DatabaseTemplate = {
  name: pack,
  async prepare(address) {
    const { context } = await openContext(await options(address, { offset: 0 }));
    const release = await context.database.read((tx) => context.releases.current(tx));
    await context.database.transaction((tx) =>
      loadDemoPeople(tx, context.tenant, headArea(release.areas).code, people),
    );
    await context.database.close();
  },
};

/**
 * Opens a street of its own for a test file.
 *
 * @param wishes.publishes what is in force is decided by the clock, as in the program; without, it holds in any year
 * @param wishes.plugins what runs plugins; those that are installed, with nowhere to send to, when absent
 */
export async function openTestStreet({
  publishes = false,
  plugins,
}: { readonly publishes?: boolean; readonly plugins?: PluginHost } = {}): Promise<TestStreet> {
  const fresh = await freshDatabase(template);
  const moved: MovedClock = { offset: 0 };
  const opened = (await openContext(await options(fresh.address, moved, plugins))).context;
  const live = await opened.database.read((tx) => opened.releases.inForce(tx));
  const { release } = live.root;
  // Tests live in any year; what is published is published for all of them.
  const ground = new Map<string, InForce>();
  let divided: Divided | null = null;
  const onGround = (now: Instant): InForce => {
    if (!divided) return live;
    const today = localDate(now);
    const parents = new Map(release.areas.map(({ code, parent }) => [code, parent]));
    const root = { ...live.root, release: { ...release, ...divided } };
    const known = ground.get(today) ?? releasesInForceOf([root], parents, opened.releases.organizationFrame, today);
    ground.set(today, known);
    return known;
  };
  const fixed = {
    ...alwaysInForce(opened.releases, live),
    inForce: (tx: Transaction) => Promise.resolve(onGround(tx.now)),
  };
  const context: Context = publishes ? opened : { ...opened, releases: fixed };
  const setClock = async (at: Instant): Promise<void> => {
    const now = await context.database.read(async (tx) => tx.now);
    moved.offset += Date.parse(at) - Date.parse(now);
  };
  return {
    address: fresh.address,
    context,
    release,
    setClock,
    settle: () => drainWork(context),
    divide: (areas) => {
      divided = areas;
      ground.clear();
    },
    person: (name) =>
      context.database.read(async (tx) => {
        const row = await readActorByAccount(tx, context.tenant, name, localDate(tx.now));
        if (!row) throw new Error(`nobody is called ${name}`);
        return actorOf(await context.releases.inForce(tx), row, '');
      }),
    passTime: (until) => passTime(context, { set: setClock }, until),
    close: async () => {
      await context.plugins.stop();
      await context.database.close();
      await fresh.remove();
    },
  };
}
