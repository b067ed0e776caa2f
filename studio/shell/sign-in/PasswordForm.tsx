import { type ReactElement, useState } from 'react';
import { placeError } from '../../api/place-error.ts';
import { useCommand } from '../../api/use-command.ts';
import { changePassword } from '../../../server/http/contract/session.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorState.tsx';
import { Field } from '../../ui/Field.tsx';
import { PasswordInput } from '../../ui/TextInput.tsx';

const SHORTEST = 12;

/** The present password and a new one; other sessions of the person end with the change. */
export function PasswordForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { text, either } = useText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const command = useCommand(changePassword);
  const tooShort =
    next !== '' && next.length < SHORTEST ? text('password.too-short', { count: next.length }) : undefined;
  const submit = async (): Promise<void> => {
    if ((await command.run({ body: { current, next } })) !== null) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={text('password.current')} error={placeError(command.problem, 'current', either)}>
        {(control) => (
          <PasswordInput control={control} value={current} onChange={setCurrent} autoComplete="current-password" />
        )}
      </Field>
      <Field
        label={text('password.next')}
        hint={text('password.next-hint')}
        error={tooShort ?? placeError(command.problem, 'next', either)}
      >
        {(control) => <PasswordInput control={control} value={next} onChange={setNext} autoComplete="new-password" />}
      </Field>
      {command.problem !== null && <ErrorNote problem={command.problem} withPlaces={false} />}
      <Button kind="primary" type="submit" wide busy={command.busy} disabled={current === '' || next.length < SHORTEST}>
        {text('password.change')}
      </Button>
    </form>
  );
}
