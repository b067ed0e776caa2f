import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { reportCase } from '../../../server/http/contract/cases.ts';
import type { AnswerOf } from '../../../server/http/contract/operation.ts';
import type { Receipt } from '../../api/outbox/device-store.ts';
import { useSent } from '../../api/outbox/use-sent.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { positionWords } from '../../ui/holder-names.ts';
import { Outcome } from '../../ui/phone/Outcome.tsx';
import { InnerPage } from '../../ui/phone/PhonePage.tsx';
import { StillHere } from '../../ui/phone/StillHere.tsx';

interface ReportOutcomeProps {
  readonly item: string;
  readonly person: string;
  readonly aside: ReactNode;
  readonly onLeave: () => void;
  readonly onAgain: () => void;
}

/** What became of a report that was submitted: taken, with its number and who has it now; still here; or refused. */
export function ReportOutcome({ item: id, person, aside, onLeave, onAgain }: ReportOutcomeProps): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const { receipt, item, still } = useSent(id, person, { onDraft: onAgain, onTooLate: () => navigate('/unsent') });
  return (
    <InnerPage
      title={text('report')}
      closes
      onBack={onLeave}
      aside={aside}
      foot={
        <>
          <Button onPress={onLeave}>{text('tab.today')}</Button>
          <Button kind={item?.state === 'refused' ? 'plain' : 'primary'} onPress={onAgain}>
            {text('report.again')}
          </Button>
        </>
      }
    >
      {receipt !== undefined && <Taken receipt={receipt} />}
      {still !== null && <StillHere {...still} />}
    </InnerPage>
  );
}

function Taken({ receipt }: { readonly receipt: Receipt }): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const { number, title, stage, next } = receipt.answer as unknown as AnswerOf<typeof reportCase>;
  return (
    <Outcome mark="check" title={text('report.taken', { number })}>
      <p>{title}</p>
      <p className="quiet">
        {next === null
          ? text('report.taken.stage', { stage: pack(stage) })
          : text('report.taken.next', { stage: pack(stage), to: positionWords(next, texts) })}
      </p>
    </Outcome>
  );
}
