import { defineEntity, p } from '@mikro-orm/core';
import { instant, tenantId } from './columns.ts';

/** The one-time code that makes the first administrator; `usedAt` closes that door for ever. */
export const SetupCode = defineEntity({
  name: 'SetupCode',
  tableName: 'setup_code',
  properties: { tenantId: tenantId(), codeHash: p.text(), usedAt: instant().nullable() },
});
