import { type ReactElement, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { waitingFor } from '../api/waiting-for.ts';
import { readPostBoard } from '../../server/http/contract/organization.ts';
import { readOverview } from '../../server/http/contract/overview.ts';
import { foreseeEnd, listPeople, setPersonActive } from '../../server/http/contract/people.ts';
import { listUnheldWork } from '../../server/http/contract/unheld-work.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { HandOverChoice, type HandOverDraft, handOverOf } from './HandOverChoice.tsx';
import type { Person } from './PeoplePage.tsx';

/** Suspends an account; for each post with open user tasks it asks first who gets them. */
export function SuspendDialog({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}): ReactElement {
  const { text } = useText();
  const effects = useAnswer(foreseeEnd, { params: { person: person.id }, query: {} });
  const [drafts, setDrafts] = useState<{ readonly [assignment: string]: HandOverDraft }>({});
  const command = useCommand(setPersonActive, [listPeople, readPostBoard, readOverview, listUnheldWork, foreseeEnd]);
  const asked = effects.data?.positions.filter(({ openUserTasks }) => openUserTasks > 0);
  const work = (asked ?? []).flatMap(({ assignment, position }) => {
    const over = handOverOf(drafts[assignment] ?? {});
    return over === null ? [] : [{ post: position.post, area: position.area.code, over }];
  });
  const suspend = async (): Promise<void> => {
    const body = { active: false, work };
    if ((await command.run({ params: { person: person.id }, body })) !== null) onClose();
  };
  return (
    <DialogBox
      title={text('person.suspend-title', { name: person.name })}
      onClose={onClose}
      action={text('person.suspend')}
      grave
      onAction={() => void suspend()}
      busy={command.busy}
      ready={asked !== undefined && work.length === asked.length}
      problem={command.problem}
      width={560}
    >
      <p>{text('person.suspend.says')}</p>
      {asked === undefined && <Waiting {...waitingFor(effects)} lines={2} />}
      {asked?.map((left) => (
        <HandOverChoice
          key={left.assignment}
          left={left}
          person={person.id}
          value={drafts[left.assignment] ?? {}}
          onChange={(draft) => setDrafts((before) => ({ ...before, [left.assignment]: draft }))}
        />
      ))}
    </DialogBox>
  );
}
