import { createReadStream } from 'node:fs';
import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { addPhoto } from '../../application/photos/add-photo.ts';
import { findPhoto } from '../../application/photos/find-photo.ts';
import { photoLimits } from '../../application/photos/photo-limits.ts';
import { Refusal } from '../../application/refusal.ts';
import * as contract from '../contract/photos.ts';
import { type Door, route } from '../route.ts';

const limits = { files: 1, fields: 0, parts: 1, fileSize: photoLimits.bytes, headerPairs: 20 } as const;

/** Photos come in as multipart, at this route only, and go out as the pictures we have drawn ourselves. */
export async function photoRoutes(door: Door): Promise<void> {
  const { context } = door;
  await door.app.register(async (app) => {
    await app.register(multipart, { limits });
    route(
      { context, app },
      contract.addPhoto,
      async ({ actor, request }) => addPhoto(context, actor, await uploaded(request)),
      {
        bodyLimit: photoLimits.bytes + 100_000,
      },
    );
  });
  route(door, contract.readPhoto, async ({ actor, params, query, reply }) => {
    const path = await findPhoto(context, actor, params.photo, query.size ?? 'full');
    void reply.headers({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${params.photo.slice(0, 12)}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=31536000, immutable',
    });
    return reply.send(createReadStream(path)) as never;
  });
}

async function uploaded(request: FastifyRequest): Promise<Buffer> {
  const file = await request.file();
  if (file === undefined) throw new Refusal('photo-missing');
  return file.toBuffer();
}
