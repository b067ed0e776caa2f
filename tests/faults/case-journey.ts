import { setTimeout as sleep } from 'node:timers/promises';
import { photo } from '../journeys/photo.ts';
import type { Ground } from './ground.ts';
import { isAtRest } from './outcome.ts';
import type { StreetClient } from './street-client.ts';

/** One step of a journey: somebody does something, and then it is somebody else's turn. */
export interface JourneyStep {
  readonly name: string;
  /** Ends when it was acknowledged. */
  act(): Promise<void>;
  /** Ends when what follows from it without anybody has happened. */
  settle(): Promise<void>;
}

const worker = 'maxiaolan';
const officer = 'chenxiaoming';
const keeper = 'wanghaiyan';

const handled = [
  { who: officer, title: '任务指派', data: { dispatch: 'as-suggested' } },
  { who: keeper, title: '调查落实', data: { finding: 'confirmed', situation: '两盏灯都不亮，灯杆完好。' } },
  { who: keeper, title: '事件处理', data: { result: 'solved', done: '换了两只灯泡，晚上看过，都亮了。' } },
] as const;

/** Everybody who takes part. */
export const people = [worker, officer, keeper];

/**
 * The first journey over HTTP: a photo is uploaded, a case reported, dispatched, investigated, handled, answered; then it
 * is archived and appraised without anybody.
 *
 * @param client whose people have signed in
 */
export function caseJourney(ground: Ground, client: StreetClient): readonly JourneyStep[] {
  const told = { photo: '', case: '' };
  const settle = (next: string, who: string) => () =>
    untilTrue(ground, async () => (await find(client, who, next)) !== null);
  const [dispatch, investigate, handle] = handled.map(({ who, title, data }, index) => {
    const { who: nextWho, title: next } = handled[index + 1] ?? { who: worker, title: '信息反馈' };
    return { name: title, act: () => complete(client, who, title, data), settle: settle(next, nextWho) };
  }) as [JourneyStep, JourneyStep, JourneyStep];
  return [
    {
      name: '照片',
      act: async () => void (told.photo = await client.upload(worker, photo().buffer)),
      settle: () => Promise.resolve(),
    },
    {
      name: '事件上传',
      act: async () => void (told.case = await report(client, told.photo)),
      settle: settle('任务指派', officer),
    },
    dispatch,
    investigate,
    handle,
    {
      name: '信息反馈',
      act: () => complete(client, worker, '信息反馈', answered(ground)),
      settle: () => untilTrue(ground, async () => (await isAppraised(client, told.case)) && (await isAtRest(ground))),
    },
  ];
}

async function report(client: StreetClient, photoId: string): Promise<string> {
  const data = {
    category: 'facility-lamp',
    description: '院门口两盏路灯不亮，晚上看不清路。',
    place: '西关正街 12 号院东门',
    photos: [photoId],
    reporterName: '赵先生',
    reporterPhone: '13800000001',
    wantsAnswer: true,
  };
  const body = { caseType: 'event', area: '620502005001001', form: { data } };
  const made = await client.command({ account: worker, path: '/api/cases', body, key: 'journey-report' });
  return (made as { id: string }).id;
}

function answered(ground: Ground): object {
  const answeredAt = ground.clock.now.toISOString();
  return { how: 'phone', answered: 'reporter', answeredAt, answer: '灯泡已经换好，晚上看过。', satisfied: 'yes' };
}

async function complete(client: StreetClient, account: string, title: string, data: object): Promise<void> {
  const id = await find(client, account, title);
  if (id === null) throw new Error(`${account} has no ${title} to do`);
  const path = `/api/user-tasks/${id}/complete`;
  await client.command({ account, path, body: { data }, key: `journey-${id}` });
}

/** The user task of this name that somebody has to do, or null. */
async function find(client: StreetClient, account: string, title: string): Promise<string | null> {
  const list = (await client.get(account, '/api/user-tasks')) as {
    userTasks: readonly { id: string; title: string }[];
  };
  return list.userTasks.find((one) => one.title === title)?.id ?? null;
}

async function isAppraised(client: StreetClient, id: string): Promise<boolean> {
  const { stages } = (await client.get(officer, `/api/cases/${id}`)) as { stages: readonly { state: string }[] };
  return stages.every(({ state }) => state === 'done');
}

/** After so long a job whose worker was killed may be taken by another one: its lease has run out. */
const leaseMs = 61_000;

/** Waits until something is true. When it does not become true soon, a minute passes in the street. */
async function untilTrue(ground: Ground, isTrue: () => Promise<boolean>): Promise<void> {
  for (let minutes = 0; minutes < 3; minutes += 1) {
    const soon = Date.now() + 4000;
    while (Date.now() < soon) {
      if (await isTrue()) return;
      await sleep(25);
    }
    await ground.passTime(leaseMs);
  }
  throw new Error(`it never came:\n${ground.output()}`);
}
