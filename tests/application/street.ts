import type { Context } from '../../server/application/context.ts';
import type { PluginHost } from '../../server/application/plugins/plugin-host.ts';
import type { Actor } from '../../server/application/policy/actor.ts';
import { actorOfSession } from '../../server/application/sessions/actor-of-session.ts';
import { beginSession } from '../../server/application/sessions/begin-session.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { openTestStreet, type TestStreet } from './test-street.ts';

/** Codes and accounts of the synthetic street that the tests speak of. */
export const xiguan = {
  street: '620502005',
  community: '620502005001',
  otherCommunity: '620502005002',
  grid01: '620502005001001',
  grid02: '620502005001002',
  grid04: '620502005001004',
  /** Holds two posts in grids 01 and 04. */
  worker: 'maxiaolan',
  /** Grid head of 01, 03 and 04. */
  gridHead: 'sunlixin',
  officer: 'chenxiaoming',
  leader: 'lijianhua',
  administrator: 'lixiuying',
} as const;

/** A street whose people sign in. */
export interface Street extends Pick<TestStreet, 'address' | 'passTime' | 'settle' | 'close'> {
  readonly context: Context;
  /** Moves the clock on, without letting anything happen in between. */
  advance(ms: number): Promise<void>;
  /** A new session of one of its people, by account. */
  token(account: string): Promise<string>;
  /** One of its people with a session, as use cases see them. */
  actor(account: string): Promise<Actor>;
  personId(account: string): Promise<string>;
  /** Rows of a statement, for assertions. */
  rows<Row>(sql: string, ...params: readonly unknown[]): Promise<readonly Row[]>;
}

/** How a street differs from the ordinary one. */
export interface StreetWishes {
  readonly demo?: boolean;
  readonly publishes?: boolean;
  readonly plugins?: PluginHost;
}

/** Opens a street for one test file, with photos in a folder of its own. */
export async function openStreet({ demo = true, publishes = false, plugins }: StreetWishes = {}): Promise<Street> {
  const street = await openTestStreet({ publishes, ...(plugins ? { plugins } : {}) });
  const context: Context = { ...street.context, demo, photosDir: temporaryFolder('photos').path };
  const { database, tenant } = context;
  const rows = <Row>(sql: string, ...params: readonly unknown[]): Promise<readonly Row[]> =>
    database.read((tx) => tx.query<Row>(sql, params));
  const personId = async (account: string): Promise<string> => {
    const [row] = await rows<{ id: string }>(
      'select id from person where tenant_id = $1 and account = $2',
      tenant,
      account,
    );
    if (row === undefined) throw new Error(`nobody has the account ${account}`);
    return row.id;
  };
  const token = async (account: string): Promise<string> => {
    const person = await personId(account);
    return database.transaction(async (tx) => (await beginSession(tx, tenant, person)).token);
  };
  return {
    ...street,
    context,
    token,
    personId,
    rows,
    async advance(ms) {
      const now = await database.read(async (tx) => tx.now);
      await street.setClock(new Date(Date.parse(now) + ms).toISOString());
    },
    async actor(account) {
      const actor = await actorOfSession(context, await token(account));
      if (actor === null) throw new Error(`${account} has no session`);
      return actor;
    },
  };
}
