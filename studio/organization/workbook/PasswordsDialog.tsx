import { type ReactElement, useState } from 'react';
import { handOutPasswords } from '../../../server/http/contract/workbook.ts';
import { useFileAnswer } from '../../api/use-file-answer.ts';
import { useText } from '../../translations/texts.ts';
import { CheckInput } from '../../ui/CheckInput.tsx';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import { useToast } from '../../ui/Toast.tsx';

/** First passwords for everybody of the area who has none, as a file, this once. */
export function PasswordsDialog({
  area,
  onClose,
}: {
  readonly area: string;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const toast = useToast();
  const [again, setAgain] = useState(false);
  const { fetch, busy, problem } = useFileAnswer(handOutPasswords);
  const give = async (): Promise<void> => {
    if (!(await fetch({ body: { area, again } }))) return;
    toast(text('workbook.passwords.given'));
    onClose();
  };
  return (
    <DialogBox
      title={text('workbook.passwords.give')}
      onClose={onClose}
      action={text('workbook.passwords.give')}
      onAction={() => void give()}
      busy={busy}
      problem={problem}
    >
      <p>{text('workbook.passwords.will')}</p>
      <CheckInput
        label={text('workbook.passwords.again')}
        hint={text('workbook.passwords.again.says')}
        value={again}
        onChange={setAgain}
      />
    </DialogBox>
  );
}
