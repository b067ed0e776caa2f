import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { DeviceStore, type OutboxItem } from '../../../studio/api/outbox/device-store.ts';
import { keepDraft, readDraft, type Submission, submit, takeBack } from '../../../studio/api/outbox/drafts.ts';
import { flushOutbox } from '../../../studio/api/outbox/flush-outbox.ts';
import { forgetOld } from '../../../studio/api/outbox/forget-old.ts';
import type { Carrier } from '../../../studio/api/outbox/send-item.ts';
import { noAnswer, ProblemError, type ProblemRecord } from '../../../studio/api/problem-error.ts';

const me = 'maxiaolan';
const [onDevice, onServer] = ['a'.repeat(64), 'b'.repeat(64)];
const answered: JsonObject = { id: 'case-1', number: 'XG-2026-00001' };
const refusal: ProblemRecord = {
  status: 422,
  code: 'submission-invalid',
  zh: '有一处要改。',
  en: 'One field is wrong.',
  places: [{ path: '/place', field: '地点', zh: '请写到门牌', en: 'Say the door' }],
};

let store: DeviceStore;
let nth = 0;
beforeEach(() => {
  nth += 1;
  store = new DeviceStore(`outbox-${nth}`);
});

/** A server that answers each call as it is told, and remembers what reached it. */
function carrierThat(...replies: readonly ('accepts' | 'is silent' | 'is off' | ProblemRecord)[]) {
  const waiting = [...replies];
  const calls: { readonly key: string; readonly body: JsonObject }[] = [];
  const uploads: Blob[] = [];
  const carrier: Carrier = {
    hasNetwork: () => waiting[0] !== 'is off',
    upload: async (photo) => {
      uploads.push(photo);
      return Promise.resolve(onServer);
    },
    send: async (_operation, _params, body, key) => {
      calls.push({ key, body });
      const reply = waiting.shift() ?? 'accepts';
      if (reply === 'accepts') return Promise.resolve(answered);
      throw new ProblemError(typeof reply === 'string' ? noAnswer() : reply);
    },
  };
  return { carrier, calls, uploads };
}

/** Puts a report into the outbox under a key. */
async function reported(key: string, changes: Partial<Submission> = {}): Promise<OutboxItem> {
  const data = { description: '井盖翘起', photos: [onDevice] };
  return submit(store, key, {
    person: me,
    thing: 'report',
    operation: 'reportCase',
    params: {},
    body: { form: { data } },
    title: '井盖翘起',
    data,
    beside: { area: '1' },
    ...changes,
  });
}

async function photographed(): Promise<void> {
  await store.photos.put({
    id: onDevice,
    person: me,
    blob: new Blob(['jpeg']),
    stored: null,
    takenAt: '2026-01-01T00:00:00.000Z',
  });
}

describe('a draft', () => {
  it('is there again when the page is opened again', async () => {
    await keepDraft(store, { person: me, thing: 'report', data: { place: '西关正街' }, beside: { area: '1' } });
    expect(await readDraft(store, me, 'report')).toMatchObject({ data: { place: '西关正街' }, beside: { area: '1' } });
  });

  it('of another person is not mine', async () => {
    await keepDraft(store, { person: 'somebody', thing: 'report', data: { place: '西关正街' }, beside: {} });
    expect(await readDraft(store, me, 'report')).toBeUndefined();
  });

  it('becomes an unsent item when it is submitted, and is a draft no more', async () => {
    await keepDraft(store, { person: me, thing: 'report', data: { place: '西关正街' }, beside: {} });
    await reported('key-1');
    expect(await store.outbox.get('key-1')).toMatchObject({ state: 'waiting', attempts: 0, mayHaveArrived: false });
    expect(await readDraft(store, me, 'report')).toBeUndefined();
  });
});

describe('an unsent item that is accepted', () => {
  it('leaves a receipt, and nothing else', async () => {
    await photographed();
    await reported('key-1');
    expect(await flushOutbox(store, carrierThat('accepts').carrier, me)).toEqual({ sent: 1, refused: 0, left: 0 });
    expect(await store.receipts.get('key-1')).toMatchObject({ answer: answered });
    expect([await store.outbox.count(), await store.photos.count()]).toEqual([0, 0]);
  });

  it('names the photos as the server does', async () => {
    await photographed();
    await reported('key-1');
    const { carrier, calls } = carrierThat('accepts');
    await flushOutbox(store, carrier, me);
    expect(calls[0]?.body).toEqual({ form: { data: { description: '井盖翘起', photos: [onServer] } } });
  });

  it('is sent under its own key', async () => {
    await reported('key-1');
    const { carrier, calls } = carrierThat('accepts');
    await flushOutbox(store, carrier, me);
    expect(calls.map(({ key }) => key)).toEqual(['key-1']);
  });
});

describe('an unsent item without a network', () => {
  it('is not even tried, waits, and may still be changed', async () => {
    await reported('key-1');
    const { carrier, calls } = carrierThat('is off');
    expect(await flushOutbox(store, carrier, me)).toEqual({ sent: 0, refused: 0, left: 1 });
    expect(calls).toEqual([]);
    expect(await takeBack(store, 'key-1')).toBe('taken');
    expect(await readDraft(store, me, 'report')).toMatchObject({ beside: { area: '1' } });
  });
});

