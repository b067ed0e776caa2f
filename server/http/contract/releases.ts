import { Type } from 'typebox';
import { ChangeSentence, ChangeView, DefinitionKind, DraftView, ProblemView } from './drafts.ts';
import { operation } from './operation.ts';
import { AreaOfAddress, DraftId, ExaminationId, ReasonText, ReleaseId } from './parameters.ts';
import { AreaRef, DefinitionId, described, Done, Instant, PersonRef, Uuid } from './values.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

const area = Type.Object({ area: AreaOfAddress });
const draft = Type.Object({ draft: DraftId });
const group = 'releases';
const access = 'signed-in';

/** The examination before publishing: the checks, then every scenario of the pack, one after the other. */
export const ExaminationView = Type.Object({
  id: Uuid,
  /** The draft's revision it looks at; it counts for this one only. */
  revision: Type.Integer(),
  state: Type.Enum(['running', 'passed', 'failed', 'stopped']),
  startedAt: Instant,
  by: PersonRef,
  /** What is being looked at now: the title of a scenario, empty during the checks. */
  at: Type.String(),
  done: Type.Integer(),
  total: Type.Integer(),
  problems: Type.Array(ProblemView),
  /** Scenarios that ended otherwise than they say. */
  failures: Type.Array(
    Type.Object({
      scenario: DefinitionId,
      title: Type.String(),
      step: Type.Integer(),
      zh: Type.String(),
      en: Type.String(),
    }),
  ),
});

export const examineDraft = operation({
  id: 'examineDraft',
  method: 'POST',
  path: '/api/drafts/:draft/examinations',
  group,
  access,
  summary: 'Begins the examination of a draft; one that runs on the same revision is answered instead',
  params: draft,
  refuses: ['draft-over', 'draft-unknown', 'not-permitted'],
  answer: ExaminationView,
});

export const readExamination = operation({
  id: 'readExamination',
  method: 'GET',
  path: '/api/drafts/:draft/examinations/latest',
  group,
  access,
  summary: 'How far the latest examination of a draft has come',
  params: draft,
  refuses: ['draft-over', 'draft-unknown'],
  answer: Type.Object({ examination: nullable(ExaminationView) }),
});

export const stopExamination = operation({
  id: 'stopExamination',
  method: 'DELETE',
  path: '/api/drafts/:draft/examinations/:examination',
  group,
  access,
  summary: 'Stops an examination',
  params: Type.Object({ draft: DraftId, examination: ExaminationId }),
  refuses: ['draft-over', 'draft-unknown', 'not-permitted'],
  answer: Done,
});

export const ReleaseView = Type.Object({
  id: Uuid,
  area: AreaRef,
  pack: Type.Object({ id: DefinitionId, title: Type.String(), version: Type.String() }),
  effectiveFrom: Instant,
  publishedAt: Instant,
  /** Null: by the program, when it was installed. */
  by: nullable(PersonRef),
  approvedBy: nullable(PersonRef),
  note: Type.String(),
  state: Type.Enum(['coming', 'current', 'past']),
  /** The release whose definitions hold again by this one. */
  takesBack: nullable(Uuid),
  /** Whether it may be taken back now: it is current or coming, and there is one before it. */
  mayTakeBack: Type.Boolean(),
  /** Instances that run on it. */
  running: Type.Integer(),
});

const when = {
  effectiveFrom: Type.Optional(described(Instant, 'From when it holds; absent: at once.')),
  note: Type.String({
    minLength: 2,
    maxLength: 200,
    description: 'What it changes and why, 2 to 200 characters, for the list of releases.',
  }),
};

export const publishDraft = operation({
  id: 'publishDraft',
  method: 'POST',
  path: '/api/drafts/:draft/publish',
  group,
  access,
  idempotent: true,
  summary:
    'Publishes a draft that passed its examination; where the area asks for it, a second person must approve first',
  params: draft,
  body: Type.Object(when, { additionalProperties: false }),
  refuses: [
    'draft-not-examined',
    'draft-over',
    'draft-submitted',
    'draft-unchanged',
    'draft-unknown',
    'not-permitted',
    'release-coming',
    'release-date-wrong',
  ],
  answer: Type.Object({
    /** Null: it waits for a second person. */
    release: nullable(ReleaseView),
    draft: nullable(DraftView),
  }),
});

