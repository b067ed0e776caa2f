import { Type } from 'typebox';
import { editedKinds } from '../../kernel/compilation/file-kinds.ts';
import { operation } from './operation.ts';
import { AreaOfAddress, DraftId, RevisionRead } from './parameters.ts';
import { AreaRef, DefinitionId, described, Done, FreeObject, Instant, PersonRef, Uuid } from './values.ts';
import { onDraftChange } from './refused-together.ts';

/** Kinds of definition as people edit them. */
export const DefinitionKind = Type.Enum([...editedKinds], {
  description:
    'Kind of definition as people edit it: a post or a limit is one, though many stand in one file of a pack.',
});

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** Who is at a definition; the lock is soft: somebody else may take it over, and the holder is told. */
export const LockView = Type.Object({ person: PersonRef, since: Instant, mine: Type.Boolean() });

/** A definition as a list shows it. */
const DefinitionLine = Type.Object({
  kind: DefinitionKind,
  /** The definition's id; of a process or a decision the name of its file without the ending. */
  id: DefinitionId,
  title: Type.String(),
  /** `own`: the area's pack writes it. `inherited`: it comes from the pack below, and a change makes it the area's own. */
  origin: Type.Enum(['own', 'inherited']),
  /** Title of the pack that writes it. */
  pack: Type.String(),
  /** Against what is published. */
  state: Type.Enum(['same', 'changed', 'added', 'removed']),
  lock: nullable(LockView),
});

export const DraftView = Type.Object({
  id: Uuid,
  area: AreaRef,
  /** Counts every change of the draft; a check that ran on an earlier one is no longer valid. */
  revision: Type.Integer(),
  state: Type.Enum(['open', 'submitted']),
  changedAt: Instant,
  changedBy: PersonRef,
  /** Who asked for the second person's approval, and from when it shall hold. */
  submitted: nullable(
    Type.Object({ by: PersonRef, at: Instant, note: Type.String(), effectiveFrom: nullable(Instant) }),
  ),
  /** Why a second person gave it back, until it is submitted again. */
  givenBack: nullable(Type.Object({ by: PersonRef, at: Instant, reason: Type.String() })),
});

/** A sentence about a definition, and where it stands: what is wrong, or what is different. */
export const ProblemView = Type.Object({
  code: Type.String(),
  severity: Type.Enum(['error', 'warning']),
  kind: nullable(DefinitionKind),
  id: nullable(DefinitionId),
  /** JSON pointer into the definition, or the id of an element of its drawing; empty: the whole of it. */
  place: Type.String(),
  zh: Type.String(),
  en: Type.String(),
});

export const ChangeSentence = Type.Object({
  zh: Type.String(),
  en: Type.String(),
  /** Both texts as they are written, behind 专业: what nobody can say in words, an expression for one. */
  expert: Type.Optional(Type.Object({ before: Type.String(), after: Type.String() })),
});

export const ChangeView = Type.Object({
  kind: DefinitionKind,
  id: DefinitionId,
  title: Type.String(),
  state: Type.Enum(['changed', 'added', 'removed']),
  sentences: Type.Array(ChangeSentence),
});

/** A definition's content: JSON of the kind's schema, or the text of a BPMN or DMN file. */
const Content = Type.Union([
  Type.Object({
    json: described(FreeObject, 'The definition as its kind’s JSON Schema in `definitions/schema` says.'),
  }),
  Type.Object({
    xml: Type.String({
      maxLength: 2_000_000,
      description: 'Text of a BPMN or DMN file, at most 2,000,000 characters.',
    }),
  }),
]);

const area = Type.Object({ area: AreaOfAddress });
const draft = Type.Object({ draft: DraftId });
const definition = Type.Object({
  draft: DraftId,
  kind: DefinitionKind,
  id: described(
    DefinitionId,
    'Id of the definition; of a process or a decision the name of its file without the ending.',
  ),
});
const Revision = described(
  RevisionRead,
  'The revision that was read, refused when there is a newer one; 0 for a definition the draft has not touched, or a new one.',
);
const group = 'drafts';
const access = 'signed-in';

export const listDefinitions = operation({
  id: 'listDefinitions',
  method: 'GET',
  path: '/api/areas/:area/definitions',
  group,
  access,
  summary: 'What an area runs on, definition by definition, with its open draft laid over it',
  params: area,
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    /** The area's own pack, or the one it inherits. */
    pack: Type.Object({ id: DefinitionId, title: Type.String(), version: Type.String(), own: Type.Boolean() }),
    draft: nullable(DraftView),
    definitions: Type.Array(DefinitionLine),
    mayEdit: Type.Boolean(),
  }),
});

export const beginDraft = operation({
  id: 'beginDraft',
  method: 'POST',
  path: '/api/areas/:area/draft',
  group,
  access,
  summary: 'The open draft of an area; made from what is published there when there is none',
  params: area,
  refuses: ['area-unknown', 'draft-over', 'not-permitted'],
  answer: DraftView,
});

export const discardDraft = operation({
  id: 'discardDraft',
  method: 'DELETE',
  path: '/api/drafts/:draft',
  group,
  access,
  summary: 'Throws a draft away; what is published stays as it is',
  params: draft,
  refuses: ['draft-over', 'draft-submitted', 'draft-unknown', 'not-permitted'],
  answer: Done,
});

