import { useSyncExternalStore } from 'react';
import type { SignedInPerson } from '../session.ts';

type AreaOfPerson = SignedInPerson['scope'][number];

const KEPT_AS = 'gridloom.definition-area';
const listeners = new Set<() => void>();

/** Whose definitions are looked at, and how to look at another area's. */
export interface DefinitionArea {
  readonly area: AreaOfPerson | null;
  readonly areas: readonly AreaOfPerson[];
  readonly choose: (code: string) => void;
}

/**
 * The area whose configuration every page of the studio shows: the one chosen last on this device, as long as the
 * person may see it; else the widest they may see. Null when they may see none.
 */
export function useDefinitionArea({ scope }: Pick<SignedInPerson, 'scope'>): DefinitionArea {
  const kept = useSyncExternalStore(subscribe, keptArea);
  return {
    areas: scope,
    area: scope.find(({ code }) => code === kept) ?? scope[0] ?? null,
    choose: (code) => {
      window.localStorage.setItem(KEPT_AS, code);
      for (const tell of listeners) tell();
    },
  };
}

function keptArea(): string | null {
  return window.localStorage.getItem(KEPT_AS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
