import { useMemo } from 'react';
import type { PhotoKeeper } from '../../api/photo-keeper.ts';

/** A grey picture, for photos of samples that nobody took. */
const grey =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"%3E%3Cpath fill="%23cbd5df" d="M0 0h4v4H0z"/%3E%3Cpath fill="%238a97a5" d="M0 4l1.500-2 1 1 .7-.8L4 4z"/%3E%3C/svg%3E';

/** Keeps photos in this page only: a form that is tried out sends nothing. */
export function usePretendPhotos(): PhotoKeeper {
  return useMemo(() => {
    const kept = new Map<string, string>();
    return {
      add: async (photo) => {
        const id = String(kept.size + 1).padStart(64, 'f');
        kept.set(id, URL.createObjectURL(photo));
        return { id };
      },
      urlOf: (id) => kept.get(id) ?? grey,
    };
  }, []);
}
