import { type ReactElement, useState } from 'react';
import { listInstances, readInstance, repairInstance } from '../../server/http/contract/instances.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { InstanceFile } from './InstancePage.tsx';
import { ReasonField, isReason } from './ReasonField.tsx';
import { readVariables, VariablesField } from './VariablesField.tsx';

interface RepairDialogProps {
  readonly file: InstanceFile;
  readonly repair: 'retry' | 'skip' | 'cancel';
  /** Only this incident, instead of all of the instance. */
  readonly incident?: { readonly element: number; readonly scope: number };
  readonly onClose: () => void;
}

/** 重试, 跳过, 中止: what will happen is said first, with variables to change where that may help, and the reason. */
export function RepairDialog({ file, repair, incident, onClose }: RepairDialogProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const command = useCommand(repairInstance, [readInstance, listInstances]);
  const [reason, setReason] = useState('');
  const [variables, setVariables] = useState('');
  const set = readVariables(variables);
  const act = async (): Promise<void> => {
    const changed = repair === 'cancel' || set === null || Object.keys(set).length === 0 ? {} : { variables: set };
    const place = repair === 'cancel' || incident === undefined ? {} : { incident };
    const answer = await command.run({
      params: { instance: file.id },
      body: { repair: { do: repair, ...place, ...changed }, reason: reason.trim() },
    });
    if (answer === null) return;
    say(text(`repair.${repair}.done`));
    onClose();
  };
  return (
    <DialogBox
      title={text(`repair.${repair}`)}
      onClose={onClose}
      action={text(`repair.${repair}`)}
      onAction={() => void act()}
      busy={command.busy}
      ready={isReason(reason) && set !== null}
      grave={repair === 'cancel'}
      problem={command.problem}
    >
      <p>{text(`repair.${repair}.says`, { count: incident === undefined ? file.incidents.length : 1 })}</p>
      {repair !== 'cancel' && (
        <VariablesField file={file} value={variables} onChange={setVariables} faulty={set === null} />
      )}
      <ReasonField value={reason} onChange={setReason} />
    </DialogBox>
  );
}
