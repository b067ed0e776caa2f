import { maySeePhoto } from '../../database/photos.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor, casesFor } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { type PhotoSize, photoPath } from './photo-files.ts';

/**
 * The file of a photo, for whoever uploaded it or may see something that uses it.
 *
 * @throws Refusal `photo-unknown`, also for one that exists and is not theirs to see
 */
export async function findPhoto(context: Context, actor: Actor, hash: string, size: PhotoSize): Promise<string> {
  const seen = await context.database.read((tx) =>
    maySeePhoto(tx, context.tenant, hash, {
      person: actor.person,
      held: actor.held,
      cases: casesFor(actor, 'case.view'),
      meetings: areasFor(actor, 'meeting.view'),
      ledgers: areasFor(actor, 'ledger.view'),
    }),
  );
  if (!seen) throw new Refusal('photo-unknown', { photo: hash });
  return photoPath(context.photosDir, hash, size);
}
