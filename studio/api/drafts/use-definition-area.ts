import { useMemo, useSyncExternalStore } from 'react';
import { listAreas } from '../../../server/http/contract/organization.ts';
import { isJsonObject } from '../../../server/kernel/json.ts';
import type { SignedInPerson } from '../session.ts';
import { useAnswer } from '../use-answer.ts';

type AreaOfPerson = SignedInPerson['scope'][number];

const listeners = new Set<() => void>();

/**
 * The area whose configuration every page of the studio shows: the one this person chose last on this device, else the
 * widest they may see; null when they may see none. Whether they may is decided by the server, whatever is kept here.
 */
export function useDefinitionArea({ id, scope }: Pick<SignedInPerson, 'id' | 'scope'>): {
  readonly area: AreaOfPerson | null;
} {
  const kept = useSyncExternalStore(subscribe, () => window.localStorage.getItem(keptAs(id)));
  return useMemo(() => ({ area: readArea(kept) ?? scope[0] ?? null }), [kept, scope]);
}

/** The areas that can have definitions of their own, and how to look at those of another one. */
export function useDefinitionAreas({ id }: Pick<SignedInPerson, 'id'>): {
  readonly areas: readonly AreaOfPerson[];
  readonly choose: (area: AreaOfPerson) => void;
} {
  const { data } = useAnswer(listAreas, {});
  return {
    areas: data?.areas.filter(({ type }) => type === 'county' || type === 'street') ?? [],
    choose: ({ code, name }) => {
      window.localStorage.setItem(keptAs(id), JSON.stringify({ code, name }));
      for (const tell of listeners) tell();
    },
  };
}

function keptAs(person: string): string {
  return `gridloom.definition-area.${person}`;
}

/** What was kept; null when it is nothing that we could have kept. */
function readArea(kept: string | null): AreaOfPerson | null {
  const area: unknown = kept === null ? null : parsed(kept);
  if (!isJsonObject(area)) return null;
  const { code, name } = area;
  return typeof code === 'string' && typeof name === 'string' ? { code, name } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
