import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { readReportForm } from '../../server/http/contract/cases.ts';
import { remember, useRemembered } from '../api/outbox/remembered.ts';
import { useDraft } from '../api/outbox/use-draft.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useAnswer } from '../api/use-answer.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { useText } from '../translations/texts.ts';
import { InnerPage } from '../ui/phone/PhonePage.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { caseTypeOf } from './report/case-type-of.ts';
import { ReportOutcome } from './report/ReportOutcome.tsx';
import { ReportSheet } from './report/ReportSheet.tsx';
import { REPORT, type ReportForm } from './report/use-report-entry.ts';

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
  const answer = useReportForm(caseTypeOf(person));
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

/** The form to report with: the server's, else the one this device remembers. */
function useReportForm(caseType: string): {
  readonly form: ReportForm | undefined;
  readonly asked: ReturnType<typeof useAnswer<typeof readReportForm>>;
} {
  const name = `report-form ${caseType}`;
  const asked = useAnswer(readReportForm, { params: { caseType } });
  const remembered = useRemembered<ReportForm>(name);
  const { data, failureCount } = asked;
  useEffect(() => {
    if (data !== undefined) void remember(name, data);
  }, [data, name]);
  return { form: data ?? (failureCount > 0 ? (remembered ?? undefined) : undefined), asked };
}