describe('an unsent item that is taken back while its photos go up', () => {
  it('is not sent, for it will come again under another key', async () => {
    await photographed();
    await reported('key-1');
    const { carrier, calls } = carrierThat('accepts');
    const upload = async (photo: Blob): Promise<string> => {
      expect(await takeBack(store, 'key-1')).toBe('taken');
      return carrier.upload(photo);
    };
    expect(await flushOutbox(store, { ...carrier, upload }, me)).toEqual({ sent: 0, refused: 0, left: 0 });
    expect(calls).toEqual([]);
    expect(await readDraft(store, me, 'report')).toMatchObject({ data: { photos: [onDevice] } });
  });
});

describe('an unsent item whose answer is lost', () => {
  it('waits and is tried again under the same key', async () => {
    await reported('key-1');
    const { carrier, calls } = carrierThat('is silent', 'accepts');
    await flushOutbox(store, carrier, me);
    expect(await store.outbox.get('key-1')).toMatchObject({ state: 'waiting', attempts: 1 });
    await flushOutbox(store, carrier, me);
    expect(calls.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    expect(await store.receipts.count()).toBe(1);
  });

  it('cannot be changed, for it may have arrived', async () => {
    await reported('key-1');
    await flushOutbox(store, carrierThat('is silent').carrier, me);
    expect(await takeBack(store, 'key-1')).toBe('too-late');
    expect(await store.outbox.count()).toBe(1);
  });

  it('does not upload its photos twice', async () => {
    await photographed();
    await reported('key-1');
    const { carrier, uploads } = carrierThat('is silent', 'accepts');
    await flushOutbox(store, carrier, me);
    await flushOutbox(store, carrier, me);
    expect(uploads).toHaveLength(1);
  });
});

describe('an unsent item that is refused', () => {
  it('stays with the reason and is not sent again by itself', async () => {
    await reported('key-1');
    const { carrier, calls } = carrierThat(refusal);
    await flushOutbox(store, carrier, me);
    await flushOutbox(store, carrier, me);
    expect(await store.outbox.get('key-1')).toMatchObject({ state: 'refused', problem: refusal });
    expect(calls).toHaveLength(1);
  });

  it('becomes a draft again that knows what was wrong, with its photos', async () => {
    await photographed();
    await reported('key-1');
    await flushOutbox(store, carrierThat(refusal).carrier, me);
    expect(await takeBack(store, 'key-1')).toBe('taken');
    expect(await readDraft(store, me, 'report')).toMatchObject({ data: { photos: [onDevice] }, refusal });
    expect(await store.photos.count()).toBe(1);
  });

  it('does not push out a report that was begun since, unless its author says so', async () => {
    await reported('key-1');
    await flushOutbox(store, carrierThat(refusal).carrier, me);
    await keepDraft(store, { person: me, thing: 'report', data: { place: '别处' }, beside: {} });
    expect(await takeBack(store, 'key-1')).toBe('draft-in-the-way');
    expect(await readDraft(store, me, 'report')).toMatchObject({ data: { place: '别处' } });
    expect(await store.outbox.count()).toBe(1);
    expect(await takeBack(store, 'key-1', 'drop')).toBe('taken');
    expect(await readDraft(store, me, 'report')).toMatchObject({ refusal });
  });

  it('does not keep the next one from being sent', async () => {
    await reported('key-1');
    await reported('key-2', { thing: 'user-task:1' });
    expect(await flushOutbox(store, carrierThat(refusal, 'accepts').carrier, me)).toEqual({
      sent: 1,
      refused: 1,
      left: 0,
    });
  });
});

describe('a round of sending', () => {
  it('goes from the oldest to the newest', async () => {
    await reported('key-2', { thing: 'user-task:2' });
    await reported('key-1', { thing: 'user-task:1' });
    const { carrier, calls } = carrierThat('accepts', 'accepts');
    await flushOutbox(store, carrier, me);
    expect(calls.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
  });

  it.each([
    ['nobody answers', 'is silent' as const],
    ['nobody is signed in', { ...refusal, status: 401, code: 'signed-out' }],
  ])('ends when %s, and everything waits', async (_, reply) => {
    await reported('key-1');
    await reported('key-2', { thing: 'user-task:1' });
    expect(await flushOutbox(store, carrierThat(reply).carrier, me)).toEqual({ sent: 0, refused: 0, left: 2 });
    expect((await store.outbox.toArray()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  });

  it('leaves alone what somebody else wrote on this phone', async () => {
    await reported('key-1', { person: 'somebody' });
    const { carrier, calls } = carrierThat('accepts');
    await flushOutbox(store, carrier, me);
    expect(calls).toEqual([]);
    expect(await store.outbox.count()).toBe(1);
  });
});

describe('tidying up', () => {
  const now = Date.parse('2026-02-01T00:00:00.000Z');

  it('removes a photo that nothing refers to', async () => {
    await photographed();
    await forgetOld(store, now);
    expect(await store.photos.count()).toBe(0);
  });

  it.each(['a draft', 'an unsent item'])('keeps a photo that %s refers to', async (what) => {
    await photographed();
    if (what === 'a draft')
      await keepDraft(store, { person: me, thing: 'report', data: { photos: [onDevice] }, beside: {} });
    else await reported('key-1');
    await forgetOld(store, now);
    expect(await store.photos.count()).toBe(1);
  });

  it('never removes what is unsent, however old', async () => {
    await reported('key-1');
    await forgetOld(store, Date.parse('2030-01-01T00:00:00.000Z'));
    expect(await store.outbox.count()).toBe(1);
  });
});
