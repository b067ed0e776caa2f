import { type ReactElement, useState } from 'react';
import { listDefinitions } from '../../server/http/contract/drafts.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { publishDraft } from '../../server/http/contract/releases.ts';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { AreaHead, PublishViews } from './AreaHead.tsx';
import { DraftChanges } from './DraftChanges.tsx';
import { PublishSteps } from './PublishSteps.tsx';
import { PublishOutcome } from './PublishOutcome.tsx';
import './changes-page.css';

/** What came of publishing: a release, or a draft that waits for a second person, or was given back. */
export type Outcome = AnswerOf<typeof publishDraft> & { readonly givenBack?: boolean };

/** 发布: what the draft of an area changes, in sentences; its examination; publishing, and the second person's word. */
export function ChangesPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const { area } = useDefinitionArea(person);
  const [outcome, setOutcome] = useState<{ readonly area: string; readonly came: Outcome } | null>(null);
  const answer = useAnswer(listDefinitions, { params: { area: area?.code ?? '' } }, { when: area !== null });
  const { data } = answer;
  const came = outcome !== null && outcome.area === area?.code ? outcome.came : null;
  const isOver = came !== null && (came.release !== null || came.givenBack === true);
  return (
    <div className="gl-page">
      <AreaHead person={person} title={text('nav.publish')} beside={<PublishViews current="changes" />} />
      {came !== null && isOver && <PublishOutcome came={came} />}
      {area === null && <EmptyState title={text('definitions.no-area')} next={text('definitions.no-area.next')} />}
      {area !== null && data === undefined && (
        <Card>
          <Waiting {...waitingFor(answer)} lines={8} />
        </Card>
      )}
      {data !== undefined && data.draft === null && !isOver && <NoDraft mayEdit={data.mayEdit} />}
      {data?.draft != null && (
        <div className="gl-changes">
          <DraftChanges draft={data.draft} mayEdit={data.mayEdit} pack={data.pack} />
          <PublishSteps
            key={data.draft.id}
            draft={data.draft}
            person={person}
            mayEdit={data.mayEdit}
            onOutcome={(next) => setOutcome({ area: data.area.code, came: next })}
          />
        </div>
      )}
    </div>
  );
}

function NoDraft({ mayEdit }: { readonly mayEdit: boolean }): ReactElement {
  const { text } = useText();
  return (
    <Card>
      <EmptyState title={text('changes.no-draft')} next={text(mayEdit ? 'changes.no-draft.next' : 'draft.look-only')}>
        <ButtonLink to="/definitions" kind="primary">
          {text('nav.definitions')}
        </ButtonLink>
        <ButtonLink to="/definitions/releases">{text('publish.view.releases')}</ButtonLink>
      </EmptyState>
    </Card>
  );
}
