import { insertPhotoUses } from '../../database/photo-uses.ts';
import { insertPhoto } from '../../database/photos.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { normalizePhoto } from './normalize-photo.ts';
import { photoPath, writeOnce } from './photo-files.ts';

/** A photo that was taken in. */
export interface AddedPhoto {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/**
 * Takes a photo in. Its bytes are on disk before any row speaks of them; the same picture is stored once. Until it is used
 * in a form, only its uploader sees it.
 *
 * @throws Refusal `photo-too-large`, `photo-unreadable`
 */
export async function addPhoto(context: Context, actor: Actor, upload: Buffer): Promise<AddedPhoto> {
  const { hash, width, height, bytes, thumbnail } = await normalizePhoto(upload);
  await writeOnce(photoPath(context.photosDir, hash, 'thumbnail'), thumbnail);
  await writeOnce(photoPath(context.photosDir, hash, 'full'), bytes);
  await context.database.transaction(async (tx) => {
    await insertPhoto(tx, context.tenant, { hash, width, height, bytes: bytes.length });
    await insertPhotoUses(
      tx,
      context.tenant,
      { subjectKind: 'upload', subjectId: actor.person, person: actor.person },
      [hash],
    );
  });
  return { id: hash, width, height, bytes: bytes.length };
}
