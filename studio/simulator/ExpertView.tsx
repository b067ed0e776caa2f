import type { ReactElement } from 'react';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import { useText } from '../translations/texts.ts';
import { clockWords } from '../ui/time-words.ts';

interface ExpertViewProps {
  readonly simulation: Simulation;
  readonly shown: string | null;
  readonly took: number;
}

/** 专业: the variables of the instance and the events of the engine as they are. */
export function ExpertView({ simulation, shown, took }: ExpertViewProps): ReactElement {
  const { text } = useText();
  const found = simulation.world.state.instances.get(shown ?? '');
  const scopes = Object.values(found?.instance.scopes ?? {});
  return (
    <div className="gl-simulator-expert">
      <h3>{text('simulator.variables')}</h3>
      {scopes.map(({ id, variables }) => (
        <pre key={id}>{JSON.stringify(variables, null, 2)}</pre>
      ))}
      <h3>{text('simulator.events')}</h3>
      <ol>
        {(found?.history ?? []).map(({ at, event }, place) => (
          <li key={`${at} ${event.type} ${place}`}>
            <time className="quiet">{clockWords(at)}</time> {event.type}{' '}
            <span className="quiet">{'element' in event ? event.element : 'flow' in event ? event.flow : ''}</span>
          </li>
        ))}
      </ol>
      <p className="quiet">{text('simulator.took', { count: took })}</p>
    </div>
  );
}
