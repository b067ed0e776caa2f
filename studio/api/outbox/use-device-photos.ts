import { useEffect, useMemo, useState } from 'react';
import { readPhoto } from '../../../server/http/contract/photos.ts';
import { addressOf } from '../call.ts';
import { compressPhoto } from '../compress-photo.ts';
import type { PhotoKeeper } from '../photo-keeper.ts';
import { randomHex } from '../uuid.ts';
import { deviceStore } from './device-store.ts';

const ID_BYTES = 32;

/**
 * Keeps photos on this device until what they belong to is sent: made small, under an id of our own. An id the device
 * does not know is the server's.
 */
export function useDevicePhotos(person: string): PhotoKeeper {
  const [urls] = useState(() => new Map<string, string>());
  const [read, setRead] = useState(false);
  useEffect(() => {
    void deviceStore.photos
      .where('person')
      .equals(person)
      .each(({ id, blob }) => {
        if (!urls.has(id)) urls.set(id, URL.createObjectURL(blob));
      })
      .then(() => {
        setRead(true);
      });
    return () => {
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    };
  }, [person, urls]);
  return useMemo(
    () => ({
      add: async (photo) => {
        const [id, blob] = [randomHex(ID_BYTES), await compressPhoto(photo)];
        await deviceStore.photos.put({ id, person, blob, stored: null, takenAt: new Date().toISOString() });
        urls.set(id, URL.createObjectURL(blob));
        return { id };
      },
      urlOf: (id) => urls.get(id) ?? (read ? storedPhoto(id) : undefined),
    }),
    [person, urls, read],
  );
}

function storedPhoto(photo: string): string {
  return addressOf(readPhoto, { params: { photo }, query: { size: 'thumbnail' } });
}
