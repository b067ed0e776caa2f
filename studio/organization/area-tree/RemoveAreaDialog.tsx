import type { ReactElement } from 'react';
import { areaTree, downwardsFrom } from '../../../server/kernel/organization/area-tree.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { useText } from '../../translations/texts.ts';
import { DialogBox } from '../../ui/desktop/DialogBox.tsx';
import { type Areas, removeArea } from './edit-areas.ts';
import { useAreaConsequences } from './use-area-consequences.ts';

interface RemoveAreaDialogProps {
  readonly all: Areas;
  readonly area: Area;
  readonly onClose: () => void;
  readonly onRemoved: (next: Areas) => void;
}

/** Says what goes with an area before it is taken away. */
export function RemoveAreaDialog({ all, area, onClose, onRemoved }: RemoveAreaDialogProps): ReactElement {
  const { text, pack } = useText();
  const gone = downwardsFrom(areaTree(all.areas), area.code);
  const { openCases, holders } = useAreaConsequences(gone.map(({ code }) => code));
  return (
    <DialogBox
      title={text('areas.remove.title', { name: pack(area.name) })}
      action={text('areas.remove')}
      grave
      onAction={() => onRemoved(removeArea(all, area.code))}
      onClose={onClose}
    >
      <ul className="gl-consequences">
        {gone.length > 1 && <li>{text('areas.remove.below', { count: gone.length - 1 })}</li>}
        {openCases !== null && (
          <li>{openCases === 0 ? text('areas.no-open') : text('areas.remove.open', { count: openCases })}</li>
        )}
        {holders !== null && (
          <li>{holders === 0 ? text('areas.no-holders') : text('areas.remove.holders', { count: holders })}</li>
        )}
      </ul>
      <p className="quiet">{text('areas.draft-only')}</p>
    </DialogBox>
  );
}
