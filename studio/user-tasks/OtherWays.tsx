import { type ReactElement, useState } from 'react';
import { listMyUserTasks, sendUserTaskUp } from '../../server/http/contract/user-tasks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Field } from '../ui/Field.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { Sheet, SheetChoice } from '../ui/phone/Sheet.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';

const SHORTEST = 5;

interface OtherWaysProps {
  readonly file: UserTaskFile;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What can be done with a user task besides doing it; each says what will happen and to whom. */
export function OtherWays({ file, open, onClose, onDone }: OtherWaysProps): ReactElement | null {
  const texts = useText();
  const { text } = texts;
  const [sendingUp, setSendingUp] = useState(false);
  const [reason, setReason] = useState('');
  const command = useCommand(sendUserTaskUp, [listMyUserTasks]);
  const say = useToast();
  const to = file.may.sendUp;
  if (to === null) return null;
  const close = (): void => {
    setSendingUp(false);
    onClose();
  };
  const sendUp = async (): Promise<void> => {
    const answer = await command.run({ params: { userTask: file.id }, body: { reason: reason.trim() } });
    if (answer === null) return;
    say(text('send-up.done', { to: positionWords(answer.next, texts) }));
    close();
    onDone();
  };
  return (
    <Sheet title={text(sendingUp ? 'send-up' : 'other-ways')} open={open} onClose={close}>
      {!sendingUp && (
        <SheetChoice
          title={text('send-up')}
          says={text('send-up.to', { to: positionWords(to, texts) })}
          onPress={() => setSendingUp(true)}
        />
      )}
      {sendingUp && (
        <form
          className="gl-sheet-form"
          onSubmit={(event) => {
            event.preventDefault();
            void sendUp();
          }}
        >
          <p>{text('send-up.says-to', { to: positionWords(to, texts) })}</p>
          <Field label={text('reason')} required hint={text('reason.hint', { count: SHORTEST })}>
            {(control) => <TextArea control={control} value={reason} onChange={setReason} maxLength={500} />}
          </Field>
          {command.problem !== null && <ErrorNote problem={command.problem} />}
          <Button kind="primary" type="submit" wide busy={command.busy} disabled={reason.trim().length < SHORTEST}>
            {text('send-up')}
          </Button>
        </form>
      )}
    </Sheet>
  );
}
