import { type ReactElement, useState } from 'react';
import { beginBulkRepair, listBulkRepairs } from '../../server/http/contract/bulk-repairs.ts';
import type { BodyOf } from '../../server/http/contract/operation.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { type BulkEntry, BulkFields, bulkRepairOf } from './BulkFields.tsx';
import { isReason, ReasonField } from './ReasonField.tsx';

export type BulkTarget = Pick<BodyOf<typeof beginBulkRepair>, 'instances' | 'search'>;

interface BulkDialogProps {
  readonly target: BulkTarget;
  readonly count: number;
  readonly onClose: () => void;
  readonly onBegun: (id: string) => void;
}

/** The same repair for many instances: what it is, what it asks for, and why. */
export function BulkDialog({ target, count, onClose, onBegun }: BulkDialogProps): ReactElement {
  const { text } = useText();
  const command = useCommand(beginBulkRepair, [listBulkRepairs]);
  const [entry, setEntry] = useState<BulkEntry>({ kind: 'retry', variables: '', clocks: 'shift', version: '' });
  const [reason, setReason] = useState('');
  const repair = bulkRepairOf(entry);
  const act = async (): Promise<void> => {
    if (repair === null) return;
    const begun = await command.run({ body: { repair, reason: reason.trim(), ...target } });
    if (begun !== null) onBegun(begun.id);
  };
  return (
    <DialogBox
      title={text('bulk')}
      width={560}
      onClose={onClose}
      action={text(`repair.${entry.kind}`)}
      onAction={() => void act()}
      busy={command.busy}
      ready={isReason(reason) && repair !== null}
      grave={entry.kind === 'cancel'}
      problem={command.problem}
    >
      <p>{text(target.search === undefined ? 'bulk.says' : 'bulk.says.all', { count })}</p>
      <BulkFields entry={entry} onChange={setEntry} />
      <ReasonField value={reason} onChange={setReason} />
    </DialogBox>
  );
}
