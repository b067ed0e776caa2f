import { defineEntity, p } from '@mikro-orm/core';
import { instant, tenantId } from './columns.ts';

/** A county or district; one program serves one, and nothing needs a transaction across two. */
export const Tenant = defineEntity({
  name: 'Tenant',
  tableName: 'tenant',
  properties: {
    tenantId: tenantId(),
    title: p.text(),
    /** Keys the hashes of personal values. */
    secret: p.blob(),
    createdAt: instant(),
  },
});
