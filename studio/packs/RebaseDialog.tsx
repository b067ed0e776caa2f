import type { ReactElement } from 'react';
import { listBulkRepairs } from '../../server/http/contract/bulk-repairs.ts';
import { beginRebase, previewRebase } from '../../server/http/contract/calendars.ts';
import { useCommand } from '../api/use-command.ts';
import { useText } from '../translations/texts.ts';
import { ReasonDialog } from '../ui/desktop/ReasonDialog.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { CalendarChanges } from './CalendarChangesPage.tsx';

const LONGEST = 200;

/** What is moved: some instances, or all that are behind. */
export interface RebaseTarget {
  readonly instances?: readonly string[];
}

interface RebaseDialogProps {
  readonly changes: CalendarChanges;
  readonly target: RebaseTarget;
  readonly onClose: () => void;
  readonly onBegun: (bulk: string) => void;
}

/** Before limits are moved: how many matters, what happens to them, and why it is done. */
export function RebaseDialog({ changes, target, onClose, onBegun }: RebaseDialogProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const begin = useCommand(beginRebase, [previewRebase, listBulkRepairs]);
  const { instances } = target;
  const run = async (reason: string): Promise<void> => {
    const wish = { onto: [...changes.onto], reason, ...(instances === undefined ? {} : { instances: [...instances] }) };
    const begun = await begin.run({ params: { area: changes.area.code }, body: wish });
    if (begun === null) return;
    const more = begun.left === 0 ? '' : text('calendar-changes.left', { count: begun.left });
    say([text('calendar-changes.begun', { count: begun.total }), more].filter((part) => part !== '').join(' '));
    onBegun(begun.id);
  };
  return (
    <ReasonDialog
      title={
        instances === undefined
          ? text('calendar-changes.move-all')
          : text('calendar-changes.move-some', { count: instances.length })
      }
      says={
        instances === undefined
          ? text('calendar-changes.move.says', { count: changes.behind, moving: changes.moving })
          : text('calendar-changes.move.some.says', { count: instances.length })
      }
      label={text('calendar-changes.reason')}
      longest={LONGEST}
      busy={begin.busy}
      problem={begin.problem}
      onAction={(reason) => void run(reason)}
      onClose={onClose}
    />
  );
}
