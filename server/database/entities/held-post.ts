import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, localDate, tenantId } from './columns.ts';

/** A person on a post at an area, from a date and until the day it is no longer held. */
export const HeldPost = defineEntity({
  name: 'HeldPost',
  tableName: 'post_assignment',
  properties: {
    tenantId: tenantId(),
    id: id(),
    personId: p.uuid(),
    post: p.text(),
    area: p.text(),
    kind: p.enum(['formal', 'cover'] as const),
    fromDate: localDate(),
    toDate: localDate().nullable(),
    covers: p.uuid().nullable(),
    createdAt: instant(),
    createdBy: p.uuid().nullable(),
  },
});
