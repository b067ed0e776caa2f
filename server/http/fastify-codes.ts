import { photoLimits } from '../application/photos/photo-limits.ts';
import type { ProblemCode } from './errors.ts';

const tooLarge = {
  code: 'photo-too-large',
  details: { most: photoLimits.bytes / 1_000_000, megapixels: photoLimits.pixels / 1_000_000 },
} as const;
const notJson = { code: 'body-not-json', details: {} } as const;
const noPhoto = { code: 'photo-missing', details: {} } as const;
const wrongType = { code: 'media-type-unsupported', details: {} } as const;

interface KnownProblem {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Errors that Fastify and its plugins throw before a handler is reached, and what they are in our catalogue. */
export const fastifyCodes: ReadonlyMap<string, KnownProblem> = new Map<string, KnownProblem>([
  ['FST_ERR_CTP_BODY_TOO_LARGE', { code: 'body-too-large', details: {} }],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', wrongType],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', notJson],
  ['FST_ERR_CTP_INVALID_JSON_BODY', notJson],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', notJson],
  ['FST_ERR_CTP_EMPTY_TYPE', wrongType],
  ['FST_INVALID_MULTIPART_CONTENT_TYPE', wrongType],
  ['FST_FIELDS_LIMIT', noPhoto],
  ['FST_PROTO_VIOLATION', noPhoto],
  ['FST_MP_PREMATURE_CLOSE', noPhoto],
  ['FST_REQ_FILE_TOO_LARGE', tooLarge],
  ['FST_FILES_LIMIT', tooLarge],
  ['FST_PARTS_LIMIT', tooLarge],
]);