export const DraftDefinition = Type.Object({
  kind: DefinitionKind,
  id: DefinitionId,
  title: Type.String(),
  origin: Type.Enum(['own', 'inherited']),
  state: Type.Enum(['same', 'changed', 'added', 'removed']),
  /** Of this definition in this draft; 0 when the draft has not touched it. */
  revision: Type.Integer(),
  changedAt: nullable(Instant),
  changedBy: nullable(PersonRef),
  content: Content,
  /** What is published now, to compare with; null for an added definition. */
  published: nullable(Content),
  lock: nullable(LockView),
  /** Values in it that no source prints: JSON pointers or element ids, with the reason (假定值). */
  assumed: Type.Array(Type.Object({ place: Type.String(), reason: Type.String() })),
  /** Where its values come from. */
  sources: Type.Array(Type.Object({ place: Type.String(), document: Type.String(), passage: Type.String() })),
});

export const readDraftDefinition = operation({
  id: 'readDraftDefinition',
  method: 'GET',
  path: '/api/drafts/:draft/definitions/:kind/:id',
  group,
  access,
  summary: 'One definition as the draft has it',
  params: definition,
  refuses: ['definition-unknown', 'draft-over', 'draft-unknown'],
  answer: DraftDefinition,
});

export const writeDraftDefinition = operation({
  id: 'writeDraftDefinition',
  method: 'PUT',
  path: '/api/drafts/:draft/definitions/:kind/:id',
  group,
  access,
  summary: 'Saves a definition into the draft; refused when somebody saved it since it was read',
  params: definition,
  body: Type.Object(
    {
      revision: Revision,
      content: described(Content, 'The whole definition: JSON, or the text of a BPMN or DMN file.'),
    },
    { additionalProperties: false },
  ),
  refuses: [...onDraftChange, 'not-permitted'],
  answer: Type.Object({ revision: Type.Integer(), draft: DraftView }),
});

export const removeDraftDefinition = operation({
  id: 'removeDraftDefinition',
  method: 'POST',
  path: '/api/drafts/:draft/definitions/:kind/:id/remove',
  group,
  access,
  summary: 'Takes a definition of the area out of the draft; what it inherits under the same id holds again',
  params: definition,
  body: Type.Object({ revision: Revision }, { additionalProperties: false }),
  refuses: [
    'definition-inherited',
    'definition-locked',
    'definition-unknown',
    'draft-conflict',
    'draft-over',
    'draft-submitted',
    'draft-unknown',
    'not-permitted',
  ],
  answer: Type.Object({ draft: DraftView }),
});

export const restoreDraftDefinition = operation({
  id: 'restoreDraftDefinition',
  method: 'POST',
  path: '/api/drafts/:draft/definitions/:kind/:id/restore',
  group,
  access,
  summary: 'Puts a definition of the draft back to what is published',
  params: definition,
  body: Type.Object({ revision: Revision }, { additionalProperties: false }),
  refuses: ['definition-locked', 'draft-conflict', 'draft-over', 'draft-submitted', 'draft-unknown', 'not-permitted'],
  answer: Type.Object({ draft: DraftView }),
});

export const lockDraftDefinition = operation({
  id: 'lockDraftDefinition',
  method: 'POST',
  path: '/api/drafts/:draft/definitions/:kind/:id/lock',
  group,
  access,
  summary: 'Tells the others that somebody is at a definition; repeated while they are, over after 90 seconds without',
  params: definition,
  body: Type.Object(
    {
      takeOver: Type.Optional(Type.Boolean({ description: 'True: also when somebody else is at it; they are told.' })),
    },
    { additionalProperties: false },
  ),
  refuses: ['draft-over', 'draft-submitted', 'draft-unknown', 'not-permitted'],
  answer: Type.Object({ lock: LockView, revision: Type.Integer() }),
});

export const unlockDraftDefinition = operation({
  id: 'unlockDraftDefinition',
  method: 'DELETE',
  path: '/api/drafts/:draft/definitions/:kind/:id/lock',
  group,
  access,
  summary: 'Tells the others that a definition is free',
  params: definition,
  refuses: ['draft-over', 'draft-unknown', 'not-permitted'],
  answer: Done,
});

export const readDraftProblems = operation({
  id: 'readDraftProblems',
  method: 'GET',
  path: '/api/drafts/:draft/problems',
  group,
  access,
  summary: 'Everything that is wrong in a draft, as `gridloom validate` finds it; scenarios are run before publishing',
  params: draft,
  refuses: ['draft-over', 'draft-unknown'],
  answer: Type.Object({ revision: Type.Integer(), checkedAt: Instant, problems: Type.Array(ProblemView) }),
});

export const readDraftChanges = operation({
  id: 'readDraftChanges',
  method: 'GET',
  path: '/api/drafts/:draft/changes',
  group,
  access,
  summary: 'What a draft changes, definition by definition, in sentences',
  params: draft,
  refuses: ['draft-over', 'draft-unknown'],
  answer: Type.Object({ revision: Type.Integer(), changes: Type.Array(ChangeView) }),
});

export const readDraftRelease = operation({
  id: 'readDraftRelease',
  method: 'GET',
  path: '/api/drafts/:draft/release',
  group,
  access,
  summary: 'All files a draft would be published from, with its invented people, for a simulated run in the browser',
  params: draft,
  refuses: ['draft-over', 'draft-unknown'],
  answer: Type.Object({
    revision: Type.Integer(),
    pack: DefinitionId,
    /** The most general pack first; the last one is the area's. Files by path. */
    packs: Type.Array(Type.Object({ id: DefinitionId, files: Type.Record(Type.String(), Type.String()) })),
  }),
});
