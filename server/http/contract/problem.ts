import { Type } from 'typebox';

/** RFC 9457 problem with a stable code, a sentence in both languages, and the places that are wrong. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  problems: Type.Optional(
    Type.Array(
      Type.Object({ path: Type.String(), field: Type.Optional(Type.String()), zh: Type.String(), en: Type.String() }),
    ),
  ),
});
