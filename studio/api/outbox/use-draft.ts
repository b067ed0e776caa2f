import { useEffect, useMemo, useRef, useState } from 'react';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { deviceStore, type Draft } from './device-store.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

/** A draft as a page uses it. */
export interface DraftOfThing extends DraftKeeper {
  /** What was kept when the page opened; undefined while it is read, null when there is none. */
  readonly kept: Draft | null | undefined;
}

interface DraftKeeper {
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
  const keeper = useMemo<DraftKeeper>(
    () => ({
      keep: (data, beside) => keepDraft(deviceStore, { person, thing, data, beside }),
      drop: () => dropDraft(deviceStore, person, thing),
    }),
    [person, thing],
  );
  return { kept: found?.of === key ? found.draft : undefined, ...keeper };
}

/**
 * Keeps what is written after every change, from the first on: a form that nobody touched leaves no draft.
 *
 * @param beside what is not part of the form; the same text for the same content, so that only changes are kept.
 * @returns ends the keeping: what is written has been handed over.
 */
export function useKeeping({ keep }: Pick<DraftOfThing, 'keep'>, data: JsonObject, beside = '{}'): () => void {
  const first = useRef<{ readonly data: JsonObject; readonly beside: string }>(null);
  const closed = useRef(false);
  useEffect(() => {
    first.current ??= { data, beside };
    const isUntouched = first.current.data === data && first.current.beside === beside;
    if (!closed.current && !isUntouched) void keep(data, JSON.parse(beside) as JsonObject);
  }, [keep, data, beside]);
  return () => {
    closed.current = true;
  };
}
