import { AuditRow } from './audit-row.ts';
import { HeldPost } from './held-post.ts';
import { LedgerEntry } from './ledger-entry.ts';
import { LedgerRevision } from './ledger-revision.ts';
import { Person } from './person.ts';
import { PersonalDatum } from './personal-datum.ts';
import { Photo } from './photo.ts';
import { Session } from './session.ts';
import { SetupCode } from './setup-code.ts';
import { Tenant } from './tenant.ts';

/** What MikroORM reads and writes. Tables that are not here are reached by SQL only (the hot path, joins, counts). */
export const entities = [
  AuditRow,
  HeldPost,
  LedgerEntry,
  LedgerRevision,
  Person,
  PersonalDatum,
  Photo,
  Session,
  SetupCode,
  Tenant,
];
