import { type ReactElement, useState } from 'react';
import { grantClockRequest, refuseClockRequest, withdrawClockRequest } from '../../server/http/contract/clocks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import type { ClockRequest } from '../ui/RequestLine.tsx';
import { useToast } from '../ui/Toast.tsx';
import { clockReads } from './clock-reads.ts';
import { GrantLess } from './GrantLess.tsx';
import { QuestionForm } from './QuestionForm.tsx';

/** What can be done with a question about a clock: decided by who may, taken back by who asked. */
export function RequestActions({ request }: { readonly request: ClockRequest }): ReactElement | null {
  const { decide, withdraw } = request.may;
  if (!decide && !withdraw) return null;
  return (
    <>
      {decide && <Deciding request={request} />}
      {withdraw && <Withdrawing request={request} />}
    </>
  );
}

function Deciding({ request }: { readonly request: ClockRequest }): ReactElement {
  const { text } = useText();
  const [asked, setAsked] = useState<'less' | 'refuse' | null>(null);
  const grant = useCommand(grantClockRequest, clockReads);
  const say = useToast();
  const { more } = request;
  const close = (): void => setAsked(null);
  if (asked === 'refuse') return <Refusing request={request} onClose={close} />;
  if (asked === 'less' && more !== null) return <GrantLess request={request} more={more} onClose={close} />;
  const grantAll = async (): Promise<void> => {
    const answer = await grant.run({ params: { request: request.id }, body: {} });
    if (answer !== null) say(text('request.granted.done'));
  };
  return (
    <>
      <Button kind="primary" small busy={grant.busy} onPress={() => void grantAll()}>
        {text('request.grant')}
      </Button>
      {more !== null && (
        <Button small onPress={() => setAsked('less')}>
          {text('request.less')}
        </Button>
      )}
      <Button small onPress={() => setAsked('refuse')}>
        {text('request.refuse')}
      </Button>
      {grant.problem !== null && <ErrorNote problem={grant.problem} />}
    </>
  );
}

function Refusing({
  request,
  onClose,
}: {
  readonly request: ClockRequest;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const refuse = useCommand(refuseClockRequest, clockReads);
  const say = useToast();
  const send = async (reason: string): Promise<void> => {
    const answer = await refuse.run({ params: { request: request.id }, body: { reason } });
    if (answer !== null) say(text('request.refused.done'));
  };
  return (
    <QuestionForm
      says={text('request.refuse.says')}
      action={text('request.refuse')}
      reasonLabel={text('request.refuse.why')}
      busy={refuse.busy}
      problem={refuse.problem}
      onSubmit={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}

function Withdrawing({ request }: { readonly request: ClockRequest }): ReactElement {
  const { text } = useText();
  const withdraw = useCommand(withdrawClockRequest, clockReads);
  const say = useToast();
  const takeBack = async (): Promise<void> => {
    const answer = await withdraw.run({ params: { request: request.id } });
    if (answer !== null) say(text('request.withdrawn.done'));
  };
  return (
    <>
      <Button small busy={withdraw.busy} onPress={() => void takeBack()}>
        {text('request.withdraw')}
      </Button>
      {withdraw.problem !== null && <ErrorNote problem={withdraw.problem} />}
    </>
  );
}
