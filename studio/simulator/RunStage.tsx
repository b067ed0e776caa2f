import { lazy, type ReactElement, Suspense } from 'react';
import { stageState } from '../../server/kernel/cases/case-progress.ts';
import { runDrawing } from '../../server/kernel/simulation/run-drawing.ts';
import { runSubjects } from '../../server/kernel/simulation/run-subjects.ts';
import type { Simulation } from '../../server/kernel/simulation/simulation.ts';
import { problemOf } from '../api/problem-error.ts';
import { useText } from '../translations/texts.ts';
import { PickChip } from '../ui/desktop/PickChip.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import type { DrawnState } from '../ui/process-drawing/drawn-state.ts';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { StageLine } from '../ui/StageLine.tsx';
import { Tag } from '../ui/Tag.tsx';
import { companionsOf, hostOf } from './companions.ts';

const ProcessDrawing = lazy(async () => ({
  default: (await import('../ui/process-drawing/ProcessDrawing.tsx')).ProcessDrawing,
}));

interface RunStageProps {
  readonly simulation: Simulation;
  readonly shown: string | null;
  readonly onShow: (instance: string) => void;
}

/** Where what is looked at stands: its stages, and its process with the live tokens. */
export function RunStage({ simulation, shown, onShow }: RunStageProps): ReactElement {
  const { text } = useText();
  if (shown === null)
    return (
      <Card className="gl-simulator-stage">
        <EmptyState title={text('simulator.nothing-yet')} next={text('simulator.nothing-yet.next')} />
      </Card>
    );
  return <Stage simulation={simulation} shown={shown} onShow={onShow} />;
}

function Stage({ simulation, shown, onShow }: RunStageProps & { readonly shown: string }): ReactElement {
  const { text, pack, either } = useText();
  const { world } = simulation;
  const drawing = runDrawing(world, shown);
  const state: DrawnState = {
    ...drawing,
    tokens: drawing.tokens.map((token) => ({
      ...token,
      incident: token.incident === null ? false : either(token.incident),
    })),
  };
  const about = [...world.cases.values()].find(({ instance }) => instance === hostOf(world, shown));
  const stages = world.release.caseTypes.get(about?.caseType ?? '')?.stages ?? [];
  return (
    <Card
      className="gl-simulator-stage"
      title={<SubjectPick simulation={simulation} shown={shown} onShow={onShow} />}
      aside={<Companions simulation={simulation} shown={shown} onShow={onShow} />}
    >
      {about !== undefined && (
        <StageLine
          stages={stages.map(({ id, title }) => ({ id, title: pack(title), state: stageState(about.progress, id) }))}
        />
      )}
      {drawing.tokens.map(({ element, incident }) =>
        incident === null ? null : (
          <p key={element} className="gl-simulator-stuck" role="alert">
            <i className="gl-shape gl-shape-late" aria-hidden="true" />
            {text('simulator.stuck', { step: pack(nameOf(simulation, shown, element)), why: either(incident) })}
          </p>
        ),
      )}
      <Suspense fallback={<SkeletonLines count={8} />}>
        <ProcessDrawing key={shown} xml={drawing.xml} state={state} problemOf={problemOf} filling />
      </Suspense>
    </Card>
  );
}

function nameOf({ world }: Simulation, instance: string, element: string): string {
  return world.state.instances.get(instance)?.process.nodes.get(element)?.name || element;
}

function SubjectPick({ simulation, shown, onShow }: RunStageProps & { readonly shown: string }): ReactElement {
  const { text, pack } = useText();
  const { world, named } = simulation;
  const subjects = runSubjects(world, named);
  const host = hostOf(world, shown);
  const status = world.state.instances.get(host)?.instance.status;
  return (
    <span className="gl-simulator-pick">
      <PickChip
        label={text('simulator.about')}
        value={host}
        choices={subjects.map(({ instance, word }) => ({ id: instance, title: pack(word) }))}
        onChange={onShow}
      />
      <Tag tone={status === 'running' ? 'accent' : 'quiet'}>
        {text(
          status === 'running'
            ? 'simulator.running'
            : status === 'cancelled'
              ? 'simulator.cancelled'
              : 'simulator.ended',
        )}
      </Tag>
    </span>
  );
}

/** The main process, and those that run beside it: a ladder that climbs. */
function Companions({ simulation, shown, onShow }: RunStageProps & { readonly shown: string }): ReactElement | null {
  const { text, pack } = useText();
  const { world } = simulation;
  const host = hostOf(world, shown);
  const name = (id: string): string => pack(world.state.instances.get(id)?.process.name ?? '');
  const companions = companionsOf(world, host);
  if (companions.length === 0) return <>{name(host)}</>;
  return (
    <PickChip
      label={text('simulator.beside')}
      value={shown}
      choices={[host, ...companions].map((id) => ({ id, title: name(id) }))}
      onChange={onShow}
    />
  );
}
