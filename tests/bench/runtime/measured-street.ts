import { Client } from 'pg';
import { StreetClock, startStreet, type StreetServer } from '../../harness/server/street.ts';
import { type LoadDatabase, type LoadGround, worker } from '../../harness/load-street/load-street.ts';
import { loadPack } from '../../harness/load-street/load-pack.ts';
import { type LeanClient, leanClient } from '../../harness/load-street/lean-client.ts';

/** A street's server on PostgreSQL, with a connection of our own to its database beside it. */
export interface MeasuredStreet {
  readonly server: StreetServer;
  readonly database: LoadDatabase;
  readonly url: string;
  client(): LeanClient;
  rows<Row>(sql: string, ...params: readonly unknown[]): Promise<readonly Row[]>;
  /** Processor time the server has used so far, in milliseconds; its database is not in it. */
  usage(): Promise<number>;
  /** Reports a case, which begins a process, and answers its instance. */
  begin(client: LeanClient, caseType: string, key: string): Promise<string>;
  close(): Promise<void>;
}

/** The report of a case, as small as its form allows. */
export function report(caseType: string): object {
  const data = { category: 'sanitation-other', description: '楼道里堆了东西。', place: '西关正街 12 号院' };
  return { caseType, area: worker.grid, form: { data } };
}

/** @param databaseUrl another way to the same database, for example through a proxy that counts */
export async function openMeasuredStreet(
  ground: LoadGround,
  databaseUrl: (url: string) => string = (url) => url,
): Promise<MeasuredStreet> {
  const database = await ground.fresh('postgres');
  if (database.address.kind !== 'postgres') throw new Error('the load is measured on PostgreSQL');
  const { url } = database.address;
  const server = await startStreet(
    { dataDir: ground.folder, databaseUrl: databaseUrl(url), environment: { STREET_PACK: loadPack } },
    new StreetClock(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')),
  );
  const beside = new Client({ connectionString: url });
  await beside.connect();
  const rows = async <Row>(sql: string, ...params: readonly unknown[]): Promise<readonly Row[]> =>
    (await beside.query(sql, [...params])).rows as Row[];
  return {
    server,
    database,
    url,
    rows,
    client: () => leanClient(server.url, database.cookie),
    usage: async () => (await server.ask({ usage: true })) as number,
    async begin(client, caseType, key) {
      const answer = await client.send('POST', '/api/cases', report(caseType), { 'idempotency-key': key });
      if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.body}`);
      const { id } = JSON.parse(answer.body) as { id: string };
      const [row] = await rows<{ instance: string }>(
        'select instance_id as instance from case_record where id = $1',
        id,
      );
      return row?.instance ?? '';
    },
    async close() {
      await beside.end();
      await server.stop();
      await database.remove();
    },
  };
}
