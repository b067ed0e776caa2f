import { type ReactElement, useState } from 'react';
import { listDefinitions } from '../../server/http/contract/drafts.ts';
import { approveDraft, listReleases } from '../../server/http/contract/releases.ts';
import type { Draft } from '../api/drafts/content.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ReasonDialog } from '../ui/desktop/ReasonDialog.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { FactList } from '../ui/Facts.tsx';
import { momentWords } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import type { Outcome } from './ChangesPage.tsx';

const LONGEST = 200;

interface ApprovalCardProps {
  readonly draft: Draft;
  readonly submitted: NonNullable<Draft['submitted']>;
  readonly person: SignedInPerson;
  readonly mayPublish: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** A draft that waits for a second person: who asks for what; and for that person, approving or giving it back. */
export function ApprovalCard({ draft, submitted, person, mayPublish, onOutcome }: ApprovalCardProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  const from = submitted.effectiveFrom;
  const isMine = submitted.by.id === person.id;
  return (
    <Card title={text('approval')}>
      <div className="gl-publish">
        <FactList
          facts={[
            { title: text('approval.by'), text: submitted.by.name },
            { title: text('approval.at'), text: momentWords(submitted.at, now, texts) },
            {
              title: text('publish.from'),
              text: from === null ? text('approval.at-once') : momentWords(from, now, texts),
            },
            { title: text('publish.note'), text: submitted.note },
          ]}
        />
        {isMine && <p>{text('approval.mine')}</p>}
        {!isMine && !mayPublish && <p>{text('approval.others')}</p>}
        {!isMine && mayPublish && <Decision draft={draft} who={submitted.by.name} onOutcome={onOutcome} />}
      </div>
    </Card>
  );
}

interface DecisionProps {
  readonly draft: Draft;
  readonly who: string;
  readonly onOutcome: (outcome: Outcome) => void;
}

function Decision({ draft, who, onOutcome }: DecisionProps): ReactElement {
  const { text } = useText();
  const [giving, setGiving] = useState(false);
  // Nothing of the draft itself is asked for again: once it is published, it is no more.
  const approve = useCommand(approveDraft, [listDefinitions, listReleases]);
  const decide = async (body: { readonly approve: boolean; readonly reason?: string }): Promise<void> => {
    const came = await approve.run({ params: { draft: draft.id }, body });
    if (came === null) return;
    setGiving(false);
    onOutcome({ ...came, givenBack: !body.approve });
  };
  return (
    <>
      <p>{text('approval.says', { who })}</p>
      {approve.problem !== null && !giving && <ErrorNote problem={approve.problem} />}
      <Button kind="primary" wide busy={approve.busy && !giving} onPress={() => void decide({ approve: true })}>
        {text('approval.approve')}
      </Button>
      <Button wide onPress={() => setGiving(true)}>
        {text('approval.give-back')}
      </Button>
      {giving && (
        <ReasonDialog
          title={text('approval.give-back')}
          says={text('approval.give-back.says', { who })}
          label={text('reason')}
          longest={LONGEST}
          busy={approve.busy}
          problem={approve.problem}
          onAction={(reason) => void decide({ approve: false, reason })}
          onClose={() => setGiving(false)}
        />
      )}
    </>
  );
}
