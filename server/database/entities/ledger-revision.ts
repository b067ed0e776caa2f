import { defineEntity, p } from '@mikro-orm/core';
import { instant, jsonObject, tenantId } from './columns.ts';

/** What an entry was made into, when, by whom and why. Never changed. */
export const LedgerRevision = defineEntity({
  name: 'LedgerRevision',
  tableName: 'ledger_revision',
  properties: {
    tenantId: tenantId(),
    entryId: p.uuid().primary(),
    revision: p.integer().primary().autoincrement(false),
    data: jsonObject(),
    /** Pointers of personal fields that changed; their old values are gone. */
    personalChanged: p.array().columnType('text[]'),
    formHash: p.text(),
    reason: p.text(),
    at: instant(),
    byPerson: p.uuid().nullable(),
  },
});
