import { type ReactElement, useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { readPostBoard } from '../../server/http/contract/organization.ts';
import { assignPost, listPeople } from '../../server/http/contract/people.ts';
import { readOverview } from '../../server/http/contract/overview.ts';
import { listUnheldWork } from '../../server/http/contract/unheld-work.ts';
import { useText } from '../translations/texts.ts';
import { DateInput } from '../ui/DateInput.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { useToast } from '../ui/Toast.tsx';
import { ChoiceRow } from '../ui/ChoiceRow.tsx';
import { PersonPick } from './PersonPick.tsx';

interface AssignDialogProps {
  readonly post: { readonly id: string; readonly title: string };
  readonly area: { readonly code: string; readonly name: string };
  readonly kind: 'formal' | 'cover';
  /** People who hold the post formally: a cover is for one of them, or for nobody when there is none. */
  readonly formal?: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** Puts a person on a post at an area, or lets somebody cover it for a time. */
export function AssignDialog({ post, area, kind, formal = [], onClose }: AssignDialogProps): ReactElement {
  const { text, pack } = useText();
  const [person, setPerson] = useState<string>();
  const [covers, setCovers] = useState(formal.length === 1 ? formal[0]?.id : undefined);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const command = useCommand(assignPost, [readPostBoard, listPeople, readOverview, listUnheldWork]);
  const say = useToast();
  const isCover = kind === 'cover';
  const title = `${pack(post.title)} · ${pack(area.name)}`;
  const assign = async (): Promise<void> => {
    if (person === undefined) return;
    const period = { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
    const whom = isCover && covers !== undefined ? { covers } : {};
    const body = { post: post.id, area: area.code, kind, ...period, ...whom };
    const answer = await command.run({ params: { person }, body });
    if (answer === null) return;
    say(text('assign.done', { name: answer.name, title }));
    onClose();
  };
  return (
    <DialogBox
      title={text(isCover ? 'assign.cover-title' : 'assign.title', { title })}
      onClose={onClose}
      action={text(isCover ? 'assign.cover' : 'assign')}
      onAction={() => void assign()}
      busy={command.busy}
      ready={person !== undefined && (!isCover || (to !== '' && (formal.length === 0 || covers !== undefined)))}
      problem={command.problem}
    >
      <p>{text(isCover ? 'assign.cover.says' : 'assign.says')}</p>
      <PersonPick
        label={text('assign.who')}
        value={person}
        onChange={setPerson}
        except={isCover ? covers : undefined}
      />
      {isCover && formal.length > 0 && (
        <Field label={text('cover.for')} required>
          {() => (
            <ChoiceRow
              label={text('cover.for')}
              choices={formal.map(({ id, name }) => ({ id, title: name }))}
              value={covers}
              onChange={setCovers}
            />
          )}
        </Field>
      )}
      {isCover && formal.length === 0 && <p className="quiet">{text('cover.for-vacant')}</p>}
      <Field label={text('assign.from')} note={text('assign.from.note')}>
        {(control) => <DateInput control={control} value={from} onChange={setFrom} />}
      </Field>
      <Field label={text('assign.to')} required={isCover} note={text(isCover ? 'cover.to.note' : 'assign.to.note')}>
        {(control) => <DateInput control={control} value={to} onChange={setTo} />}
      </Field>
    </DialogBox>
  );
}
