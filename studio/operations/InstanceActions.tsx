import { type ReactElement, useState } from 'react';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import type { InstanceFile } from './InstancePage.tsx';
import { MigrateDialog } from './MigrateDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { RepairDialog } from './RepairDialog.tsx';
import type { PlainRepairKind } from './repair-kinds.ts';

/** What may be done to the instance; the first is the next sensible step. */
export function InstanceActions({ file }: { readonly file: InstanceFile }): ReactElement {
  const { text } = useText();
  const [open, setOpen] = useState<PlainRepairKind | 'move' | 'migrate' | null>(null);
  const close = (): void => setOpen(null);
  if (file.status !== 'running') return <p className="quiet">{text('instance.ended')}</p>;
  if (!file.may.repair) return <p className="quiet">{text('instance.look-only')}</p>;
  const isHeld = file.suspendedAt !== null;
  const isStuck = file.incidents.length > 0;
  const button = (kind: PlainRepairKind | 'move' | 'migrate', primary = false): ReactElement => (
    <Button kind={primary ? 'primary' : 'plain'} onPress={() => setOpen(kind)}>
      {text(`repair.${kind}`)}
    </Button>
  );
  return (
    <>
      {isHeld && button('resume', true)}
      {!isHeld && isStuck && button('retry', true)}
      {!isHeld && isStuck && button('skip')}
      {!isHeld && button('set-variables')}
      {!isHeld && button('move')}
      {!isHeld && button('migrate')}
      {!isHeld && button('suspend')}
      <span className="push" />
      {button('cancel')}
      {open === 'move' && <MoveDialog file={file} onClose={close} />}
      {open === 'migrate' && <MigrateDialog file={file} onClose={close} />}
      {open !== null && open !== 'move' && open !== 'migrate' && (
        <RepairDialog file={file} repair={open} onClose={close} />
      )}
    </>
  );
}
