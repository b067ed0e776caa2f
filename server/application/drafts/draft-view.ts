import type { DraftLockRow } from '../../database/draft-definitions.ts';
import type { DraftRow } from '../../database/drafts.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import type { InForce } from '../releases/release-store.ts';

/** A draft as screens show it. */
export interface DraftView {
  readonly id: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly revision: number;
  readonly state: 'open' | 'submitted';
  readonly changedAt: Instant;
  readonly changedBy: PersonRef;
  readonly submitted: {
    readonly by: PersonRef;
    readonly at: Instant;
    readonly note: string;
    readonly effectiveFrom: Instant | null;
  } | null;
  /** Why a second person gave it back, until it is submitted again. */
  readonly givenBack: { readonly by: PersonRef; readonly at: Instant; readonly reason: string } | null;
}

interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** A draft's row with the names that belong to it. */
export async function draftView(context: Context, tx: Transaction, row: DraftRow): Promise<DraftView> {
  const people = [row.changedBy, row.submittedBy, row.givenBackBy].filter((person) => person !== null);
  const names = await readPersonNames(tx, context.tenant, people);
  const person = (id: string): PersonRef => ({ id, name: names.get(id) ?? '' });
  const { submittedBy, submittedAt, givenBackBy, givenBackAt } = row;
  return {
    id: row.id,
    area: areaRef(await context.releases.inForce(tx), row.area),
    revision: row.revision,
    state: row.state === 'submitted' ? 'submitted' : 'open',
    changedAt: row.changedAt,
    changedBy: person(row.changedBy),
    submitted:
      submittedBy === null || submittedAt === null
        ? null
        : {
            by: person(submittedBy),
            at: submittedAt,
            note: row.submittedNote ?? '',
            effectiveFrom: row.submittedEffectiveFrom,
          },
    givenBack:
      givenBackBy === null || givenBackAt === null || row.state === 'submitted'
        ? null
        : { by: person(givenBackBy), at: givenBackAt, reason: row.givenBackReason ?? '' },
  };
}

/** Code and name of an area. */
export function areaRef(live: InForce, code: string): { readonly code: string; readonly name: string } {
  return { code, name: live.area(code)?.name ?? code };
}

/** A lock as screens show it. */
export interface LockView {
  readonly person: PersonRef;
  readonly since: Instant;
  readonly mine: boolean;
}

export function lockView(lock: DraftLockRow, names: ReadonlyMap<string, string>, actor: Actor): LockView {
  return {
    person: { id: lock.person, name: names.get(lock.person) ?? '' },
    since: lock.since,
    mine: lock.person === actor.person,
  };
}
