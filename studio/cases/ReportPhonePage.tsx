import { type ReactElement, type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useDraft } from '../api/outbox/use-draft.ts';
import type { SignedInPerson } from '../api/session.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { InnerPage } from '../ui/phone/PhonePage.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ReportOutcome } from './report/ReportOutcome.tsx';
import { ReportSheet } from './report/ReportSheet.tsx';
import { REPORT } from './report/use-report-entry.ts';
import { useReportForm } from './report/use-report-form.ts';

interface ReportPhonePageProps {
  readonly person: SignedInPerson;
  readonly aside: ReactNode;
}

/** 报事件: one screen, under a minute, with or without a network. */
export function ReportPhonePage({ person, aside }: ReportPhonePageProps): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const [round, setRound] = useState(0);
  const [submitted, setSubmitted] = useState<string | null>(null);
  const answer = useReportForm(person);
  const drafts = useDraft(person.id, REPORT, round);
  const leave = (): void => {
    navigate('/');
  };
  if (submitted !== null) {
    return (
      <ReportOutcome
        item={submitted}
        person={person.id}
        aside={aside}
        onLeave={leave}
        onAgain={() => {
          setSubmitted(null);
          setRound(round + 1);
        }}
      />
    );
  }
  if (answer.form === undefined || drafts.kept === undefined) {
    return (
      <InnerPage title={text('report')} closes onBack={leave} aside={aside}>
        <Waiting {...waitingFor(answer.asked)} lines={10} />
      </InnerPage>
    );
  }
  return (
    <ReportSheet
      key={`${person.id} ${round}`}
      report={answer.form}
      person={person}
      draft={drafts.kept}
      drafts={drafts}
      aside={aside}
      onLeave={leave}
      onSubmitted={setSubmitted}
    />
  );
}
