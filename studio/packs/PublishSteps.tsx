import type { ReactElement } from 'react';
import { readDraftChanges, readDraftProblems } from '../../server/http/contract/drafts.ts';
import { listReleases, readExamination } from '../../server/http/contract/releases.ts';
import type { Draft } from '../api/drafts/content.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { Card } from '../ui/Card.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ApprovalCard } from './ApprovalCard.tsx';
import type { Outcome } from './ChangesPage.tsx';
import { ExaminationCard } from './ExaminationCard.tsx';
import { PublishCard } from './PublishCard.tsx';
import { whatIsMissing } from './what-is-missing.ts';

interface PublishStepsProps {
  readonly draft: Draft;
  readonly person: SignedInPerson;
  readonly mayEdit: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
}

const RUNNING = 1;
const RESTING = 30;

/** The way from a draft to a release, step by step: examine, then publish; or the word of the second person. */
export function PublishSteps({ draft, person, mayEdit, onOutcome }: PublishStepsProps): ReactElement {
  const params = { draft: draft.id };
  const examined = useAnswer(
    readExamination,
    { params },
    { every: (answer) => (answer?.examination?.state === 'running' ? RUNNING : RESTING) },
  );
  const releases = useAnswer(listReleases, { params: { area: draft.area.code } });
  const problems = useAnswer(readDraftProblems, { params });
  const changes = useAnswer(readDraftChanges, { params });
  if (examined.data === undefined || releases.data === undefined)
    return (
      <Card>
        <Waiting {...waitingFor(examined.data === undefined ? examined : releases)} lines={6} />
      </Card>
    );
  const { examination } = examined.data;
  const missing = whatIsMissing({
    draft,
    examination,
    errors: problems.data?.problems.filter(({ severity }) => severity === 'error').length,
    changes: changes.data?.changes.length,
    mayPublish: releases.data.mayPublish,
  });
  return (
    <div className="gl-changes-how">
      <ExaminationCard draft={draft} examination={examination} mayEdit={mayEdit} />
      {draft.submitted === null ? (
        <PublishCard draft={draft} rule={releases.data} missing={missing} onOutcome={onOutcome} />
      ) : (
        <ApprovalCard
          draft={draft}
          submitted={draft.submitted}
          person={person}
          mayPublish={releases.data.mayPublish}
          onOutcome={onOutcome}
        />
      )}
    </div>
  );
}
