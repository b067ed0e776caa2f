import { useMemo, useState } from 'react';
import { beginSimulation, type Acted, type Simulation } from '../../server/kernel/simulation/simulation.ts';
import { brokenWords } from '../../server/kernel/simulation/refusal-words.ts';
import type { DemoPerson } from '../../server/kernel/release/demo.ts';
import type { BothLanguages } from '../translations/texts.ts';
import type { CompiledDraft } from './compile-draft.ts';
import { validatorFor } from './validator-for.ts';

/** Where a run begins: local date and time, and who there is. */
export interface Beginning {
  readonly at: string;
  readonly people: 'demo' | readonly DemoPerson[];
}

/** A run as the page holds it, with the way back. */
export interface RunInHand {
  /** Null when it cannot begin; `refusal` then says why. */
  readonly simulation: Simulation | null;
  readonly refusal: readonly BothLanguages[];
  readonly beginning: Beginning;
  /** Does something; answers whether it was done. */
  readonly act: (attempt: (simulation: Simulation) => Acted) => boolean;
  readonly forget: () => void;
  readonly back: (() => void) | null;
  readonly begin: (beginning: Beginning) => void;
  /** Takes over a run that was walked through, so that it can be gone back step by step. */
  readonly take: (walked: readonly Simulation[]) => void;
}

interface Held {
  readonly beginning: Beginning;
  readonly past: readonly Simulation[];
  readonly present: Simulation | null;
  readonly refusal: readonly BothLanguages[];
}

/** Holds a run with everything it was before, so that the last act can be taken back. */
export function useSimulation(compiled: CompiledDraft, first: Beginning): RunInHand {
  const [held, setHeld] = useState<Held>(() => begun(compiled, first));
  const { beginning, past, present, refusal } = held;
  return useMemo(
    () => ({
      simulation: present,
      refusal,
      beginning,
      act: (attempt) => {
        if (present === null) return false;
        const acted = tried(attempt, present);
        setHeld(
          acted.ok
            ? { beginning, past: [...past, present], present: acted.simulation, refusal: [] }
            : { beginning, past, present, refusal: acted.because },
        );
        return acted.ok;
      },
      forget: () => setHeld({ beginning, past, present, refusal: [] }),
      back: past.length === 0 ? null : () => setHeld(before(held)),
      begin: (next) => setHeld(begun(compiled, next)),
      take: (walked) =>
        setHeld({ beginning, past: walked.slice(0, -1), present: walked.at(-1) ?? present, refusal: [] }),
    }),
    [compiled, held, beginning, past, present, refusal],
  );
}

function begun(compiled: CompiledDraft, beginning: Beginning): Held {
  const { release, demoPeople } = compiled;
  const acted = beginSimulation({ release, demoPeople, ...beginning, validatorFor });
  return {
    beginning,
    past: [],
    present: acted.ok ? acted.simulation : null,
    refusal: acted.ok ? [] : acted.because,
  };
}

function before({ beginning, past }: Held): Held {
  return { beginning, past: past.slice(0, -1), present: past.at(-1) ?? null, refusal: [] };
}

/** A draft may be half done: what the kernel trips over is told like any other refusal, and nothing has happened. */
function tried(attempt: (simulation: Simulation) => Acted, simulation: Simulation): Acted {
  try {
    return attempt(simulation);
  } catch (thrown) {
    return { ok: false, because: [brokenWords(thrown)] };
  }
}
