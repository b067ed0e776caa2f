import { type ReactElement, useState } from 'react';
import { listInstances, readInstance, repairInstance } from '../../server/http/contract/instances.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { InstanceFile } from './InstancePage.tsx';
import { isReason, ReasonField } from './ReasonField.tsx';
import { type PlainRepairKind, type Repair, repairOf } from './repair-kinds.ts';
import { RepairFields } from './RepairFields.tsx';
import { readVariables } from './VariablesField.tsx';

interface RepairDialogProps {
  readonly file: InstanceFile;
  readonly repair: PlainRepairKind;
  /** Only this incident, instead of all of the instance. */
  readonly incident?: { readonly element: number; readonly scope: number };
  readonly onClose: () => void;
}

/** A repair of one instance: what will happen is said first, then what it asks for, then the reason. */
export function RepairDialog({ file, repair, incident, onClose }: RepairDialogProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const command = useCommand(repairInstance, [readInstance, listInstances]);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [clocks, setClocks] = useState<'shift' | 'run-on'>('shift');
  const variables = readVariables(typed);
  const isFilled = variables !== null && (repair !== 'set-variables' || Object.keys(variables).length > 0);
  const act = async (): Promise<void> => {
    const wanted: Repair = repairOf(repair, { variables: variables ?? {}, clocks });
    const ofOne = incident !== undefined && (wanted.do === 'retry' || wanted.do === 'skip') ? { incident } : {};
    const answer = await command.run({
      params: { instance: file.id },
      body: { repair: { ...wanted, ...ofOne } as Repair, reason: reason.trim() },
    });
    if (answer === null) return;
    say(text(`repair.${repair}.done`));
    onClose();
  };
  return (
    <DialogBox
      title={text(`repair.${repair}`)}
      width={560}
      onClose={onClose}
      action={text(`repair.${repair}`)}
      onAction={() => void act()}
      busy={command.busy}
      ready={isReason(reason) && isFilled}
      grave={repair === 'cancel'}
      problem={command.problem}
    >
      <p>{text(`repair.${repair}.says`, { count: incident === undefined ? file.incidents.length : 1 })}</p>
      <RepairFields
        kind={repair}
        file={file}
        variables={typed}
        onVariables={setTyped}
        faulty={variables === null}
        clocks={clocks}
        onClocks={setClocks}
      />
      <ReasonField value={reason} onChange={setReason} />
    </DialogBox>
  );
}
