import { type ReactElement, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { listCases, readCase } from '../../server/http/contract/cases.ts';
import { listMyUserTasks, readUserTask, sendUserTaskUp } from '../../server/http/contract/user-tasks.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { TextArea } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';

const SHORTEST = 5;

/** 报上级: hands the open step one level up, with the reason; says to whom before it is done. */
export function SendUpDialog({ userTask, onClose }: { readonly userTask: string; readonly onClose: () => void }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const [reason, setReason] = useState('');
  const { data } = useAnswer(readUserTask, { params: { userTask } });
  const command = useCommand(sendUserTaskUp, [readCase, listCases, listMyUserTasks, readUserTask]);
  const say = useToast();
  const to = data?.may.sendUp ?? null;
  const sendUp = async (): Promise<void> => {
    const answer = await command.run({ params: { userTask }, body: { reason: reason.trim() } });
    if (answer === null) return;
    say(text('send-up.done', { to: positionWords(answer.next, texts) }));
    onClose();
  };
  return (
    <DialogBox
      title={text('send-up')} onClose={onClose} action={text('send-up')} onAction={() => void sendUp()}
      busy={command.busy} ready={reason.trim().length >= SHORTEST} problem={command.problem}
    >
      <p>{to === null ? text('send-up.says') : text('send-up.says-to', { to: positionWords(to, texts) })}</p>
      <Field label={text('reason')} required hint={text('reason.hint', { count: SHORTEST })}>
        {(control) => <TextArea control={control} value={reason} onChange={setReason} maxLength={500} />}
      </Field>
    </DialogBox>
  );
}
