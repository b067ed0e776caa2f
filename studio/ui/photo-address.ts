import { readPhoto } from '../../server/http/contract/photos.ts';

/** Where a photo of the server can be seen. */
export function photoAddress(photo: string, size: 'full' | 'thumbnail'): string {
  return `${readPhoto.path.replace(':photo', photo)}?size=${size}`;
}
