import type { ReactElement } from 'react';
import { openWork, waitingOutside, type OpenWork } from '../../server/kernel/simulation/run-work.ts';
import { runSubjects } from '../../server/kernel/simulation/run-subjects.ts';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import { groupBy } from '../../server/kernel/group-by.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RunClocks } from './RunClocks.tsx';

interface WorkListProps {
  readonly simulation: Simulation;
  readonly onOpen: (work: OpenWork) => void;
}

/** Who has what now, person by person; each can be done from here. */
export function WorkList({ simulation, onOpen }: WorkListProps): ReactElement {
  const { text, pack } = useText();
  const work = openWork(simulation.world);
  const people = groupBy(work, ({ holders }) => holders.map(({ name }) => name).join('、'));
  return (
    <Card title={text('simulator.work')} count={text('simulator.work.count', { count: work.length })}>
      {work.length === 0 && <EmptyState title={text('simulator.work.none')} next={text('simulator.work.none.next')} />}
      {waitingOutside(simulation.world).map((step) => (
        <p key={step} className="quiet">
          {text('simulator.work.outside', { step: pack(step) })}
        </p>
      ))}
      <ul className="gl-simulator-work">
        {[...people].map(([names, entries]) => (
          <li key={names}>
            <h3>{names === '' ? text('simulator.work.nobody') : names}</h3>
            {entries.map((entry) => (
              <WorkLine
                key={`${entry.entry.instance} ${entry.entry.task}`}
                work={entry}
                simulation={simulation}
                onOpen={onOpen}
              />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function WorkLine({ work, simulation, onOpen }: WorkListProps & { readonly work: OpenWork }): ReactElement {
  const { text, pack } = useText();
  const { entry, step, post, area, clocks } = work;
  const about = runSubjects(simulation.world, simulation.named).find(({ instance }) => instance === entry.instance);
  return (
    <div className="gl-simulator-work-line">
      <p>
        <b>{pack(step)}</b> {about !== undefined && <span>{pack(about.word)}</span>}
      </p>
      <p className="quiet">
        {pack(area)} {pack(post)}
      </p>
      <div>
        <RunClocks clocks={clocks} />
        <span className="push" />
        <Button small kind="soft" disabled={work.holders.length === 0} onPress={() => onOpen(work)}>
          {text('simulator.work.do')}
        </Button>
      </div>
    </div>
  );
}
