import { defineEntity, p } from '@mikro-orm/core';
import { instant, tenantId } from './columns.ts';

/** A signed-in browser. The cookie holds the token, the row only its hash. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    tenantId: tenantId(),
    tokenHash: p.text().primary(),
    personId: p.uuid(),
    createdAt: instant(),
    lastSeenAt: instant(),
    expiresAt: instant(),
  },
});
