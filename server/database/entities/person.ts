import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, tenantId } from './columns.ts';

/** Somebody with an account. What they may do follows from the posts they hold. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    tenantId: tenantId(),
    id: id(),
    name: p.text(),
    account: p.text(),
    active: p.boolean(),
    /** Code of the area whose administrators manage the account. */
    managedIn: p.text(),
    /** Code of the area below which they manage people and configuration; null: no administrator. */
    administers: p.text().nullable(),
    /** Synthetic; may sign in only while demo mode is on. */
    demo: p.boolean(),
    /** Offered at sign-in with this line on what to look at; null: not offered. */
    demoNote: p.text().nullable(),
    passwordHash: p.text().nullable(),
    mustChangePassword: p.boolean(),
    failedSignIns: p.integer(),
    lockedUntil: instant().nullable(),
    createdAt: instant(),
  },
});
