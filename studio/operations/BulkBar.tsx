import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { BulkDialog, type BulkTarget } from './BulkDialog.tsx';

interface BulkBarProps {
  readonly chosen: ReadonlySet<string>;
  /** The question that found what is listed, and how many it finds. */
  readonly found: { readonly search: NonNullable<BulkTarget['search']>; readonly count: number };
  /** All that is found is meant, not only what is listed. */
  readonly whole: boolean;
  readonly onWhole: (whole: boolean) => void;
  readonly onNone: () => void;
}

/** What is chosen in the list, and what may be done to all of it. */
export function BulkBar({ chosen, found, whole, onWhole, onNone }: BulkBarProps): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState(false);
  const count = whole ? found.count : chosen.size;
  return (
    <div className="gl-bulk-bar">
      <b>{text('bulk.chosen', { count })}</b>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {text('bulk.begin')}
      </Button>
      {!whole && found.count > chosen.size && (
        <Button kind="text" small onPress={() => onWhole(true)}>
          {text('bulk.all-found', { count: found.count })}
        </Button>
      )}
      <Button kind="text" small onPress={onNone}>
        {text('bulk.none-chosen')}
      </Button>
      {open && (
        <BulkDialog
          target={whole ? { search: found.search } : { instances: [...chosen] }}
          count={count}
          onClose={() => setOpen(false)}
          onBegun={(id) => navigate(`/operations/bulk/${id}`)}
        />
      )}
    </div>
  );
}
