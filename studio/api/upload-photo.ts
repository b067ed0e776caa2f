import { addPhoto } from '../../server/http/contract/photos.ts';
import { call } from './call.ts';

/** Uploading on a bad network may take long; giving up early would only start it all over. */
const UPLOAD_PATIENCE = 180_000;

/**
 * Uploads a photo; the server re-encodes it and answers its content hash, so sending it twice stores it once.
 *
 * @throws ProblemError when it is no photo, too large, or the server could not be reached.
 */
export async function uploadPhoto(photo: Blob): Promise<string> {
  const form = new FormData();
  form.append('photo', photo, 'photo.jpg');
  const { id } = await call(addPhoto, {}, { form, patience: UPLOAD_PATIENCE });
  return id;
}
