import type { DeviceStore } from './device-store.ts';
import { isPhotoId, stringsIn } from './photo-references.ts';

const DAY = 86_400_000;
const RECEIPTS_KEPT = 7 * DAY;
const LOOSE_PHOTOS_KEPT = DAY;

/**
 * Removes what nobody needs any more: receipts after a week, and photos that no draft and no unsent item refers to a
 * day after they were taken. Never an outbox item.
 *
 * @param now milliseconds since 1970.
 */
export async function forgetOld(store: DeviceStore, now: number): Promise<void> {
  await store.receipts
    .where('at')
    .below(new Date(now - RECEIPTS_KEPT).toISOString())
    .delete();
  await store.transaction('rw', store.photos, store.drafts, store.outbox, async () => {
    const [drafts, items] = await Promise.all([store.drafts.toArray(), store.outbox.toArray()]);
    const needed = new Set(
      [...drafts.map(({ data }) => data), ...items.map(({ draft }) => draft.data)].flatMap((data) =>
        stringsIn(data, isPhotoId),
      ),
    );
    const before = new Date(now - LOOSE_PHOTOS_KEPT).toISOString();
    await store.photos.filter(({ id, takenAt }) => takenAt < before && !needed.has(id)).delete();
  });
}
