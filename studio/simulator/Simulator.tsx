import { type ReactElement, useState } from 'react';
import { runSubjects } from '../../server/kernel/simulation/run-subjects.ts';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import type { OpenWork } from '../../server/kernel/simulation/run-work.ts';
import { ClockBand } from './ClockBand.tsx';
import type { CompiledDraft } from './compile-draft.ts';
import { firstBeginning } from './first-beginning.ts';
import { RefusalNote } from './RefusalNote.tsx';
import { RunStage } from './RunStage.tsx';
import { RunTold } from './RunTold.tsx';
import { SimulatorHead } from './SimulatorHead.tsx';
import { SimulatorPanels, type OpenPanel } from './SimulatorPanels.tsx';
import type { DraftRun } from './use-draft-run.ts';
import { useSimulation } from './use-simulation.ts';
import { WhatHappens } from './WhatHappens.tsx';
import { WorkList } from './WorkList.tsx';
import './simulator.css';

interface SimulatorProps {
  readonly run: DraftRun;
  readonly compiled: CompiledDraft;
  readonly area: { readonly code: string; readonly name: string };
  /** The process somebody came from; what starts it is offered first. */
  readonly process: string | null;
  readonly onRead: () => void;
  readonly reading: boolean;
}

/** A run in hand: what may happen and who has what at the left, where it stands in the middle, what happened at the right. */
export function Simulator({ run, compiled, area, process, onRead, reading }: SimulatorProps): ReactElement {
  const inHand = useSimulation(compiled, firstBeginning(compiled));
  const { simulation, refusal, forget } = inHand;
  const [panel, setPanel] = useState<OpenPanel | null>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const shown = simulation === null ? null : instanceShown(simulation, looked);
  const open = (next: OpenPanel | null): void => {
    forget();
    setPanel(next);
  };
  return (
    <div className="gl-simulator">
      <SimulatorHead
        run={run}
        compiled={compiled}
        area={area}
        inHand={inHand}
        onPanel={open}
        onRead={onRead}
        reading={reading}
      />
      {simulation !== null && <ClockBand simulation={simulation} act={inHand.act} />}
      {panel === null && refusal.length > 0 && <RefusalNote refusal={refusal} onClose={forget} />}
      {simulation !== null && (
        <div className="gl-simulator-parts">
          <div className="gl-simulator-left">
            <WhatHappens simulation={simulation} process={process} act={inHand.act} onPanel={open} />
            <WorkList simulation={simulation} onOpen={(work: OpenWork) => open({ kind: 'user-task', work })} />
          </div>
          <RunStage simulation={simulation} shown={shown} onShow={setLooked} />
          <RunTold simulation={simulation} shown={shown} took={run.took} />
        </div>
      )}
      <SimulatorPanels
        panel={panel}
        run={run}
        compiled={compiled}
        inHand={inHand}
        process={process}
        onClose={() => open(null)}
        onDone={() => {
          setLooked(null);
          setPanel(null);
        }}
      />
    </div>
  );
}

/** The thing that is looked at: the one somebody chose, else the one something happened to last. */
function instanceShown(simulation: Simulation, looked: string | null): string | null {
  const subjects = runSubjects(simulation.world, simulation.named);
  if (looked !== null && simulation.world.state.instances.has(looked)) return looked;
  const of = simulation.done.findLast(({ expected }) => expected.length > 0)?.expected.at(-1)?.of;
  return (subjects.findLast(({ word }) => word === of) ?? subjects.at(-1))?.instance ?? null;
}
