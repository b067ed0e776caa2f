import type { ReactElement } from 'react';
import type { OpenWork } from '../../server/kernel/simulation/run-work.ts';
import type { CompiledDraft } from './compile-draft.ts';
import { KeepPanel } from './KeepPanel.tsx';
import { ReportPanel } from './ReportPanel.tsx';
import { StartPanel } from './StartPanel.tsx';
import { TryoutPanel } from './TryoutPanel.tsx';
import type { DraftRun } from './use-draft-run.ts';
import type { RunInHand } from './use-simulation.ts';
import { UserTaskPanel } from './UserTaskPanel.tsx';
import { VacatePanel } from './VacatePanel.tsx';

/** What is open over the run. */
export type OpenPanel =
  | { readonly kind: 'report' | 'start' | 'vacate' | 'keep' | 'tryout' }
  | { readonly kind: 'user-task'; readonly work: OpenWork };

interface SimulatorPanelsProps {
  readonly panel: OpenPanel | null;
  readonly run: DraftRun;
  readonly compiled: CompiledDraft;
  readonly inHand: RunInHand;
  /** The process somebody came from. */
  readonly process: string | null;
  readonly onClose: () => void;
  /** Something was done from the panel. */
  readonly onDone: () => void;
}

/** The panel that is open over the run, if one is. */
export function SimulatorPanels(props: SimulatorPanelsProps): ReactElement | null {
  const { panel, run, compiled, inHand, process, onClose, onDone } = props;
  const { simulation } = inHand;
  if (panel === null) return null;
  if (panel.kind === 'tryout')
    return <TryoutPanel compiled={compiled} inHand={inHand} onClose={onClose} onWalked={onDone} />;
  if (simulation === null) return null;
  const of = { simulation, inHand, onClose, onDone };
  switch (panel.kind) {
    case 'report':
      return <ReportPanel {...of} />;
    case 'user-task':
      return <UserTaskPanel {...of} work={panel.work} />;
    case 'start':
      return <StartPanel {...of} process={process} />;
    case 'vacate':
      return <VacatePanel {...of} />;
    case 'keep':
      return <KeepPanel simulation={simulation} compiled={compiled} draft={run.draft} onClose={onClose} />;
  }
}
