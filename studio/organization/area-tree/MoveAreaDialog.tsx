import type { ReactElement } from 'react';
import { useText } from '../../translations/texts.ts';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import { type Areas, changesOfMove, moveArea } from './edit-areas.ts';
import { useAreaConsequences } from './use-area-consequences.ts';

interface MoveAreaDialogProps {
  readonly all: Areas;
  readonly code: string;
  readonly parent: string;
  readonly onClose: () => void;
  /** With the code the area has afterwards. */
  readonly onMoved: (next: Areas, code: string) => void;
}

/** Says what a move would do before it is done: codes begin with that of the area above, so they change. */
export function MoveAreaDialog({ all, code, parent, onClose, onMoved }: MoveAreaDialogProps): ReactElement {
  const { text, pack } = useText();
  const changes = changesOfMove(all, code, parent);
  const { openCases, holders } = useAreaConsequences(changes.map(({ area }) => area.code));
  const [first] = changes;
  const name = (of: string): string => pack(all.areas.find((area) => area.code === of)?.name ?? of);
  return (
    <DialogBox
      title={text('areas.move.title', { name: name(code), parent: name(parent) })}
      action={text('areas.move')}
      ready={first !== undefined}
      onAction={() => onMoved(moveArea(all, code, parent), first?.to ?? code)}
      onClose={onClose}
    >
      {first === undefined ? (
        <p>{text('areas.move.impossible')}</p>
      ) : (
        <ul className="gl-consequences">
          <li>{text('areas.move.code', { from: first.area.code, to: first.to })}</li>
          {changes.length > 1 && <li>{text('areas.move.below', { count: changes.length - 1 })}</li>}
          {openCases !== null && (
            <li>{openCases === 0 ? text('areas.no-open') : text('areas.move.open', { count: openCases })}</li>
          )}
          {holders !== null && (
            <li>{holders === 0 ? text('areas.no-holders') : text('areas.move.holders', { count: holders })}</li>
          )}
        </ul>
      )}
      <p className="quiet">{text('areas.draft-only')}</p>
    </DialogBox>
  );
}
