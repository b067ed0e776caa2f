import { defineEntity, p } from '@mikro-orm/core';
import { instant, tenantId } from './columns.ts';

/** A stored photo; its bytes are on disk under its hash. */
export const Photo = defineEntity({
  name: 'Photo',
  tableName: 'photo',
  properties: {
    tenantId: tenantId(),
    hash: p.text().primary(),
    width: p.integer(),
    height: p.integer(),
    bytes: p.integer(),
    createdAt: instant(),
  },
});
