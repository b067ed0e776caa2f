import type { ReactElement } from 'react';
import { listCases, readCase } from '../../server/http/contract/cases.ts';
import { listMyUserTasks, readUserTask, sendUserTaskUp } from '../../server/http/contract/user-tasks.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { ReasonDialog } from '../ui/desktop/ReasonDialog.tsx';
import { positionWords } from '../ui/holder-names.ts';
import { useToast } from '../ui/Toast.tsx';

/** 报上级: hands the open step one level up, with the reason; says to whom before it is done. */
export function SendUpDialog({
  userTask,
  onClose,
}: {
  readonly userTask: string;
  readonly onClose: () => void;
}): ReactElement {
  const texts = useText();
  const { text } = texts;
  const { data } = useAnswer(readUserTask, { params: { userTask } });
  const command = useCommand(sendUserTaskUp, [readCase, listCases, listMyUserTasks, readUserTask]);
  const say = useToast();
  const to = data?.may.sendUp ?? null;
  const sendUp = async (reason: string): Promise<void> => {
    const answer = await command.run({ params: { userTask }, body: { reason } });
    if (answer === null) return;
    say(text('send-up.done', { to: positionWords(answer.next, texts) }));
    onClose();
  };
  return (
    <ReasonDialog
      title={text('send-up')}
      says={to === null ? text('send-up.says') : text('send-up.says-to', { to: positionWords(to, texts) })}
      label={text('reason')}
      longest={500}
      busy={command.busy}
      problem={command.problem}
      onAction={(reason) => void sendUp(reason)}
      onClose={onClose}
    />
  );
}
