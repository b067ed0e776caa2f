import { type ReactElement } from 'react';
import { waitUntilInRun } from '../../server/kernel/simulation/do-in-run.ts';
import { ladderProcess } from '../../server/kernel/release/process-contract.ts';
import { nextNotice } from '../../server/kernel/simulation/run-work.ts';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { momentWords } from '../ui/time-words.ts';
import type { OpenPanel } from './SimulatorPanels.tsx';
import { startable } from './startable.ts';
import type { RunInHand } from './use-simulation.ts';

interface WhatHappensProps {
  readonly simulation: Simulation;
  readonly process: string | null;
  readonly act: RunInHand['act'];
  readonly onPanel: (panel: OpenPanel) => void;
}

/** What somebody may let happen: a report, a meeting, a post that is left. */
export function WhatHappens({ simulation, process, act, onPanel }: WhatHappensProps): ReactElement {
  const texts = useText();
  const { text, pack } = texts;
  const { world } = simulation;
  const { now } = world.state;
  const meetings = [...world.release.meetings.values()].flatMap((meeting) => {
    const at = nextNotice(world, meeting.id);
    return at === null ? [] : [{ ...meeting, noticeAt: at }];
  });
  const first = simulation.done.length === 0;
  const isLadder = process !== null && process === ladderProcess;
  return (
    <section className="gl-simulator-what" aria-label={text('simulator.what')}>
      <div className="gl-simulator-buttons">
        {world.release.caseTypes.size > 0 && (
          <Button kind={first ? 'primary' : 'plain'} onPress={() => onPanel({ kind: 'report' })}>
            {text('simulator.report')}
          </Button>
        )}
        {meetings.slice(0, 1).map(({ id, noticeAt }) => (
          <Button key={id} onPress={() => act((run) => waitUntilInRun(run, noticeAt))}>
            {text('simulator.call-meeting')}
          </Button>
        ))}
        {startable(world.release).length > 0 && (
          <Button onPress={() => onPanel({ kind: 'start' })}>{text('simulator.start')}</Button>
        )}
        <Button onPress={() => onPanel({ kind: 'vacate' })}>{text('simulator.vacate')}</Button>
      </div>
      {meetings.map(({ id, title, noticeAt }) => (
        <p key={id} className="quiet">
          {text('simulator.meeting.says', { title: pack(title), when: momentWords(noticeAt, now, texts) })}
        </p>
      ))}
      {isLadder && <p className="quiet">{text('simulator.ladder-starts')}</p>}
    </section>
  );
}
