import { type ReactElement, useState } from 'react';
import { type SessionView, useSignedIn } from '../../api/session.ts';
import { placeError } from '../../api/place-error.ts';
import { useCommand } from '../../api/use-command.ts';
import { createFirstAdministrator } from '../../../server/http/contract/session.ts';
import { type TextKey, useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorState.tsx';
import { Field } from '../../ui/Field.tsx';
import { PasswordInput, TextInput } from '../../ui/TextInput.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import { type FirstAdministratorFields, fieldFault } from './first-administrator-faults.ts';
import './first-administrator.css';

const steps: readonly (readonly [title: TextKey, says: TextKey])[] = [
  ['first.posts', 'first.posts.says'],
  ['first.people', 'first.people.says'],
  ['first.phone', 'first.phone.says'],
];

/** The page an empty database shows once: whoever has the code from the terminal becomes the first administrator. */
export function FirstAdministrator({
  session,
  onSignIn,
}: {
  readonly session: SessionView;
  readonly onSignIn: () => void;
}): ReactElement {
  const { text } = useText();
  return (
    <EntrancePage title={text('first.title')} place={session.place} beside={<WhatNext />}>
      <h1>{text('first.title')}</h1>
      <p className="quiet">{text('first.about')}</p>
      <FirstForm />
      {session.demo && (
        <p className="gl-entrance-after">
          <Button kind="text" onPress={onSignIn}>
            {text('first.to-demo')}
          </Button>
        </p>
      )}
    </EntrancePage>
  );
}

function FirstForm(): ReactElement {
  const texts = useText();
  const { text, either } = texts;
  const [fields, setFields] = useState<FirstAdministratorFields>({ code: '', name: '', account: '', password: '' });
  const [tried, setTried] = useState(false);
  const signedIn = useSignedIn();
  const command = useCommand(createFirstAdministrator);
  const errorAt = (field: keyof FirstAdministratorFields): string | undefined =>
    (tried ? fieldFault(fields, field, texts) : undefined) ?? placeError(command.problem, field, either);
  const submit = async (): Promise<void> => {
    setTried(true);
    const { code, name, account, password } = fields;
    const named = ['code', 'name', 'account', 'password'] as const;
    if (named.some((field) => fieldFault(fields, field, texts) !== undefined)) return;
    const answer = await command.run({
      body: { code: code.trim(), name: name.trim(), account: account.trim(), password },
    });
    if (answer !== null) signedIn(answer);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FirstFields fields={fields} onChange={setFields} errorAt={errorAt} />
      {command.problem !== null && <ErrorNote problem={command.problem} withPlaces={false} />}
      <Button kind="primary" type="submit" wide busy={command.busy}>
        {text('first.create')}
      </Button>
    </form>
  );
}

function FirstFields({
  fields,
  onChange,
  errorAt,
}: {
  readonly fields: FirstAdministratorFields;
  readonly onChange: (fields: FirstAdministratorFields) => void;
  readonly errorAt: (field: keyof FirstAdministratorFields) => string | undefined;
}): ReactElement {
  const { text } = useText();
  const set = (field: keyof FirstAdministratorFields) => (value: string) => onChange({ ...fields, [field]: value });
  return (
    <>
      <Field label={text('first.code')} hint={text('first.code.hint')} error={errorAt('code')}>
        {(control) => (
          <TextInput
            control={control}
            value={fields.code}
            onChange={set('code')}
            autoComplete="one-time-code"
            autoFocus
          />
        )}
      </Field>
      <Field label={text('name')} error={errorAt('name')}>
        {(control) => (
          <TextInput control={control} value={fields.name} onChange={set('name')} autoComplete="name" maxLength={40} />
        )}
      </Field>
      <Field label={text('account')} error={errorAt('account')}>
        {(control) => (
          <TextInput
            control={control}
            value={fields.account}
            onChange={set('account')}
            placeholder={text('account.example')}
            autoComplete="username"
            maxLength={40}
          />
        )}
      </Field>
      <Field label={text('password')} error={errorAt('password')}>
        {(control) => (
          <PasswordInput
            control={control}
            value={fields.password}
            onChange={set('password')}
            placeholder={text('password.rule')}
            autoComplete="new-password"
          />
        )}
      </Field>
    </>
  );
}

function WhatNext(): ReactElement {
  const { text } = useText();
  return (
    <>
      <h2>{text('first.next')}</h2>
      <ol className="gl-first-steps">
        {steps.map(([title, says], place) => (
          <li key={title}>
            <b>{place + 1}</b>
            <div>
              <strong>{text(title)}</strong>
              <p className="quiet">{text(says)}</p>
            </div>
          </li>
        ))}
      </ol>
      <p className="quiet">{text('first.rights')}</p>
    </>
  );
}