export const approveDraft = operation({
  id: 'approveDraft',
  method: 'POST',
  path: '/api/drafts/:draft/approval',
  group,
  access,
  idempotent: true,
  summary: 'A second person approves a submitted draft, which publishes it, or gives it back with a reason',
  params: draft,
  body: Type.Object(
    {
      approve: Type.Boolean({ description: 'True: it is published; false: it goes back to who submitted it.' }),
      reason: Type.Optional(
        Type.String({
          minLength: 2,
          maxLength: 200,
          description: 'Why it goes back, 2 to 200 characters; needed when it does.',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: [
    'approval-same-person',
    'draft-not-examined',
    'draft-not-submitted',
    'draft-over',
    'draft-unchanged',
    'draft-unknown',
    'not-permitted',
    'reason-missing',
    'release-coming',
    'release-date-wrong',
  ],
  answer: Type.Object({ release: nullable(ReleaseView), draft: nullable(DraftView) }),
});

export const listReleases = operation({
  id: 'listReleases',
  method: 'GET',
  path: '/api/areas/:area/releases',
  group,
  access,
  summary: 'The releases of an area, the latest first, and whether a second person must approve',
  params: area,
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    releases: Type.Array(ReleaseView),
    approvalRequired: Type.Boolean(),
    /** Who wishes that no second person were needed; a second one has to wish it too, within a week. */
    loweringAsked: nullable(Type.Object({ by: PersonRef, at: Instant })),
    mayPublish: Type.Boolean(),
  }),
});

export const readReleaseChanges = operation({
  id: 'readReleaseChanges',
  method: 'GET',
  path: '/api/releases/:release/changes',
  group,
  access,
  summary: 'What a release changed against the one before it, in sentences',
  params: Type.Object({ release: ReleaseId }),
  refuses: ['release-unknown'],
  answer: Type.Object({ changes: Type.Array(ChangeView) }),
});

export const takeBackRelease = operation({
  id: 'takeBackRelease',
  method: 'POST',
  path: '/api/releases/:release/take-back',
  group,
  access,
  idempotent: true,
  summary: 'Publishes again what held before a release; instances that run on it stay on it',
  params: Type.Object({ release: ReleaseId }),
  body: Type.Object({ reason: ReasonText(2, 200) }, { additionalProperties: false }),
  refuses: ['not-permitted', 'release-does-not-fit', 'release-not-to-take-back', 'release-unknown'],
  answer: ReleaseView,
});

export const setApprovalRule = operation({
  id: 'setApprovalRule',
  method: 'PUT',
  path: '/api/areas/:area/approval-rule',
  group,
  access,
  summary: 'Whether publishing at an area needs a second person; lowering it needs one too',
  params: area,
  body: Type.Object(
    { required: Type.Boolean({ description: 'Whether a second person has to approve.' }) },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    /** Also true when an area above asks for it. */
    required: Type.Boolean(),
    loweringAsked: nullable(Type.Object({ by: PersonRef, at: Instant })),
  }),
});

/** One definition of an upgrade: how it was when it was taken over, how the area has it, how the new version has it. */
const UpgradeLine = Type.Object({
  kind: DefinitionKind,
  id: DefinitionId,
  title: Type.String(),
  pack: DefinitionId,
  /** `theirs`: only the new version changed it. `both`: the area changed it too, so somebody must choose. */
  changedBy: Type.Enum(['theirs', 'both']),
  theirs: Type.Array(ChangeSentence),
  ours: Type.Array(ChangeSentence),
});

export const readUpgrade = operation({
  id: 'readUpgrade',
  method: 'GET',
  path: '/api/areas/:area/upgrade',
  group,
  access,
  summary: 'A newer version of the area’s packs that was shipped with the program, compared on three sides',
  params: area,
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    /** Null: nothing newer is there. */
    upgrade: nullable(
      Type.Object({
        packs: Type.Array(
          Type.Object({ id: DefinitionId, title: Type.String(), from: Type.String(), to: Type.String() }),
        ),
        lines: Type.Array(UpgradeLine),
      }),
    ),
  }),
});

export const takeUpgrade = operation({
  id: 'takeUpgrade',
  method: 'POST',
  path: '/api/areas/:area/upgrade',
  group,
  access,
  idempotent: true,
  summary: 'Lays a newer version under the area’s draft; where both changed something, as chosen',
  params: area,
  body: Type.Object(
    {
      choices: Type.Array(
        Type.Object(
          {
            kind: DefinitionKind,
            id: described(DefinitionId, 'Id of the definition that both changed.'),
            take: described(
              Type.Enum(['ours', 'theirs']),
              '`ours`: it stays as the area has it; `theirs`: as the new version has it.',
            ),
          },
          { additionalProperties: false },
        ),
        { maxItems: 2000, description: 'One for each line of `readUpgrade` that both changed, at most 2000.' },
      ),
    },
    { additionalProperties: false },
  ),
  refuses: [
    'area-unknown',
    'draft-over',
    'draft-submitted',
    'draft-unknown',
    'not-permitted',
    'upgrade-none',
    'upgrade-undecided',
  ],
  answer: DraftView,
});
