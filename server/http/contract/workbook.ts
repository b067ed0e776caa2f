import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaCode, AreaRef, described, Instant } from './values.ts';
import { onAssignment, onDraftChange, onLeaving } from './refused-together.ts';

const SheetId = Type.Enum(['areas', 'people', 'posts']);

const CellFault = Type.Object({
  code: Type.String(),
  sheet: SheetId,
  /** As Excel counts; 1 is the headings'. */
  row: Type.Integer(),
  column: Type.String(),
  /** `C12`, or empty. */
  cell: Type.String(),
  zh: Type.String(),
  en: Type.String(),
});

const PlannedRow = Type.Object({
  sheet: SheetId,
  row: Type.Integer(),
  outcome: Type.Enum(['new', 'changed', 'same', 'removed', 'waiting']),
  title: Type.String(),
  changes: Type.Array(Type.Object({ title: Type.String(), before: Type.String(), after: Type.String() })),
});

const Counts = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  removed: Type.Integer(),
  waiting: Type.Integer(),
});

const Sentence = Type.Object({ zh: Type.String(), en: Type.String() });

/** What importing a workbook does, or would do. */
const PlanView = Type.Object({
  asOf: Instant,
  area: AreaRef,
  /** Names what was shown, for the import that follows. */
  seen: Type.String(),
  sheets: Type.Array(Type.Object({ sheet: SheetId, title: Type.String(), counts: Counts, faulty: Type.Integer() })),
  /** How changed areas come into force. */
  way: Type.Enum(['none', 'at-once', 'into-draft']),
  because: Type.Union([Type.Enum(['live', 'approval', 'draft', 'faulty']), Type.Null()]),
  obstacles: Type.Array(Sentence),
  rows: Type.Array(PlannedRow),
  rowsInAll: Type.Integer(),
  faults: Type.Array(CellFault),
  faultsInAll: Type.Integer(),
});

const File = Type.Unsafe<Blob>({ type: 'string', format: 'binary' });
const forArea = { area: described(AreaCode, 'Code of the area whose areas, people and posts it is about.') };

export const exportWorkbook = operation({
  id: 'exportWorkbook',
  method: 'GET',
  path: '/api/workbook',
  group: 'people',
  access: 'signed-in',
  transport: 'workbook',
  summary: 'Areas, people and posts of an area as one .xlsx file; imported as it is, it changes nothing',
  query: Type.Object(forArea, { additionalProperties: false }),
  refuses: ['area-unknown', 'not-permitted'],
  answer: File,
});

export const readEmptyWorkbook = operation({
  id: 'readEmptyWorkbook',
  method: 'GET',
  path: '/api/workbook/template',
  group: 'people',
  access: 'signed-in',
  transport: 'workbook',
  summary: 'The .xlsx file to be filled in, with a sheet that explains it',
  refuses: ['area-unknown', 'not-permitted'],
  answer: File,
});

export const previewWorkbook = operation({
  id: 'previewWorkbook',
  method: 'POST',
  path: '/api/workbook/preview',
  group: 'people',
  access: 'signed-in',
  transport: 'multipart',
  summary: 'What importing a workbook would do, row by row, and what is wrong, cell by cell; nothing is kept',
  query: Type.Object(forArea, { additionalProperties: false }),
  refuses: ['area-unknown', 'workbook-missing', 'workbook-too-large', 'workbook-too-long', 'workbook-unreadable'],
  answer: PlanView,
});

export const importWorkbook = operation({
  id: 'importWorkbook',
  method: 'POST',
  path: '/api/workbook',
  group: 'people',
  access: 'signed-in',
  idempotent: true,
  transport: 'multipart',
  summary: 'Does what a workbook says, all of it or nothing; rows are merged by their keys',
  query: Type.Object(
    {
      ...forArea,
      seen: Type.String({
        pattern: '^[0-9a-f]{64}$',
        description: '`seen` of the preview: refused when importing would now do something else than was shown.',
      }),
      soundOnly: Type.Optional(
        Type.Boolean({ description: 'True: rows with a fault are left out; absent: one fault stops all of it.' }),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: [
    ...onAssignment,
    ...onDraftChange,
    ...onLeaving,
    'not-permitted',
    'workbook-faulty',
    'workbook-missing',
    'workbook-outdated',
    'workbook-too-large',
    'workbook-too-long',
    'workbook-unreadable',
  ],
  answer: PlanView,
});

export const handOutPasswords = operation({
  id: 'handOutPasswords',
  method: 'POST',
  path: '/api/workbook/passwords',
  group: 'people',
  access: 'signed-in',
  transport: 'workbook',
  summary: 'First passwords for everybody of an area who has none, as an .xlsx file, this once',
  body: Type.Object(
    {
      ...forArea,
      again: Type.Optional(
        Type.Boolean({ description: 'True: also for those who got a first password and have not signed in.' }),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted', 'passwords-none'],
  answer: File,
});
