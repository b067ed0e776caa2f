import { useMemo } from 'react';
import { readPhoto } from '../../server/http/contract/photos.ts';
import { addressOf } from './call.ts';
import { compressPhoto } from './compress-photo.ts';
import type { PhotoKeeper } from './photo-keeper.ts';
import { uploadPhoto } from './upload-photo.ts';

/** Sends each photo to the server as soon as it is chosen; for the desk, where the network is. */
export function useStoredPhotos(): PhotoKeeper {
  return useMemo(
    () => ({
      add: async (photo) => ({ id: await uploadPhoto(await compressPhoto(photo)) }),
      urlOf: (photo) => addressOf(readPhoto, { params: { photo }, query: { size: 'thumbnail' } }),
    }),
    [],
  );
}
