import { type ReactElement, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { readOverview } from '../../server/http/contract/overview.ts';
import { listPeople } from '../../server/http/contract/people.ts';
import { giveUnheldWork, listUnheldWork } from '../../server/http/contract/unheld-work.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { PickInput } from '../ui/desktop/PickInput.tsx';
import { Field } from '../ui/Field.tsx';
import { localDate } from '../ui/time-words.ts';
import { useToast } from '../ui/Toast.tsx';
import type { UnheldTask } from './UnheldPage.tsx';

/** Gives work that nobody has to a post that somebody holds. */
export function GiveDialog({
  task,
  onClose,
}: {
  readonly task: UnheldTask;
  readonly onClose: () => void;
}): ReactElement {
  const { text, pack } = useText();
  const [words, setWords] = useState('');
  const [to, setTo] = useState<string>();
  const people = useAnswer(
    listPeople,
    { query: { limit: 50, ...(words === '' ? {} : { q: words }) } },
    { keepBefore: true },
  );
  const command = useCommand(giveUnheldWork, [listUnheldWork, readOverview]);
  const say = useToast();
  const today = localDate(people.data?.asOf ?? task.createdAt);
  const positions = (people.data?.people ?? [])
    .filter(({ active }) => active)
    .flatMap(({ name, assignments }) =>
      assignments
        .filter(({ from }) => from <= today)
        .map(({ post, postTitle, area }) => ({
          value: `${post}@${area.code}`,
          label: `${pack(area.name)} · ${pack(postTitle)}`,
          more: name,
        })),
    );
  const give = async (): Promise<void> => {
    const [post = '', area = ''] = (to ?? '').split('@');
    const answer = await command.run({ params: { userTask: task.id }, body: { post, area } });
    if (answer === null) return;
    const { next } = answer;
    say(text('unheld.given', { to: `${pack(next.area.name)} · ${pack(next.postTitle)}` }));
    onClose();
  };
  return (
    <DialogBox
      title={text('unheld.give-title', { title: pack(task.subject.title) })}
      onClose={onClose}
      action={text('unheld.give')}
      onAction={() => void give()}
      busy={command.busy}
      ready={to !== undefined}
      problem={command.problem}
    >
      <p>{text('unheld.give.says')}</p>
      <Field label={text('unheld.give.to')} required>
        {(control) => (
          <PickInput
            control={control}
            value={to}
            onChange={setTo}
            onSearch={setWords}
            loading={people.isFetching}
            placeholder={text('unheld.give.find')}
            nothing={text('unheld.give.nobody')}
            options={[...new Map(positions.map((one) => [one.value, one])).values()]}
          />
        )}
      </Field>
    </DialogBox>
  );
}
