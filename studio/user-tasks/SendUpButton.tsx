import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { listMyUserTasks, sendUserTaskUp } from '../../server/http/contract/user-tasks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ReasonDialog } from '../ui/desktop/ReasonDialog.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { useToast } from '../ui/Toast.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';

/** 报上级 beside the form: for a step that cannot be done here. */
export function SendUpButton({ file }: { readonly file: UserTaskFile }): ReactElement | null {
  const texts = useText();
  const { text } = texts;
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const command = useCommand(sendUserTaskUp, [listMyUserTasks]);
  const say = useToast();
  const to = file.may.sendUp;
  if (to === null) return null;
  const sendUp = async (reason: string): Promise<void> => {
    const answer = await command.run({ params: { userTask: file.id }, body: { reason } });
    if (answer === null) return;
    say(text('send-up.done', { to: positionWords(answer.next, texts) }));
    navigate('/user-tasks');
  };
  return (
    <>
      <Button onPress={() => setAsking(true)}>{text('send-up')}</Button>
      {asking && (
        <ReasonDialog
          title={text('send-up')}
          says={text('send-up.says-to', { to: positionWords(to, texts) })}
          label={text('reason')}
          longest={500}
          busy={command.busy}
          problem={command.problem}
          onAction={(reason) => void sendUp(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
