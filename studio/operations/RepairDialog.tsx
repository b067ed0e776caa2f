import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import type { InstanceFile } from './InstancePage.tsx';
import { PreviewList } from './PreviewList.tsx';
import { isReason, ReasonField } from './ReasonField.tsx';
import { type PlainRepairKind, type Repair, repairOf } from './repair-kinds.ts';
import { RepairFields } from './RepairFields.tsx';
import { usePreview } from './use-preview.ts';
import { useRepair } from './use-repair.ts';
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
  const { reason, setReason, busy, problem, act } = useRepair(file.id, text(`repair.${repair}.done`), onClose);
  const [typed, setTyped] = useState('');
  const [clocks, setClocks] = useState<'shift' | 'run-on'>('shift');
  const variables = readVariables(typed);
  const isFilled = variables !== null && (repair !== 'set-variables' || Object.keys(variables).length > 0);
  const wanted = repairOf(repair, { variables: variables ?? {}, clocks });
  const ofOne = incident !== undefined && (wanted.do === 'retry' || wanted.do === 'skip') ? { incident } : {};
  const whole = { ...wanted, ...ofOne } as Repair;
  const told = usePreview(file.id, isTold(repair) && isFilled ? whole : null);
  return (
    <DialogBox
      title={text(`repair.${repair}`)}
      width={560}
      onClose={onClose}
      action={text(`repair.${repair}`)}
      onAction={() => void act(whole)}
      busy={busy}
      ready={isReason(reason) && isFilled}
      grave={repair === 'cancel'}
      problem={problem ?? told.problem}
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
      {isTold(repair) && <PreviewList preview={told.preview} />}
      <ReasonField value={reason} onChange={setReason} />
    </DialogBox>
  );
}

/** What these do depends on where the instance is, so it is said before. */
function isTold(repair: PlainRepairKind): boolean {
  return repair === 'resume' || repair === 'skip' || repair === 'cancel';
}
