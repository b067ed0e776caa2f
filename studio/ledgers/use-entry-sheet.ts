import { useState } from 'react';
import { type Entries, type Entry, type EntryForm, useEntryForm } from './use-entry-form.ts';

const SHORTEST_REASON = 2;

/** One entry on the screen: read, changed with a reason, or new. */
export interface EntrySheet {
  readonly form: EntryForm;
  readonly changing: boolean;
  readonly change: () => void;
  readonly area: string | undefined;
  readonly setArea: (area: string) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** Somebody has tried to save it; from then on what is missing is said. */
  readonly tried: boolean;
  readonly missesArea: boolean;
  readonly missesReason: boolean;
  /** Saves it; answers its id, or null after showing what is wrong. */
  readonly save: () => Promise<string | null>;
}

/**
 * Holds an entry while it is on the screen.
 *
 * @param present null for a new one.
 * @param preset the grid a new one begins with, when somebody comes from it.
 */
export function useEntrySheet(
  ledger: string,
  entries: Entries,
  present: Entry | null,
  preset: string | null = null,
): EntrySheet {
  const onlyGrid = entries.grids.length === 1 ? entries.grids[0]?.code : undefined;
  const [area, setArea] = useState<string | undefined>(present?.area.code ?? preset ?? onlyGrid);
  const [changing, setChanging] = useState(present === null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const form = useEntryForm(ledger, entries.form, present);
  const [lacksArea, lacksReason] = [area === undefined, present !== null && reason.trim().length < SHORTEST_REASON];
  return {
    form,
    changing,
    change: () => setChanging(true),
    area,
    setArea,
    reason,
    setReason,
    tried,
    missesArea: tried && lacksArea,
    missesReason: tried && lacksReason,
    save: async () => {
      setTried(true);
      const isComplete = form.entry.check() !== null;
      if (!isComplete || lacksArea || lacksReason) return null;
      return form.save(area, reason);
    },
  };
}
