import { Type } from 'typebox';
import { FormView } from './cases.ts';
import { operation } from './operation.ts';
import { EntryId, FormData, LedgerId, ReasonText, RevisionRead, SearchText, WithinArea } from './parameters.ts';
import { AreaCode, AreaRef, DefinitionId, described, FreeObject, Instant, Page, PersonRef, Uuid } from './values.ts';

const ledger = Type.Object({ ledger: LedgerId });
const entry = Type.Object({ ledger: LedgerId, entry: EntryId });
const Cell = Type.Object({ field: Type.String(), text: Type.String() });

export const EntryRow = Type.Object({
  id: Uuid,
  area: AreaRef,
  cells: Type.Array(Cell),
  revision: Type.Integer(),
  changedAt: Instant,
  changedBy: Type.Union([PersonRef, Type.Null()]),
});

export const listLedgers = operation({
  id: 'listLedgers',
  method: 'GET',
  path: '/api/ledgers',
  group: 'ledgers',
  access: 'signed-in',
  summary: 'The ledgers of the area, with what each is for',
  answer: Type.Object({
    ledgers: Type.Array(
      Type.Object({
        id: DefinitionId,
        title: Type.String(),
        purpose: Type.String(),
        lawfulBasis: Type.String(),
        retention: Type.String(),
        entries: Type.Integer(),
        mayEdit: Type.Boolean(),
      }),
    ),
  }),
});

export const listEntries = operation({
  id: 'listEntries',
  method: 'GET',
  path: '/api/ledgers/:ledger/entries',
  group: 'ledgers',
  access: 'signed-in',
  summary: 'Entries of a ledger in the caller’s areas; personal fields are masked',
  params: ledger,
  query: Type.Object({ q: SearchText('what is entered'), area: WithinArea, ...Page }, { additionalProperties: false }),
  refuses: ['area-unknown', 'ledger-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    total: Type.Integer(),
    title: Type.String(),
    purpose: Type.String(),
    columns: Type.Array(Type.Object({ field: Type.String(), title: Type.String() })),
    entries: Type.Array(EntryRow),
    form: FormView,
    mayEdit: Type.Boolean(),
    grids: Type.Array(AreaRef),
  }),
});

export const readEntry = operation({
  id: 'readEntry',
  method: 'GET',
  path: '/api/ledgers/:ledger/entries/:entry',
  group: 'ledgers',
  access: 'signed-in',
  summary: 'An entry with its revisions',
  params: entry,
  refuses: ['entry-unknown', 'ledger-unknown'],
  answer: Type.Object({
    ...EntryRow.properties,
    title: Type.String(),
    form: FormView,
    data: FreeObject,
    mayEdit: Type.Boolean(),
    revisions: Type.Array(
      Type.Object({
        revision: Type.Integer(),
        at: Instant,
        by: Type.Union([PersonRef, Type.Null()]),
        reason: Type.String(),
        changes: Type.Array(Type.Object({ title: Type.String(), from: Type.String(), to: Type.String() })),
      }),
    ),
  }),
});

export const addEntry = operation({
  id: 'addEntry',
  method: 'POST',
  path: '/api/ledgers/:ledger/entries',
  group: 'ledgers',
  access: 'signed-in',
  idempotent: true,
  summary: 'Enters one thing into a ledger',
  params: ledger,
  body: Type.Object(
    { area: described(AreaCode, 'Code of the area it belongs to.'), data: FormData },
    { additionalProperties: false },
  ),
  refuses: [
    'area-of-other-type',
    'area-unknown',
    'entry-exists',
    'ledger-unknown',
    'not-permitted',
    'photo-unknown',
    'submission-invalid',
  ],
  answer: Type.Object({ id: Uuid }),
});

export const reviseEntry = operation({
  id: 'reviseEntry',
  method: 'PUT',
  path: '/api/ledgers/:ledger/entries/:entry',
  group: 'ledgers',
  access: 'signed-in',
  idempotent: true,
  summary:
    'Changes an entry as a new revision with a reason; refused when somebody else changed it meanwhile. Masked values sent back unchanged stay as they are',
  params: entry,
  body: Type.Object(
    { revision: RevisionRead, reason: ReasonText(2, 200), data: FormData },
    { additionalProperties: false },
  ),
  refuses: [
    'area-unknown',
    'entry-changed',
    'entry-exists',
    'entry-unknown',
    'ledger-unknown',
    'not-permitted',
    'photo-unknown',
    'submission-invalid',
  ],
  answer: Type.Object({ id: Uuid, revision: Type.Integer() }),
});
