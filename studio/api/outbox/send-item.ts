import { isJsonObject, type JsonObject } from '../../../server/kernel/json.ts';
import { noAnswer, ProblemError, problemOf } from '../problem-error.ts';
import type { DeviceStore, OutboxItem } from './device-store.ts';
import { afterFailure, type Attempt } from './outbox-item.ts';
import { isPhotoId, replaceStrings, stringsIn } from './photo-references.ts';

/** How things reach the server; tests give their own. */
export interface Carrier {
  /** False when the device knows that it has no network; then nothing is tried. */
  readonly hasNetwork: () => boolean;
  /** Uploads a photo and answers the server's id for it. */
  readonly upload: (photo: Blob) => Promise<string>;
  /** Makes the call of an item under its key and answers what the server answered. */
  readonly send: (operation: string, params: JsonObject, body: JsonObject, key: string) => Promise<JsonObject>;
}

/**
 * Sends one item: first its photos that are still only here, each remembered once it is up, then the item itself.
 * On success the receipt is stored and the item, its draft and its photos are removed in the same transaction; on
 * failure the item stays, with the reason.
 */
export async function sendItem(store: DeviceStore, carrier: Carrier, item: OutboxItem): Promise<Attempt<JsonObject>> {
  try {
    if (!carrier.hasNetwork()) throw new ProblemError(noAnswer());
    const uploaded = await uploadPhotos(store, carrier, item);
    const body = replaceStrings(item.body, uploaded);
    if (!(await claim(store, item.id))) return { outcome: 'taken-back' };
    const answer = await carrier.send(item.operation, item.params, isJsonObject(body) ? body : {}, item.id);
    await settle(store, item, answer);
    return { outcome: 'accepted', answer };
  } catch (thrown) {
    const problem = problemOf(thrown);
    await store.outbox.update(item.id, afterFailure(item, problem));
    return { outcome: 'failed', problem };
  }
}

/** Notes that the item may be on its way from now on; false when its author has taken it back meanwhile. */
async function claim(store: DeviceStore, id: string): Promise<boolean> {
  return store.transaction('rw', store.outbox, async () => {
    if ((await store.outbox.get(id)) === undefined) return false;
    await store.outbox.update(id, { mayHaveArrived: true });
    return true;
  });
}

async function uploadPhotos(store: DeviceStore, carrier: Carrier, item: OutboxItem): Promise<Map<string, string>> {
  const uploaded = new Map<string, string>();
  for (const id of stringsIn(item.body, isPhotoId)) {
    const photo = await store.photos.get(id);
    if (photo === undefined) continue;
    const stored = photo.stored ?? (await carrier.upload(photo.blob));
    if (photo.stored === null) await store.photos.update(id, { stored });
    uploaded.set(id, stored);
  }
  return uploaded;
}

async function settle(store: DeviceStore, item: OutboxItem, answer: JsonObject): Promise<void> {
  const { id, person, operation, title } = item;
  const photos = stringsIn(item.body, isPhotoId);
  await store.transaction('rw', store.receipts, store.outbox, store.photos, async () => {
    await store.receipts.put({ id, person, operation, title, answer, at: new Date().toISOString() });
    await store.outbox.delete(id);
    await store.photos.bulkDelete([...photos]);
  });
}
