import { type ReactElement, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { readPostBoard } from '../../server/http/contract/organization.ts';
import { readOverview } from '../../server/http/contract/overview.ts';
import { endAssignment, foreseeEnd, listPeople } from '../../server/http/contract/people.ts';
import { listUnheldWork } from '../../server/http/contract/unheld-work.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { useToast } from '../ui/Toast.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { HandOverChoice, type HandOverDraft, handOverOf } from './HandOverChoice.tsx';

/** An assignment about to end. */
export interface Ending {
  readonly assignment: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly title: string;
}

/** Takes a person off a post; with open user tasks there it asks first who gets them. */
export function EndAssignmentDialog({
  ending,
  onClose,
}: {
  readonly ending: Ending;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const { assignment, person, title } = ending;
  const effects = useAnswer(foreseeEnd, { params: { person: person.id }, query: { assignment } });
  const [draft, setDraft] = useState<HandOverDraft>({});
  const command = useCommand(endAssignment, [readPostBoard, listPeople, readOverview, listUnheldWork, foreseeEnd]);
  const say = useToast();
  const left = effects.data?.positions[0];
  const asks = left !== undefined && left.openUserTasks > 0;
  const work = handOverOf(draft);
  const end = async (): Promise<void> => {
    const body = asks && work !== null ? { work } : {};
    if ((await command.run({ params: { person: person.id, assignment }, body })) === null) return;
    say(text('assignment.ended', { name: person.name, title }));
    onClose();
  };
  return (
    <DialogBox
      title={text('assignment.end-title', { name: person.name, title })}
      onClose={onClose}
      action={text('assignment.end')}
      grave
      onAction={() => void end()}
      busy={command.busy}
      ready={left !== undefined && (!asks || work !== null)}
      problem={command.problem}
      width={560}
    >
      {left === undefined && <Waiting {...waitingFor(effects)} lines={2} />}
      {left !== undefined && !asks && <p>{text('assignment.end.nothing')}</p>}
      {asks && <HandOverChoice left={left} person={person.id} value={draft} onChange={setDraft} />}
      <p className="quiet">{text('assignment.end.again')}</p>
    </DialogBox>
  );
}
