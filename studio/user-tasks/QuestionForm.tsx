import { type ReactElement, type ReactNode, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { Field } from '../ui/Field.tsx';
import type { ShownProblem } from '../ui/shown-problem.ts';
import { TextArea } from '../ui/TextInput.tsx';

const SHORTEST = 5;

interface QuestionFormProps {
  /** What will happen, and who decides. */
  readonly says: string;
  /** The button, called like the action. */
  readonly action: string;
  /** What the reason is asked as; 原因 when absent. */
  readonly reasonLabel?: string;
  readonly busy: boolean;
  readonly ready?: boolean;
  readonly problem: ShownProblem | null;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A short question in place, with a reason: what will happen is said first. */
export function QuestionForm(props: QuestionFormProps): ReactElement {
  const { says, action, reasonLabel, busy, ready = true, problem, onSubmit, onClose, children } = props;
  const { text } = useText();
  const [reason, setReason] = useState('');
  return (
    <form
      className="gl-clock-question"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(reason.trim());
      }}
    >
      <p>{says}</p>
      {children}
      <Field label={reasonLabel ?? text('reason')} required hint={text('reason.hint', { count: SHORTEST })}>
        {(control) => <TextArea control={control} value={reason} onChange={setReason} maxLength={500} rows={2} />}
      </Field>
      {problem !== null && <ErrorNote problem={problem} />}
      <div className="gl-clock-taps">
        <Button kind="primary" type="submit" busy={busy} disabled={!ready || reason.trim().length < SHORTEST}>
          {action}
        </Button>
        <Button onPress={onClose}>{text('cancel')}</Button>
      </div>
    </form>
  );
}
