import type { ReactElement } from 'react';
import { revealReporter } from '../../server/http/contract/cases.ts';
import type { SignedInPerson } from '../api/session.ts';
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
  readonly person: SignedInPerson;
}

/**
 * Who reported it, masked, and 拨打 for whoever may: the number goes to the phone's dialler and is never shown here;
 * that it was asked for is recorded with the step as the reason.
 */
export function ReporterCall({ file, reporter, person }: ReporterCallProps): ReactElement {
  const { text, pack } = useText();
  const command = useCommand(revealReporter);
  const mayCall = reporter.phone !== null && file.subject.kind === 'case' && person.permissions.includes('case.reveal-reporter');
  const dial = async (): Promise<void> => {
    const answer = await command.run({ params: { case: file.subject.id }, body: { reason: text('reporter.call-reason', { step: pack(file.title) }) } });
    if (answer !== null && answer.phone !== null) window.location.href = `tel:${answer.phone}`;
  };
  return (
    <Block>
      <h2>{text('reporter')}</h2>
      <div className="gl-person-line">
        <span>{reporter.name} {reporter.phone}</span>
        <span className="push" />
        {mayCall && <Button kind="soft" small busy={command.busy} onPress={() => void dial()}><Icon name="call" small />{text('reporter.call')}</Button>}
      </div>
      {command.problem !== null && <ErrorNote problem={command.problem} />}
      <p className="quiet">{text(reporter.wantsAnswer ? 'reporter.wants-answer' : 'reporter.wants-none')}</p>
    </Block>
  );
}
