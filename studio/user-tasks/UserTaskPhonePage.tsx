import { type ReactElement, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { readUserTask } from '../../server/http/contract/user-tasks.ts';
import { useDraft } from '../api/outbox/use-draft.ts';
import { useOutbox } from '../api/outbox/use-outbox.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Outcome } from '../ui/phone/Outcome.tsx';
import { Block, InnerPage } from '../ui/phone/PhonePage.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ClockCard } from './ClockCard.tsx';
import { userTaskThing } from './use-user-task-entry.ts';
import { UserTaskOutcome } from './UserTaskOutcome.tsx';
import { UserTaskSheet } from './UserTaskSheet.tsx';

interface UserTaskPhonePageProps {
  readonly id: string;
  readonly person: SignedInPerson;
  readonly aside: ReactNode;
}

/** A user task on the phone: what it is about, one plain sentence, its form, and the story so far. */
export function UserTaskPhonePage({ id, person, aside }: UserTaskPhonePageProps): ReactElement {
  const { text, pack } = useText();
  const [, navigate] = useLocation();
  const [round, setRound] = useState(0);
  const [submitted, setSubmitted] = useState<string | null>(null);
  const answer = useAnswer(readUserTask, { params: { userTask: id } });
  const drafts = useDraft(person.id, userTaskThing(id), round);
  const { items } = useOutbox(person.id);
  const waiting = submitted ?? items?.find(({ draft }) => draft.thing === userTaskThing(id))?.id;
  const leave = (): void => {
    navigate('/');
  };
  const again = (): void => {
    setSubmitted(null);
    setRound(round + 1);
  };
  if (waiting !== undefined)
    return <UserTaskOutcome item={waiting} person={person.id} aside={aside} onLeave={leave} onAgain={again} />;
  const { data } = answer;
  if (data === undefined || drafts.kept === undefined || items === undefined) {
    return (
      <InnerPage title={text('nav.user-tasks')} onBack={leave} aside={aside}>
        <Waiting {...waitingFor(answer)} lines={10} />
      </InnerPage>
    );
  }
  if (data.state !== 'open' || !data.may.complete) {
    return (
      <InnerPage
        title={pack(data.title)}
        onBack={leave}
        aside={aside}
        foot={
          <Button kind="primary" onPress={leave}>
            {text('tab.today')}
          </Button>
        }
      >
        <Outcome mark="check" title={text(data.state === 'open' ? 'user-task.not-yours' : 'user-task.over')}>
          <p className="quiet">{data.subject.title}</p>
        </Outcome>
        {data.state === 'open' && (
          <Block>
            <ClockCard file={data} />
          </Block>
        )}
      </InnerPage>
    );
  }
  return (
    <UserTaskSheet
      key={round}
      file={data}
      person={person}
      draft={drafts.kept}
      drafts={drafts}
      aside={aside}
      onLeave={leave}
      onSubmitted={setSubmitted}
    />
  );
}
