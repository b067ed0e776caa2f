import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { SessionView, SignedInPerson } from '../../api/session.ts';
import { useText } from '../../translations/texts.ts';
import { EntrancePage } from './EntrancePage.tsx';
import { PasswordForm } from './PasswordForm.tsx';

/** Where somebody lands who signed in with a first password: they choose their own before anything else. */
export function NewPassword({
  place,
  person,
}: {
  readonly place: SessionView['place'];
  readonly person: SignedInPerson;
}): ReactElement {
  const { text } = useText();
  const answers = useQueryClient();
  return (
    <EntrancePage title={text('password.new-title')} place={place}>
      <h1>{text('password.new-title')}</h1>
      <p className="quiet">{text('password.new-about', { name: person.name })}</p>
      <PasswordForm
        onDone={() => {
          void answers.invalidateQueries();
        }}
      />
    </EntrancePage>
  );
}
