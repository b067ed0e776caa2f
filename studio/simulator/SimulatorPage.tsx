import type { ReactElement } from 'react';
import { useSearch } from 'wouter';
import { useDefinitionArea } from '../api/drafts/use-definition-area.ts';
import type { SignedInPerson } from '../api/session.ts';
import { useText } from '../translations/texts.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { Simulator } from './Simulator.tsx';
import { useDraftRun } from './use-draft-run.ts';

/** 模拟运行: the draft of the area a person works on runs in this page. `?process=` says which process is in question. */
export function SimulatorPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const { area } = useDefinitionArea(person);
  const search = new URLSearchParams(useSearch());
  const of = search.get('of') ?? '';
  const process = search.get('process') ?? (of.startsWith('process/') ? of.slice('process/'.length) : null);
  if (area === null)
    return (
      <div className="gl-page">
        <PageHead title={text('simulator')} />
        <EmptyState title={text('definitions.no-area')} next={text('definitions.no-area.next')} />
      </div>
    );
  return <OfArea key={area.code} area={area} process={process} />;
}

interface OfAreaProps {
  readonly area: { readonly code: string; readonly name: string };
  readonly process: string | null;
}

function OfArea({ area, process }: OfAreaProps): ReactElement {
  const { text, pack } = useText();
  const { run, problem, again, busy } = useDraftRun(area.code);
  if (run?.compiled)
    return (
      <Simulator
        key={run.draft.id + run.took}
        run={run}
        compiled={run.compiled}
        area={area}
        process={process}
        onRead={again}
        reading={busy}
      />
    );
  return (
    <div className="gl-page">
      <PageHead title={text('simulator')} beside={<span className="quiet">{pack(area.name)}</span>} />
      <Card>
        {run !== undefined && (
          <EmptyState title={text('simulator.unreadable')} next={text('simulator.unreadable.next')}>
            <ButtonLink to="/definitions/changes" kind="primary">
              {text('nav.publish')}
            </ButtonLink>
          </EmptyState>
        )}
        {run === undefined && problem !== null && <ErrorState problem={problem} onRetry={again} retrying={busy} />}
        {run === undefined && problem === null && (
          <>
            <p className="quiet">{text('simulator.reading')}</p>
            <SkeletonLines count={12} />
          </>
        )}
      </Card>
    </div>
  );
}
