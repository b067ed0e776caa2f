import { defineEntity, p } from '@mikro-orm/core';
import type { Json } from '../../kernel/json.ts';
import { id, instant, tenantId } from './columns.ts';

/** A personal value at a place in the data of a subject; the only row that holds it, so that it can be erased. */
export const PersonalDatum = defineEntity({
  name: 'PersonalDatum',
  tableName: 'personal_value',
  properties: {
    tenantId: tenantId(),
    id: id(),
    subjectKind: p.text(),
    subjectId: p.uuid(),
    pointer: p.text(),
    class: p.text(),
    mask: p.text(),
    value: p.json<Json>().nullable(),
    purpose: p.text(),
    retainUntil: instant().nullable(),
    erasedAt: instant().nullable(),
  },
});
