import { type ReactElement, useState } from 'react';
import { placeError } from '../api/place-error.ts';
import { useCommand } from '../api/use-command.ts';
import { addPerson, listPeople } from '../../server/http/contract/people.ts';
import { useText } from '../translations/texts.ts';
import { CheckInput } from '../ui/CheckInput.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { FirstPassword } from './FirstPassword.tsx';

/** A new person with an account; the first password is shown once. */
export function AddPersonDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { text, either } = useText();
  const [name, setName] = useState('');
  const [account, setAccount] = useState('');
  const [administrator, setAdministrator] = useState(false);
  const [password, setPassword] = useState<string | null>(null);
  const command = useCommand(addPerson, [listPeople]);
  const add = async (): Promise<void> => {
    const answer = await command.run({ body: { name: name.trim(), account: account.trim(), administrator } });
    if (answer !== null) setPassword(answer.firstPassword);
  };
  if (password !== null) return <FirstPassword name={name} account={account} password={password} onClose={onClose} />;
  return (
    <DialogBox
      title={text('person.add')}
      onClose={onClose}
      action={text('person.add')}
      onAction={() => void add()}
      busy={command.busy}
      ready={name.trim() !== '' && account.trim().length > 1}
      problem={command.problem}
    >
      <Field label={text('name')} required error={placeError(command.problem, 'name', either)}>
        {(control) => <TextInput control={control} value={name} onChange={setName} maxLength={40} autoFocus />}
      </Field>
      <Field
        label={text('account')}
        required
        hint={text('account.rule')}
        error={placeError(command.problem, 'account', either)}
      >
        {(control) => <TextInput control={control} value={account} onChange={setAccount} maxLength={40} />}
      </Field>
      <CheckInput
        label={text('person.make-administrator')}
        hint={text('person.make-administrator.says')}
        value={administrator}
        onChange={setAdministrator}
      />
    </DialogBox>
  );
}
