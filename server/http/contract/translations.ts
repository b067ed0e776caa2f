import { Type } from 'typebox';
import { operation } from './operation.ts';

export const readTranslations = operation({
  id: 'readTranslations',
  method: 'GET',
  path: '/api/translations',
  group: 'session',
  access: 'anybody',
  summary:
    'English of the installed packs’ texts, by the Chinese text it stands for (the packs’ `translations/en.json` put together)',
  answer: Type.Object({ texts: Type.Record(Type.String(), Type.String()) }),
});
