import type { ReactElement } from 'react';
import { dialReporter } from '../../server/http/contract/user-tasks.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Block } from '../ui/phone/PhonePage.tsx';
import type { UserTaskFile } from './use-user-task-entry.ts';
import '../ui/phone/task.css';

interface ReporterCallProps {
  readonly file: UserTaskFile;
  readonly reporter: NonNullable<UserTaskFile['reporter']>;
}

/**
 * Who reported it, masked, and 拨打: the number goes to the phone's dialler and is never shown here. Whether one may is
 * decided, and that it was asked for is recorded, by the server.
 */
export function ReporterCall({ file, reporter }: ReporterCallProps): ReactElement {
  const { text } = useText();
  const command = useCommand(dialReporter);
  const dial = async (): Promise<void> => {
    const answer = await command.run({ params: { userTask: file.id } });
    if (answer !== null) window.location.href = `tel:${answer.phone}`;
  };
  return (
    <Block>
      <h2>{text('reporter')}</h2>
      <div className="gl-person-line">
        <span>
          {reporter.name} {reporter.phone}
        </span>
        <span className="push" />
        {reporter.phone !== null && (
          <Button kind="soft" small busy={command.busy} onPress={() => void dial()}>
            <Icon name="call" small />
            {text('reporter.call')}
          </Button>
        )}
      </div>
      {command.problem !== null && <ErrorNote problem={command.problem} />}
      <p className="quiet">{text(reporter.wantsAnswer ? 'reporter.wants-answer' : 'reporter.wants-none')}</p>
    </Block>
  );
}
