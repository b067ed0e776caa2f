import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, tenantId } from './columns.ts';

/** Who did what to whose account or personal data; references only, appended only. */
export const AuditRow = defineEntity({
  name: 'AuditRow',
  tableName: 'audit',
  properties: {
    tenantId: tenantId(),
    id: id(),
    at: instant(),
    personId: p.uuid().nullable(),
    action: p.text(),
    subjectKind: p.text().nullable(),
    subjectId: p.text().nullable(),
    reason: p.text().nullable(),
  },
});
