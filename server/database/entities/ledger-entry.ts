import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, jsonObject, tenantId } from './columns.ts';

/** One entry of a ledger as it is now. */
export const LedgerEntry = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger_entry',
  properties: {
    tenantId: tenantId(),
    id: id(),
    ledger: p.text(),
    area: p.text(),
    revision: p.integer(),
    /** Without personal values. */
    data: jsonObject(),
    /** Keyed hash of the fields that identify an entry. */
    keyHash: p.text(),
    search: p.text(),
    changedAt: instant(),
    changedBy: p.uuid().nullable(),
  },
});
