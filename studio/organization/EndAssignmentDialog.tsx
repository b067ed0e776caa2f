import type { ReactElement } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { readPostBoard } from '../../server/http/contract/organization.ts';
import { readOverview } from '../../server/http/contract/overview.ts';
import { countOpenUserTasks, endAssignment, listPeople } from '../../server/http/contract/people.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { useToast } from '../ui/Toast.tsx';
import { Waiting } from '../ui/Waiting.tsx';

/** An assignment about to end. */
export interface Ending {
  readonly assignment: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly title: string;
}

/** Takes a person off a post, after saying how many open user tasks that moves and to whom. */
export function EndAssignmentDialog({
  ending,
  onClose,
}: {
  readonly ending: Ending;
  readonly onClose: () => void;
}): ReactElement {
  const { text, pack } = useText();
  const { assignment, person, title } = ending;
  const params = { person: person.id, assignment };
  const effects = useAnswer(countOpenUserTasks, { params });
  const command = useCommand(endAssignment, [readPostBoard, listPeople, readOverview]);
  const say = useToast();
  const end = async (): Promise<void> => {
    if ((await command.run({ params })) === null) return;
    say(text('assignment.ended', { name: person.name, title }));
    onClose();
  };
  const { data } = effects;
  return (
    <DialogBox
      title={text('assignment.end-title', { name: person.name, title })}
      onClose={onClose}
      action={text('assignment.end')}
      grave
      onAction={() => void end()}
      busy={command.busy}
      ready={data !== undefined}
      problem={command.problem}
    >
      {data === undefined && <Waiting {...waitingFor(effects)} lines={2} />}
      {data !== undefined && (
        <p>
          {data.openUserTasks === 0
            ? text('assignment.end.nothing')
            : text('assignment.end.moves', { count: data.openUserTasks, to: pack(data.goTo) })}
        </p>
      )}
      <p className="quiet">{text('assignment.end.again')}</p>
    </DialogBox>
  );
}
