import { useEffect, useState } from 'react';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { deviceStore, type Draft } from './device-store.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

/** A draft as a page uses it. */
export interface DraftOfThing {
  /** What was kept when the page opened; undefined while it is read, null when there is none. */
  readonly kept: Draft | null | undefined;
  readonly keep: (data: JsonObject, beside: JsonObject) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/**
 * What a person has written of a thing on this device.
 *
 * @param round another number has the draft read again: a new report is begun, or a sent one was taken back.
 */
export function useDraft(person: string, thing: string, round = 0): DraftOfThing {
  const [found, setFound] = useState<{ readonly of: string; readonly draft: Draft | null }>();
  const key = `${person} ${thing} ${round}`;
  useEffect(() => {
    let wanted = true;
    void readDraft(deviceStore, person, thing).then((draft) => {
      if (wanted) setFound({ of: key, draft: draft ?? null });
    });
    return () => {
      wanted = false;
    };
  }, [key, person, thing]);
  return {
    kept: found?.of === key ? found.draft : undefined,
    keep: async (data, beside) => { await keepDraft(deviceStore, { person, thing, data, beside }); },
    drop: async () => { await dropDraft(deviceStore, person, thing); },
  };
}
