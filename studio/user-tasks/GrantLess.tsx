import { type ReactElement, useState } from 'react';
import { grantClockRequest } from '../../server/http/contract/clocks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Field } from '../ui/Field.tsx';
import { amountWords } from '../ui/light-words.ts';
import type { ClockRequest } from '../ui/RequestLine.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { clockReads } from './clock-reads.ts';

interface GrantLessProps {
  readonly request: ClockRequest;
  readonly more: NonNullable<ClockRequest['more']>;
  readonly onClose: () => void;
}

/** 少批一些: how much of an extension is granted; whoever asked sees both. */
export function GrantLess({ request, more, onClose }: GrantLessProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [typed, setTyped] = useState('');
  const command = useCommand(grantClockRequest, clockReads);
  const say = useToast();
  const amount = Number(typed);
  const fits = amount > 0 && amount <= more.amount;
  const hint = text('extension.amount.hint', { most: amountWords(more, texts) });
  const grant = async (): Promise<void> => {
    const answer = await command.run({ params: { request: request.id }, body: { amount } });
    if (answer !== null) say(text('request.granted.done'));
  };
  return (
    <form
      className="gl-clock-question"
      onSubmit={(event) => {
        event.preventDefault();
        void grant();
      }}
    >
      <p>{text('request.less.says')}</p>
      <Field
        label={text('request.less.amount')}
        required
        note={text(`time-unit.${more.unit}`)}
        hint={fits || typed === '' ? hint : undefined}
        error={fits || typed === '' ? undefined : hint}
      >
        {(control) => <TextInput control={control} value={typed} onChange={setTyped} maxLength={6} />}
      </Field>
      {command.problem !== null && <ErrorNote problem={command.problem} />}
      <div className="gl-clock-taps">
        <Button kind="primary" type="submit" busy={command.busy} disabled={!fits}>
          {text('request.grant')}
        </Button>
        <Button onPress={onClose}>{text('cancel')}</Button>
      </div>
    </form>
  );
}
