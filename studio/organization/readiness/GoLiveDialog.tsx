import { type ReactElement, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { DateInput } from '../../ui/DateInput.tsx';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import { Field } from '../../ui/Field.tsx';
import type { ShownProblem } from '../../ui/shown-problem.ts';
import { TextInput } from '../../ui/TextInput.tsx';

const SHORTEST = 5;

interface GoLiveDialogProps {
  readonly area: string;
  readonly busy: boolean;
  readonly problem: ShownProblem | null;
  readonly onGo: (wanted: { readonly from?: string; readonly note: string }) => void;
  readonly onClose: () => void;
}

/** From when, and on whose word. */
export function GoLiveDialog({ area, busy, problem, onGo, onClose }: GoLiveDialogProps): ReactElement {
  const { text } = useText();
  const [from, setFrom] = useState('');
  const [note, setNote] = useState('');
  return (
    <DialogBox
      title={text('go-live.do')}
      onClose={onClose}
      action={text('go-live.do')}
      onAction={() => onGo({ ...(from === '' ? {} : { from }), note: note.trim() })}
      busy={busy}
      ready={note.trim().length >= SHORTEST}
      problem={problem}
    >
      <p>{text('go-live.says', { area })}</p>
      <Field label={text('go-live.from')} note={text('go-live.from.note')}>
        {(control) => <DateInput control={control} value={from} onChange={setFrom} />}
      </Field>
      <Field label={text('go-live.note')} required hint={text('go-live.note.hint')}>
        {(control) => <TextInput control={control} value={note} onChange={setNote} maxLength={200} />}
      </Field>
    </DialogBox>
  );
}
