import { addPhoto } from '../../server/application/photos/add-photo.ts';
import { uuidv7 } from '../../server/application/uuid.ts';
import { insertClockRequest } from '../../server/database/clock-requests.ts';
import { insertDeliveries } from '../../server/database/plugin-deliveries.ts';
import { halves } from '../application/photos/pictures.ts';
import { xiguan } from '../application/street.ts';
import { drafter, ok, published } from './drafting.ts';
import type { TestApp } from './open-test-app.ts';

/** Texts that stand in what belongs to grid B only: none of them may be in any answer to somebody of grid A. */
export const canaries = [
  '金丝雀描述',
  '金丝雀地点',
  '金丝雀反映人',
  '13800007777',
  '金丝雀住户',
  '13900008888',
  '金丝雀通知',
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

interface Holder {
  readonly account: string;
  readonly person: string;
  readonly assignment: string;
}

/** Somebody who works in grid B. */
async function holderIn({ street }: TestApp): Promise<Holder> {
  const [holder] = await street.rows<Holder>(
    `select p.account, p.id as person, a.id as assignment from post_assignment a join person p on p.id = a.person_id
     where a.area = $1 and a.post = 'grid-manager' order by a.id limit 1`,
    gridB,
  );
  if (holder === undefined) throw new Error(`nobody manages ${gridB}`);
  return holder;
}

/** Does a command and answers what came of it. */
async function done(door: TestApp, account: string, url: string, body: object): Promise<{ readonly id: string }> {
  const answer = await door.ask(account, 'POST', url, body);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}

function report(photo: string): object {
  const data = {
    category: 'dispute-neighbour',
    description: '金丝雀描述：楼上漏水',
    place: '金丝雀地点 3 单元',
    photos: [photo],
    reporterName: '金丝雀反映人',
    reporterPhone: '13800007777',
    wantsAnswer: true,
  };
  return { caseType: 'event', area: gridB, form: { data } };
}

/** Calls a meeting of the street; it concerns no grid, but not everybody takes part. */
async function callMeeting(door: TestApp): Promise<{ readonly meeting: string; readonly series: string }> {
  const at = await door.street.context.database.read(async (tx) =>
    new Date(Date.parse(tx.now) + 864_000_000).toISOString(),
  );
  const [series] = (await door.ask(xiguan.leader, 'GET', '/api/meetings')).body.series;
  const url = `/api/meeting-series/${series.id}/occurrences`;
  const { id: meeting } = await done(door, xiguan.leader, url, { at, reason: '金丝雀会议' });
  return { meeting, series: series.id };
}

/** Grid B has a release of its own, and a draft that waits with a notice in it. */
async function configure(door: TestApp): Promise<Readonly<Record<string, string>>> {
  const administrator = drafter(door, xiguan.administrator, gridB);
  const notice = (text: string) => ({ id: 'canary', title: `金丝雀通知 ${text}`, text: '金丝雀通知 {number}' });
  ok(await administrator.put('notice', 'canary', notice('一')));
  const { release } = await published(administrator);
  ok(await administrator.change('notice', 'canary', () => notice('二')));
  const draft = await administrator.draft();
  const { id: examination } = ok(await administrator.ask('POST', `/api/drafts/${draft}/examinations`));
  return { draft, release: release.id, examination, kind: 'notice', id: 'canary' };
}

const watched = (
  'draft draft_file draft_definition draft_lock examination release approval_rule case_record user_task process_instance submission personal_value ledger_entry ledger_revision person post_assignment ' +
  'clock_request meeting notification notification_read photo_use inbox plugin_setting plugin_delivery instance_mark bulk_repair bulk_repair_item'
).split(' ');

const fingerprintSql = `select ${watched
  .map((table) => `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} t) as ${table}`)
  .join(', ')}`;

/** What left grid B through a plugin; nobody presses a button for it, so the row is written as a job writes it. */
async function deliveryIn({ street }: TestApp, subject: string): Promise<string> {
  const { database, tenant } = street.context;
  const id = uuidv7();
  const about = { subjectKind: 'case', subjectId: subject, subjectTitle: '金丝雀描述：楼上漏水' } as const;
  const content = { kind: 'job', body: {} };
  await database.transaction((tx) =>
    insertDeliveries(tx, tenant, [
      { id, plugin: 'webhook', channel: 'matter', area: gridB, cause: 'job', content, ...about },
    ]),
  );
  return id;
}

/** Somebody of grid B has asked for a pause: the row is written as asking writes it. */
async function requestIn({ street }: TestApp, userTask: string, askedBy: string): Promise<string> {
  const { database, tenant } = street.context;
  const id = uuidv7();
  const [instance = '', number = '0'] = userTask.split('.');
  const decides = { post: 'street-office', area: xiguan.street };
  await database.transaction((tx) =>
    insertClockRequest(tx, tenant, {
      kind: 'pause',
      id,
      instance,
      userTask: Number(number),
      stage: 'handle',
      reviewOn: '2099-01-01',
      reason: '金丝雀描述',
      ...decides,
      askedBy,
      state: 'open',
    }),
  );
  return id;
}

/** A repair of many instances that was begun in the street, and is not worked off. */
async function bulkIn(door: TestApp, instance: string): Promise<string> {
  const body = { instances: [instance], repair: { do: 'cancel' }, reason: '金丝雀描述' };
  return (await done(door, 'gaoyuan', '/api/bulk-repairs', body)).id;
}

/** Fills grid B through the same doors that everybody uses. */
export async function fillNeighbour(door: TestApp): Promise<Neighbour> {
  const { street } = door;
  const { account, person, assignment } = await holderIn(door);
  const { id: photo } = await addPhoto(street.context, await street.actor(account), await halves(88, 44));
  const { id: reported } = await done(door, account, '/api/cases', report(photo));
  const household = { address: '金丝雀住户 1 号', contactName: '金丝雀住户', phone: '13900008888' };
  const { id: entry } = await done(door, account, '/api/ledgers/household/entries', { area: gridB, data: household });
  const called = await callMeeting(door);
  await street.settle();
  const [open] = await street.rows<{ userTask: string }>(
    `select instance_id || '.' || id as "userTask" from user_task where subject_id = $1 and state = 'open'`,
    reported,
  );
  const userTask = open?.userTask ?? '';
  const instance = userTask.split('.')[0] ?? '';
  const params = {
    case: reported,
    userTask,
    entry,
    photo,
    person,
    assignment,
    ...called,
    ...(await configure(door)),
    area: gridB,
    ledger: 'household',
    caseType: 'event',
    plugin: 'webhook',
    worker: crypto.randomUUID(),
    key: `${crypto.randomUUID()}.1.1`,
    item: 'backup',
    request: await requestIn(door, userTask, person),
    delivery: await deliveryIn(door, reported),
    instance,
    bulk: await bulkIn(door, instance),
  };
  return { area: gridB, params, fingerprint: async () => JSON.stringify(await street.rows(fingerprintSql)) };
}
