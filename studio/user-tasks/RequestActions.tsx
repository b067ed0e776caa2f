import { type ReactElement, useState } from 'react';
import { grantClockRequest, refuseClockRequest, withdrawClockRequest } from '../../server/http/contract/clocks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import type { ClockRequest } from '../ui/RequestLine.tsx';
import { useToast } from '../ui/Toast.tsx';
import { clockReads } from './clock-reads.ts';
import { QuestionForm } from './QuestionForm.tsx';

/** What can be done with a question about a clock: decided by who may, taken back by who asked. */
export function RequestActions({ request }: { readonly request: ClockRequest }): ReactElement | null {
  const { text } = useText();
  const [refusing, setRefusing] = useState(false);
  const grant = useCommand(grantClockRequest, clockReads);
  const refuse = useCommand(refuseClockRequest, clockReads);
  const withdraw = useCommand(withdrawClockRequest, clockReads);
  const say = useToast();
  const params = { request: request.id };
  const { decide, withdraw: mayWithdraw } = request.may;
  if (!decide && !mayWithdraw) return null;
  if (refusing)
    return (
      <QuestionForm
        says={text('request.refuse.says')}
        action={text('request.refuse')}
        reasonLabel={text('request.refuse.why')}
        busy={refuse.busy}
        problem={refuse.problem}
        onSubmit={(reason) =>
          void refuse.run({ params, body: { reason } }).then((answer) => answer && say(text('request.refused.done')))
        }
        onClose={() => setRefusing(false)}
      />
    );
  const problem = grant.problem ?? withdraw.problem;
  return (
    <>
      {decide && (
        <>
          <Button
            kind="primary"
            small
            busy={grant.busy}
            onPress={() => void grant.run({ params }).then((answer) => answer && say(text('request.granted.done')))}
          >
            {text('request.grant')}
          </Button>
          <Button small onPress={() => setRefusing(true)}>
            {text('request.refuse')}
          </Button>
        </>
      )}
      {mayWithdraw && (
        <Button
          small
          busy={withdraw.busy}
          onPress={() => void withdraw.run({ params }).then((answer) => answer && say(text('request.withdrawn.done')))}
        >
          {text('request.withdraw')}
        </Button>
      )}
      {problem !== null && <ErrorNote problem={problem} />}
    </>
  );
}
