import { Type } from 'typebox';
import { operation } from './operation.ts';

const PhotoId = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'Id of a photo: SHA-256 of what is stored, 64 hexadecimal digits, as `addPhoto` answers it.',
});

export const addPhoto = operation({
  id: 'addPhoto',
  method: 'POST',
  path: '/api/photos',
  group: 'photos',
  access: 'signed-in',
  transport: 'multipart',
  summary: 'Uploads one photo; it is decoded, re-encoded without its metadata and stored once by content hash',
  refuses: ['photo-missing', 'photo-too-large', 'photo-unreadable'],
  answer: Type.Object({ id: PhotoId, width: Type.Integer(), height: Type.Integer(), bytes: Type.Integer() }),
});

export const readPhoto = operation({
  id: 'readPhoto',
  method: 'GET',
  path: '/api/photos/:photo',
  group: 'photos',
  access: 'signed-in',
  transport: 'file',
  summary: 'A photo the caller uploaded or that belongs to a case they may see',
  params: Type.Object({ photo: PhotoId }),
  query: Type.Object(
    {
      size: Type.Optional(
        Type.Enum(['full', 'thumbnail'], { description: '`thumbnail`: a small one for lists; absent: `full`.' }),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['photo-unknown'],
  answer: Type.Unsafe<Blob>({ type: 'string', format: 'binary' }),
});

export { PhotoId };
