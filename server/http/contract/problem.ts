import { Type } from 'typebox';

const zh = Type.String({ description: 'What happened and what to do, in Chinese.' });
const en = Type.String({ description: 'The same in English.' });

/** RFC 9457 problem with a stable code, a sentence in both languages, and the places that are wrong. */
export const Problem = Type.Object({
  type: Type.String({ description: '`urn:gridloom:problem:<code>`.' }),
  title: Type.String({ description: 'As `en`.' }),
  status: Type.Integer({ description: 'The HTTP status of the answer.' }),
  code: Type.String({ description: 'What happened, stable over versions: decide by this.' }),
  zh,
  en,
  details: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: 'What the sentences speak of, by name.' }),
  ),
  problems: Type.Optional(
    Type.Array(
      Type.Object({
        path: Type.String({ description: 'JSON pointer into the request or into the form’s data.' }),
        field: Type.Optional(Type.String({ description: 'Name of the field, of a form.' })),
        zh,
        en,
      }),
      { description: 'Each place that is wrong, at most 20.' },
    ),
  ),
});
