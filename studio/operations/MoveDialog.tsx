import { type ReactElement, useState } from 'react';
import { listInstances, readInstance, repairInstance } from '../../server/http/contract/instances.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { CheckInput } from '../ui/CheckInput.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { Field } from '../ui/Field.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { InstanceFile } from './InstancePage.tsx';
import { PreviewList } from './PreviewList.tsx';
import { isReason, ReasonField } from './ReasonField.tsx';
import { StepSelect } from './StepSelect.tsx';
import { usePreview } from './use-preview.ts';

/** 移动位置: which tokens go away and where one is put, with what that will do. */
export function MoveDialog({
  file,
  onClose,
}: {
  readonly file: InstanceFile;
  readonly onClose: () => void;
}): ReactElement {
  const { text, pack } = useText();
  const say = useToast();
  const command = useCommand(repairInstance, [readInstance, listInstances]);
  const [away, setAway] = useState<ReadonlySet<number>>(
    new Set(file.tokens.length === 1 ? file.tokens.map(({ id }) => id) : []),
  );
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const changes = [
    ...file.tokens
      .filter(({ id }) => away.has(id))
      .map(({ id: element, scope }) => ({ do: 'cancel' as const, element, scope })),
    ...(to === '' ? [] : [{ do: 'activate' as const, element: to }]),
  ];
  const repair = changes.length === 0 ? null : { do: 'move' as const, changes };
  const { preview, last, problem } = usePreview(file.id, repair);
  const act = async (): Promise<void> => {
    if (repair === null) return;
    const answer = await command.run({ params: { instance: file.id }, body: { repair, reason: reason.trim() } });
    if (answer === null) return;
    say(text('repair.move.done'));
    onClose();
  };
  const choose = (id: number, chosen: boolean): void =>
    setAway(new Set(chosen ? [...away, id] : [...away].filter((other) => other !== id)));
  return (
    <DialogBox
      title={text('repair.move')}
      width={640}
      onClose={onClose}
      action={text('repair.move')}
      onAction={() => void act()}
      busy={command.busy}
      ready={isReason(reason) && preview !== null && preview.refused === null}
      problem={command.problem ?? problem}
    >
      <p>{text('repair.move.says')}</p>
      <fieldset className="gl-clocks">
        <legend>{text('repair.move.from')}</legend>
        {file.tokens.map(({ id, title, iteration }) => (
          <CheckInput
            key={id}
            label={iteration === null ? pack(title) : text('repair.move.iteration', { title: pack(title), iteration })}
            value={away.has(id)}
            onChange={(chosen) => choose(id, chosen)}
          />
        ))}
      </fieldset>
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
      <PreviewList preview={repair === null ? null : (preview ?? last)} />
      <ReasonField value={reason} onChange={setReason} />
    </DialogBox>
  );
}
