import { type ReactElement, useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { listPeople, resetPassword, setPersonActive } from '../../server/http/contract/people.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { FirstPassword } from './FirstPassword.tsx';
import type { Person } from './PeoplePage.tsx';
import { SuspendDialog } from './SuspendDialog.tsx';

/** What an administrator may do about an account: give a new password, suspend it, let it in again. */
export function AccountActions({ person }: { readonly person: Person }): ReactElement {
  const { text } = useText();
  const [asking, setAsking] = useState<'reset' | 'suspend' | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const close = (): void => setAsking(null);
  return (
    <section className="gl-person-actions">
      <Button onPress={() => setAsking('reset')}>{text('person.reset')}</Button>
      {person.active ? (
        <Button kind="danger" onPress={() => setAsking('suspend')}>
          {text('person.suspend')}
        </Button>
      ) : (
        <Reinstate person={person} />
      )}
      {asking === 'reset' && <ResetDialog person={person} onGiven={setPassword} onClose={close} />}
      {asking === 'suspend' && <SuspendDialog person={person} onClose={close} />}
      {password !== null && (
        <FirstPassword
          name={person.name}
          account={person.account}
          password={password}
          onClose={() => setPassword(null)}
        />
      )}
    </section>
  );
}

function ResetDialog({
  person,
  onGiven,
  onClose,
}: {
  readonly person: Person;
  readonly onGiven: (password: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const command = useCommand(resetPassword, [listPeople]);
  const give = async (): Promise<void> => {
    const answer = await command.run({ params: { person: person.id } });
    if (answer === null) return;
    onGiven(answer.firstPassword);
    onClose();
  };
  return (
    <DialogBox
      title={text('person.reset-title', { name: person.name })}
      onClose={onClose}
      action={text('person.reset')}
      onAction={() => void give()}
      busy={command.busy}
      problem={command.problem}
    >
      <p>{text('person.reset.says')}</p>
    </DialogBox>
  );
}

function Reinstate({ person }: { readonly person: Person }): ReactElement {
  const { text } = useText();
  const { run, busy, problem } = useCommand(setPersonActive, [listPeople]);
  return (
    <>
      <Button busy={busy} onPress={() => void run({ params: { person: person.id }, body: { active: true } })}>
        {text('person.reinstate')}
      </Button>
      {problem !== null && <ErrorNote problem={problem} />}
    </>
  );
}
