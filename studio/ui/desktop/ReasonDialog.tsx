import { type ReactElement, useState } from 'react';
import { useText } from '../../translations/texts.ts';
import { Field } from '../Field.tsx';
import type { ShownProblem } from '../shown-problem.ts';
import { TextArea } from '../TextInput.tsx';
import { DialogBox } from './DialogBox.tsx';

const SHORTEST = 5;

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen, and to whom. */
  readonly says: string;
  /** What the reason is asked as. */
  readonly label: string;
  readonly longest: number;
  readonly busy: boolean;
  readonly problem: ShownProblem | null;
  readonly onAction: (reason: string) => void;
  readonly onClose: () => void;
}

/** An action that wants a reason: what will happen is said first, and the button is called like the action. */
export function ReasonDialog({
  title,
  says,
  label,
  longest,
  busy,
  problem,
  onAction,
  onClose,
}: ReasonDialogProps): ReactElement {
  const { text } = useText();
  const [reason, setReason] = useState('');
  return (
    <DialogBox
      title={title}
      onClose={onClose}
      action={title}
      onAction={() => onAction(reason.trim())}
      busy={busy}
      ready={reason.trim().length >= SHORTEST}
      problem={problem}
    >
      <p>{says}</p>
      <Field label={label} required hint={text('reason.hint', { count: SHORTEST })}>
        {(control) => <TextArea control={control} value={reason} onChange={setReason} maxLength={longest} />}
      </Field>
    </DialogBox>
  );
}
