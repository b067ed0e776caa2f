import type { ReactElement } from 'react';
import { type listDefinitions, readDraftChanges, readDraftProblems } from '../../server/http/contract/drafts.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { Draft } from '../api/drafts/content.ts';
import { useGiveUp } from '../api/drafts/use-give-up.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ChangeLines } from './ChangeLines.tsx';
import { DraftProblems } from './DraftProblems.tsx';

interface DraftChangesProps {
  readonly draft: Draft;
  readonly mayEdit: boolean;
  readonly pack: AnswerOf<typeof listDefinitions>['pack'];
}

/** What would be published: what is wrong with it first, then everything that becomes different. */
export function DraftChanges({ draft, mayEdit, pack }: DraftChangesProps): ReactElement {
  const { text } = useText();
  const params = { draft: draft.id };
  const problems = useAnswer(readDraftProblems, { params });
  const changes = useAnswer(readDraftChanges, { params });
  const giveUp = useGiveUp(draft.id);
  const isOpen = mayEdit && draft.state === 'open';
  return (
    <div className="gl-changes-what">
      {problems.data === undefined ? (
        <Card title={text('problems')}>
          <Waiting {...waitingFor(problems)} lines={2} />
        </Card>
      ) : (
        <DraftProblems problems={problems.data.problems} checkedAt={problems.data.checkedAt} />
      )}
      <Card
        title={text('changes.title')}
        count={changes.data && text('definitions.count', { count: changes.data.changes.length })}
        aside={text('changes.against', { version: pack.version })}
      >
        {changes.data === undefined && <Waiting {...waitingFor(changes)} lines={6} />}
        {giveUp.problem !== null && <ErrorNote problem={giveUp.problem} />}
        {changes.data?.changes.length === 0 && (
          <EmptyState title={text('changes.none')} next={text('changes.none.next')} />
        )}
        <ChangeLines
          changes={changes.data?.changes ?? []}
          {...(isOpen ? { onGiveUp: giveUp.run, busy: giveUp.busy } : {})}
        />
      </Card>
    </div>
  );
}
