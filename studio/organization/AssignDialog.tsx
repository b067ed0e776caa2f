import { type ReactElement, useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useCommand } from '../api/use-command.ts';
import { readPostBoard } from '../../server/http/contract/organization.ts';
import { assignPost, listPeople } from '../../server/http/contract/people.ts';
import { readOverview } from '../../server/http/contract/overview.ts';
import { type Texts, useText } from '../translations/texts.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { PickInput } from '../ui/desktop/PickInput.tsx';
import { Field } from '../ui/Field.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { BoardPost, BoardRow } from './board-groups.ts';

interface AssignDialogProps {
  readonly post: BoardPost;
  readonly area: BoardRow['area'];
  readonly kind: 'formal' | 'cover';
  readonly onClose: () => void;
}

/** Puts a person on a post at an area, or lets somebody cover it for a time. */
export function AssignDialog({ post, area, kind, onClose }: AssignDialogProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const [words, setWords] = useState('');
  const [person, setPerson] = useState<string>();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const people = useAnswer(
    listPeople,
    { query: { limit: 50, ...(words === '' ? {} : { q: words }) } },
    { keepBefore: true },
  );
  const command = useCommand(assignPost, [readPostBoard, listPeople, readOverview]);
  const say = useToast();
  const title = `${pack(post.title)} · ${pack(area.name)}`;
  const assign = async (): Promise<void> => {
    if (person === undefined) return;
    const period = { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
    const answer = await command.run({ params: { person }, body: { post: post.id, area: area.code, kind, ...period } });
    if (answer === null) return;
    say(text('assign.done', { name: answer.name, title }));
    onClose();
  };
  return (
    <DialogBox
      title={text(kind === 'cover' ? 'assign.cover-title' : 'assign.title', { title })}
      onClose={onClose}
      action={text(kind === 'cover' ? 'assign.cover' : 'assign')}
      onAction={() => void assign()}
      busy={command.busy}
      ready={person !== undefined}
      problem={command.problem}
    >
      <p>{text(kind === 'cover' ? 'assign.cover.says' : 'assign.says')}</p>
      <Field label={text('assign.who')} required>
        {(control) => (
          <PickInput
            control={control}
            value={person}
            onChange={setPerson}
            onSearch={setWords}
            loading={people.isFetching}
            placeholder={text('assign.who.hint')}
            nothing={text('assign.who.none')}
            options={(people.data?.people ?? [])
              .filter(({ active }) => active)
              .map((one) => ({ value: one.id, label: one.name, more: postsOf(one.assignments, texts) }))}
          />
        )}
      </Field>
      <Field label={text('assign.from')} note={text('assign.from.note')}>
        {(control) => <DateInput control={control} value={from} onChange={setFrom} />}
      </Field>
      <Field label={text('assign.to')} note={text('assign.to.note')}>
        {(control) => <DateInput control={control} value={to} onChange={setTo} />}
      </Field>
    </DialogBox>
  );
}

function postsOf(
  held: readonly { readonly postTitle: string; readonly area: { readonly name: string } }[],
  { text, pack }: Texts,
): string {
  if (held.length === 0) return text('person.no-posts');
  const shown = held
    .slice(0, 2)
    .map(({ postTitle, area }) => `${pack(area.name)} ${pack(postTitle)}`)
    .join(text('list.comma'));
  return held.length > 2 ? text('person.posts-more', { shown, count: held.length }) : shown;
}
