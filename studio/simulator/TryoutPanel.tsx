import { type ReactElement, useEffect, useState } from 'react';
import { tryScenario } from '../../server/kernel/simulation/keep-scenario.ts';
import { walkScenario } from '../../server/kernel/simulation/walk-scenario.ts';
import type { ScenarioFailure } from '../../server/kernel/world/run-scenario.ts';
import { scenarioSentences } from '../../server/kernel/world/scenario-sentences.ts';
import type { Scenario } from '../../server/kernel/world/scenario.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { SidePanel } from '../ui/desktop/SidePanel.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LightTag } from '../ui/Light.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { CompiledDraft } from './compile-draft.ts';
import type { RunInHand } from './use-simulation.ts';
import { validatorFor } from './validator-for.ts';
import '../ui/folded.css';

interface TryoutPanelProps {
  readonly compiled: CompiledDraft;
  readonly inHand: RunInHand;
  readonly onClose: () => void;
  readonly onWalked: () => void;
}

/** 试一遍场景: all scenarios of the draft run here one after the other; what does not hold is told in sentences. */
export function TryoutPanel({ compiled, inHand, onClose, onWalked }: TryoutPanelProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const results = useTryout(compiled);
  const total = compiled.scenarios.length;
  const failed = results.filter((failures) => failures.length > 0).length;
  const walk = (scenario: Scenario): void => {
    inHand.take(walkScenario(scenario, { ...compiled, validatorFor }));
    say(text('tryout.walked'));
    onWalked();
  };
  return (
    <SidePanel title={text('tryout.title')} width={720} onClose={onClose}>
      {total === 0 && <EmptyState title={text('tryout.none')} next={text('tryout.none.next')} />}
      {total > 0 && (
        <div className="gl-simulator-panel">
          <p role="status">
            <b>
              {results.length < total
                ? text('tryout.running', { done: results.length, total })
                : failed === 0
                  ? text('tryout.all-pass', { count: total })
                  : text('tryout.some-fail', { count: failed, total })}
            </b>
          </p>
          <ul className="gl-tryout">
            {compiled.scenarios.map(({ id, scenario, own }, index) => (
              <Tried key={id} own={own} scenario={scenario} failures={results[index]} onWalk={() => walk(scenario)} />
            ))}
          </ul>
        </div>
      )}
    </SidePanel>
  );
}

interface TriedProps {
  readonly scenario: Scenario;
  readonly own: boolean;
  /** Undefined while it has not run. */
  readonly failures: readonly ScenarioFailure[] | undefined;
  readonly onWalk: () => void;
}

function Tried({ scenario, own, failures, onWalk }: TriedProps): ReactElement {
  const { text, pack, either } = useText();
  const sentences = scenarioSentences(scenario);
  return (
    <li>
      <div className="gl-tryout-line">
        {failures === undefined && <LightTag light="paused">{text('loading')}</LightTag>}
        {failures?.length === 0 && <LightTag light="green">{text('tryout.pass')}</LightTag>}
        {failures !== undefined && failures.length > 0 && (
          <LightTag light={own ? 'red' : 'yellow'}>{text(own ? 'tryout.fail' : 'tryout.differs')}</LightTag>
        )}
        <span>{pack(scenario.title)}</span>
        <span className="push" />
        <Button small kind="text" onPress={onWalk}>
          {text('tryout.walk')}
        </Button>
      </div>
      {(failures ?? []).map((failure) => (
        <div key={`${failure.step} ${failure.zh}`} className="gl-tryout-failure">
          <p className="quiet">
            {text('tryout.at', { step: failure.step + 1, sentence: sentences[failure.step] ?? '' })}
          </p>
          <p>{either(failure)}</p>
        </div>
      ))}
      <details className="gl-folded">
        <summary>{text('tryout.read')}</summary>
        <ol>
          {sentences.map((sentence, index) => (
            <li key={index} className="quiet">
              {sentence}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

/** The results so far, in the order of the scenarios; the page may answer between two of them. */
function useTryout(compiled: CompiledDraft): readonly (readonly ScenarioFailure[])[] {
  const [results, setResults] = useState<readonly (readonly ScenarioFailure[])[]>([]);
  const next = compiled.scenarios[results.length]?.scenario;
  useEffect(() => {
    if (next === undefined) return undefined;
    const turn = setTimeout(() => setResults((before) => [...before, tryScenario(next, compiled, validatorFor)]));
    return () => clearTimeout(turn);
  }, [next, compiled]);
  return results;
}
