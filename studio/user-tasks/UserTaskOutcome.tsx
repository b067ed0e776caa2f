import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import type { completeUserTask } from '../../server/http/contract/user-tasks.ts';
import { useSent } from '../api/outbox/use-sent.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { Outcome } from '../ui/phone/Outcome.tsx';
import { InnerPage } from '../ui/phone/PhonePage.tsx';
import { StillHere } from '../ui/phone/StillHere.tsx';

type Completion = AnswerOf<typeof completeUserTask>;

interface UserTaskOutcomeProps {
  readonly item: string;
  readonly person: string;
  readonly aside: ReactNode;
  readonly onLeave: () => void;
  readonly onAgain: () => void;
}

/** What became of a user task that was submitted on the phone. */
export function UserTaskOutcome({ item: id, person, aside, onLeave, onAgain }: UserTaskOutcomeProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [, navigate] = useLocation();
  const { receipt, still } = useSent(id, person, { onDraft: onAgain, onTooLate: () => navigate('/unsent') });
  return (
    <InnerPage
      title={text('nav.user-tasks')}
      onBack={onLeave}
      aside={aside}
      foot={
        <Button kind="primary" onPress={onLeave}>
          {text('tab.today')}
        </Button>
      }
    >
      {receipt !== undefined && (
        <Outcome mark="check" title={text('user-task.done')}>
          <p>{receipt.title}</p>
          <p className="quiet">{nextWords(receipt.answer as unknown as Completion, texts)}</p>
        </Outcome>
      )}
      {still !== null && <StillHere {...still} />}
    </InnerPage>
  );
}

/** What comes next, in a sentence. */
export function nextWords({ closed, next, stage }: Completion, texts: Texts): string {
  const { text, pack } = texts;
  if (closed) return text('user-task.next.closed');
  const step = stage === null ? '' : pack(stage);
  if (next !== null) {
    const to = positionWords(next, texts);
    return step === '' ? text('user-task.next.others', { to }) : text('user-task.next', { stage: step, to });
  }
  return step === '' ? text('user-task.next.none') : text('user-task.next.stage', { stage: step });
}
