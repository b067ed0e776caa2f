import type { ReactElement } from 'react';
import { actionItemProcesses } from '../../server/kernel/world/scenario-words.ts';
import { ladderProcess } from '../../server/kernel/release/process-contract.ts';
import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import { useText } from '../translations/texts.ts';

interface StartNoteProps {
  readonly simulation: Simulation;
  /** The name of the file somebody comes from, without its ending; it is nearly always the process's id. */
  readonly process: string | null;
}

/** What starts the process somebody came from, when nobody starts it by hand. */
export function StartNote({ simulation, process }: StartNoteProps): ReactElement | null {
  const { text, pack } = useText();
  const { release } = simulation.world;
  const found = process === null ? undefined : release.processes.get(process)?.executable;
  const how = found === undefined ? null : startedBy(release, found.id);
  if (found === undefined || how === null) return null;
  return (
    <p className="quiet">
      {text('simulator.start.part', { process: pack(found.name) })}：{text(`simulator.start.${how}`)}
    </p>
  );
}

function startedBy(release: CompiledRelease, process: string): 'ladder' | 'action-item' | null {
  if (process === ladderProcess) return 'ladder';
  return actionItemProcesses(release).includes(process) ? 'action-item' : null;
}
