import { addPhoto } from '../../server/application/photos/add-photo.ts';
import { halves } from '../application/photos/pictures.ts';
import { xiguan } from '../application/street.ts';
import type { TestApp } from './open-test-app.ts';

/** Texts that stand in what belongs to grid B only: none of them may be in any answer to somebody of grid A. */
export const canaries = [
  '金丝雀描述',
  '金丝雀地点',
  '金丝雀反映人',
  '13800007777',
  '金丝雀住户',
  '13900008888',
] as const;

/** The grid of somebody else, and something of each kind in it: by the names that addresses use. */
export interface Neighbour {
  readonly area: string;
  /** Values of path parameters: ids that exist and are not the asker's. */
  readonly params: Readonly<Record<string, string>>;
  /** Tables and the rows that must be as they were afterwards. */
  fingerprint(): Promise<string>;
}

const gridB = '620502005002001';

/** Fills grid B through the same doors that everybody uses. */
export async function fillNeighbour(door: TestApp): Promise<Neighbour> {
  const { street } = door;
  const [holder] = await street.rows<{ account: string; person: string; assignment: string }>(
    `select p.account, p.id as person, a.id as assignment from post_assignment a join person p on p.id = a.person_id
     where a.area = $1 and a.post = 'grid-manager' order by a.id limit 1`,
    gridB,
  );
  if (holder === undefined) throw new Error(`nobody manages ${gridB}`);
  const { account, person, assignment } = holder;
  const post = (url: string, body: object, as = account) => door.ask(as, 'POST', url, body);
  const { id: photo } = await addPhoto(street.context, await street.actor(account), await halves(88, 44));
  const reported = await post('/api/cases', {
    caseType: 'event',
    area: gridB,
    form: {
      data: {
        category: 'dispute-neighbour',
        description: '金丝雀描述：楼上漏水',
        place: '金丝雀地点 3 单元',
        photos: [photo],
        reporterName: '金丝雀反映人',
        reporterPhone: '13800007777',
        wantsAnswer: true,
      },
    },
  });
  const household = { address: '金丝雀住户 1 号', contactName: '金丝雀住户', phone: '13900008888' };
  const entered = await post('/api/ledgers/household/entries', { area: gridB, data: household });
  const at = await street.context.database.read(async (tx) => new Date(Date.parse(tx.now) + 864_000_000).toISOString());
  const [series] = (await door.ask(xiguan.leader, 'GET', '/api/meetings')).body.series;
  const called = await post(
    `/api/meeting-series/${series.id}/occurrences`,
    { at, reason: '金丝雀会议' },
    xiguan.leader,
  );
  for (const answer of [reported, entered, called]) if (answer.status !== 200) throw new Error(answer.text);
  await street.settle();
  const [userTask] = await street.rows<{ instance: string; id: number }>(
    `select instance_id as instance, id from user_task where subject_id = $1 and state = 'open'`,
    reported.body.id,
  );
  return {
    area: gridB,
    params: {
      case: reported.body.id,
      userTask: `${userTask?.instance}.${userTask?.id}`,
      entry: entered.body.id,
      photo,
      person,
      assignment,
      meeting: called.body.id,
      series: series.id,
      ledger: 'household',
      caseType: 'event',
    },
    async fingerprint() {
      const tables = [
        'case_record',
        'user_task',
        'process_instance',
        'submission',
        'personal_value',
        'ledger_entry',
        'ledger_revision',
        'person',
        'post_assignment',
        'meeting',
        'notification',
        'notification_read',
        'photo_use',
        'inbox',
      ];
      const parts = tables.map(
        (table) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t) as ${table}`,
      );
      return JSON.stringify(await street.rows(`select ${parts.join(', ')}`));
    },
  };
}
