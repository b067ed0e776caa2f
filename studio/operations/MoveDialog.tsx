import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { CheckInput } from '../ui/CheckInput.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import type { InstanceFile } from './InstancePage.tsx';
import { PreviewList } from './PreviewList.tsx';
import { isReason, ReasonField } from './ReasonField.tsx';
import type { Repair } from './repair-kinds.ts';
import { StepSelect } from './StepSelect.tsx';
import { usePreview } from './use-preview.ts';
import { useRepair } from './use-repair.ts';

interface MoveDialogProps {
  readonly file: InstanceFile;
  readonly onClose: () => void;
}

/** 移动位置: which tokens go away and where one is put, with what that will do. */
export function MoveDialog({ file, onClose }: MoveDialogProps): ReactElement {
  const { text } = useText();
  const { reason, setReason, busy, problem, act } = useRepair(file.id, text('repair.move.done'), onClose);
  const only = file.tokens.length === 1 ? file.tokens.map(({ id }) => id) : [];
  const [away, setAway] = useState<ReadonlySet<number>>(new Set(only));
  const [to, setTo] = useState('');
  const repair = moveOf(file, away, to);
  const told = usePreview(file.id, repair);
  return (
    <DialogBox
      title={text('repair.move')}
      width={640}
      onClose={onClose}
      action={text('repair.move')}
      onAction={() => void act(repair)}
      busy={busy}
      ready={isReason(reason) && told.allowed}
      problem={problem ?? told.problem}
    >
      <p>{text('repair.move.says')}</p>
      <TokenChoice file={file} away={away} onChange={setAway} />
      <Field label={text('repair.move.to')}>
        {(control) => (
          <StepSelect
            control={control}
            steps={file.steps}
            value={to}
            onChange={setTo}
            none={text('repair.move.nowhere')}
          />
        )}
      </Field>
      <PreviewList preview={told.preview} />
      <ReasonField value={reason} onChange={setReason} />
    </DialogBox>
  );
}

function moveOf({ tokens }: InstanceFile, away: ReadonlySet<number>, to: string): Repair | null {
  const gone = tokens
    .filter(({ id }) => away.has(id))
    .map(({ id: element, scope }) => ({ do: 'cancel' as const, element, scope }));
  const changes = [...gone, ...(to === '' ? [] : [{ do: 'activate' as const, element: to }])];
  return changes.length === 0 ? null : { do: 'move', changes };
}

interface TokenChoiceProps {
  readonly file: InstanceFile;
  readonly away: ReadonlySet<number>;
  readonly onChange: (away: ReadonlySet<number>) => void;
}

/** The tokens there are, each to be taken away or left. */
function TokenChoice({ file, away, onChange }: TokenChoiceProps): ReactElement {
  const { text, pack } = useText();
  return (
    <fieldset className="gl-clocks">
      <legend>{text('repair.move.from')}</legend>
      {file.tokens.map(({ id, title, iteration }) => (
        <CheckInput
          key={id}
          label={iteration === null ? pack(title) : text('repair.move.iteration', { title: pack(title), iteration })}
          value={away.has(id)}
          onChange={(chosen) => onChange(new Set(chosen ? [...away, id] : [...away].filter((other) => other !== id)))}
        />
      ))}
    </fieldset>
  );
}
