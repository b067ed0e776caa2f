import { type ReactElement, useState } from 'react';
import { type SessionView, useSignedIn } from '../../api/session.ts';
import { useCommand } from '../../api/use-command.ts';
import { signIn } from '../../../server/http/contract/session.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorState.tsx';
import { Field } from '../../ui/Field.tsx';
import { PasswordInput, TextInput } from '../../ui/TextInput.tsx';
import { DemoPeople } from './DemoPeople.tsx';
import { EntrancePage } from './EntrancePage.tsx';

/** The sign-in page; in a demonstration with the people one may enter as. */
export function SignIn({
  session,
  onFirst,
}: {
  readonly session: SessionView;
  readonly onFirst: () => void;
}): ReactElement {
  const { text } = useText();
  const showsPeople = session.demo && session.demoPeople.length > 0;
  return (
    <EntrancePage
      title={text('sign-in')}
      place={session.place}
      {...(showsPeople ? { beside: <DemoPeople people={session.demoPeople} /> } : {})}
    >
      <h1>{text('sign-in')}</h1>
      <SignInForm />
      <p className="gl-entrance-after quiet">{text('sign-in.forgot')}</p>
      {session.needsAdministrator && (
        <p className="gl-entrance-after">
          <span className="quiet">{text('sign-in.no-accounts')}</span>
          <Button kind="text" onPress={onFirst}>
            {text('first.title')}
          </Button>
        </p>
      )}
    </EntrancePage>
  );
}

/** Account and password; on success the kept session changes and the door opens by itself. */
export function SignInForm({
  account: known = '',
  onDone,
}: {
  readonly account?: string;
  readonly onDone?: () => void;
}): ReactElement {
  const { text } = useText();
  const [account, setAccount] = useState(known);
  const [password, setPassword] = useState('');
  const signedIn = useSignedIn();
  const command = useCommand(signIn);
  const [missing, setMissing] = useState(false);
  const submit = async (): Promise<void> => {
    const isMissing = account.trim() === '' || password === '';
    setMissing(isMissing);
    if (isMissing) return;
    const session = await command.run({ body: { account: account.trim(), password } });
    if (session === null) return;
    signedIn(session);
    onDone?.();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={text('account')}>
        {(control) => (
          <TextInput
            control={control}
            value={account}
            onChange={setAccount}
            placeholder={text('account.example')}
            autoComplete="username"
            autoFocus={known === ''}
          />
        )}
      </Field>
      <Field label={text('password')} error={missing ? text('sign-in.missing') : undefined}>
        {(control) => (
          <PasswordInput
            control={control}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            autoFocus={known !== ''}
          />
        )}
      </Field>
      {command.problem !== null && <ErrorNote problem={command.problem} />}
      <Button kind="primary" type="submit" wide busy={command.busy}>
        {text('sign-in')}
      </Button>
    </form>
  );
}
